import * as v from 'valibot';
import { answer, refusal, throttled, type CloudAnswer } from './cloud-answer.ts';
import { cloudFacts, type CloudFacts } from './cloud-facts.ts';
import { route, type CloudRequest } from './cloud-routes.ts';
import type { CloudTenant } from './cloud-tenant.ts';

/** How the cloud behaves: as a person or a test set it. */
export interface CloudMood {
  /** How long every answer takes, in ms. */
  readonly latency: number;
  /** Requests per 10 s (parts of a batch count each) until "too many requests"; null: no limit. */
  readonly requestsPerWindow: number | null;
  /** How far readings are behind writes, in ms. */
  readonly lag: number;
  readonly offline: boolean;
}

export const calmMood: CloudMood = { latency: 0, requestsPerWindow: null, lag: 0, offline: false };

/** What the cloud needs from where it runs. */
export interface CloudGround {
  /** The tenant that a token is for; null where it is for none. */
  readonly tenantOf: (token: string) => Promise<CloudTenant | null>;
  /** Called after something changed, before the answer leaves: what is answered is kept. */
  readonly keep: (tenant: CloudTenant) => Promise<void>;
  readonly mood: () => CloudMood;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

const WINDOW = 10_000;
const MOST_IN_BATCH = 20;

const wireBatch = v.object({
  requests: v.array(
    v.object({
      id: v.string(),
      method: v.string(),
      url: v.string(),
      body: v.optional(v.unknown()),
    }),
  ),
});

/**
 * A cloud that speaks like Microsoft Graph for the sample customers: the same requests, answers and
 * refusals, all or nothing per user. Nothing in it is Microsoft's.
 */
export class CloudServer {
  readonly #ground: CloudGround;
  readonly #facts: CloudFacts = cloudFacts();
  #windowFrom = 0;
  #used = 0;

  constructor(ground: CloudGround) {
    this.#ground = ground;
  }

  /** Answers like `fetch`; throws a TypeError, as `fetch` does, while it is offline. */
  async fetch(request: Request): Promise<Response> {
    const { mood, sleep } = this.#ground;
    await sleep(mood().latency);
    if (mood().offline) throw new TypeError('Failed to fetch');
    const { status, headers, body } = await this.#answer(request);
    const text = body === null ? null : JSON.stringify(body);
    return new Response(text, { status, headers });
  }

  async #answer(request: Request): Promise<CloudAnswer> {
    const token = /^Bearer (.+)$/.exec(request.headers.get('Authorization') ?? '')?.[1] ?? '';
    const tenant = await this.#ground.tenantOf(token);
    if (tenant === null) {
      return refusal(401, 'InvalidAuthenticationToken', 'Access token validation failure.');
    }
    const url = new URL(request.url);
    const [, version, ...rest] = url.pathname.split('/');
    const base = `${url.origin}/${version ?? ''}`;
    const text = await request.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    const path = `/${rest.join('/')}${url.search}`;
    const said =
      path === '/$batch'
        ? this.#batch(body, tenant, base)
        : this.#one({ method: request.method, url: path, body }, tenant, base);
    if (request.method !== 'GET') await this.#ground.keep(tenant);
    return said;
  }

  #batch(body: unknown, tenant: CloudTenant, base: string): CloudAnswer {
    const read = v.safeParse(wireBatch, body);
    if (!read.success || read.output.requests.length > MOST_IN_BATCH) {
      return refusal(400, 'BadRequest', 'Invalid batch payload format.');
    }
    const responses = read.output.requests.map(({ id, method, url, body: inner }) => ({
      id,
      ...this.#one({ method, url, body: inner ?? null }, tenant, base),
    }));
    // answers of a batch come in any order
    return answer(200, { responses: responses.reverse() });
  }

  #one(request: CloudRequest, tenant: CloudTenant, base: string): CloudAnswer {
    const { mood, now } = this.#ground;
    const { requestsPerWindow, lag } = mood();
    const at = now();
    if (at - this.#windowFrom >= WINDOW) {
      this.#windowFrom = at;
      this.#used = 0;
    }
    this.#used++;
    if (requestsPerWindow !== null && this.#used > requestsPerWindow) {
      return throttled(Math.ceil((this.#windowFrom + WINDOW - at) / 1_000));
    }
    return route(request, { tenant, facts: this.#facts, now: at, lag, base });
  }
}
