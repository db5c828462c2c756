import * as v from 'valibot';
import { answer, contested, refusal, throttled, type CloudAnswer } from './cloud-answer.ts';
import { cloudFacts, type CloudFacts } from './cloud-facts.ts';
import type { CloudRequest } from './cloud-place.ts';
import { route } from './cloud-routes.ts';
import { otherAdminActs } from './other-admin.ts';
import type { CloudMood } from './cloud-mood.ts';
import type { CloudTenant } from './cloud-tenant.ts';

/** What the cloud needs from where it runs. */
export interface CloudSetting {
  /**
   * Does the work on the tenant that the token is for (null where it is for none) as it is now, and keeps
   * what the work changed before the answer leaves: what is answered has happened. `mayWrite` is false
   * where the work changes nothing.
   */
  readonly visit: (
    token: string,
    mayWrite: boolean,
    work: (tenant: CloudTenant | null) => CloudAnswer,
  ) => Promise<CloudAnswer>;
  readonly mood: () => Promise<CloudMood>;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 up to 1: what the other administrator does. */
  readonly random: () => number;
}

interface Call {
  readonly tenant: CloudTenant;
  readonly mood: CloudMood;
  readonly base: string;
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

/** The user that an address names; null where it names none. */
const userIn = (url: string): string | null =>
  /^\/users\/([0-9a-f-]{36})\b/i.exec(url)?.[1] ?? null;

/** A batch of questions changes nothing. */
function mayWrite(method: string, body: unknown): boolean {
  const batch = v.safeParse(wireBatch, body);
  if (!batch.success) return method !== 'GET';
  return batch.output.requests.some((part) => part.method !== 'GET');
}

/**
 * A cloud that speaks like Microsoft Graph for the sample customers: the same requests, answers and
 * refusals, all or nothing per user. Nothing in it is Microsoft's.
 */
export class CloudServer {
  readonly #setting: CloudSetting;
  readonly #facts: CloudFacts = cloudFacts();
  #windowFrom = 0;
  #used = 0;

  constructor(setting: CloudSetting) {
    this.#setting = setting;
  }

  /** Answers like `fetch`; throws a TypeError, as `fetch` does, while it is offline. */
  async fetch(request: Request): Promise<Response> {
    const mood = await this.#setting.mood();
    if (mood.latency > 0) await this.#setting.sleep(mood.latency);
    request.signal.throwIfAborted();
    if (mood.offline) throw new TypeError('Failed to fetch');
    const { status, headers, body } = await this.#answer(request, mood);
    const text = body === null ? null : JSON.stringify(body);
    return new Response(text, { status, headers });
  }

  async #answer(request: Request, mood: CloudMood): Promise<CloudAnswer> {
    const token = /^Bearer (.+)$/.exec(request.headers.get('Authorization') ?? '')?.[1] ?? '';
    const url = new URL(request.url);
    const [, version, ...rest] = url.pathname.split('/');
    const base = `${url.origin}/${version ?? ''}`;
    const text = await request.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    const path = `/${rest.join('/')}${url.search}`;
    const { method } = request;
    const writes = mood.otherAdmin || mayWrite(method, body);
    return this.#setting.visit(token, writes, (tenant) => {
      if (tenant === null) {
        return refusal(401, 'InvalidAuthenticationToken', 'Access token validation failure.');
      }
      const call = { tenant, mood, base };
      return path === '/$batch'
        ? this.#batch(body, call)
        : this.#one({ method, url: path, body }, call);
    });
  }

  #batch(body: unknown, call: Call): CloudAnswer {
    const read = v.safeParse(wireBatch, body);
    if (!read.success || read.output.requests.length > MOST_IN_BATCH) {
      return refusal(400, 'BadRequest', 'Invalid batch payload format.');
    }
    let writes = 0;
    const responses = read.output.requests.map(({ id, method, url, body: inner }) => {
      if (method !== 'GET') writes++;
      const isMet = writes > (call.mood.writesAtOnce ?? Infinity) && method !== 'GET';
      const request = { method, url, body: inner ?? null };
      return { id, ...(isMet ? contested() : this.#one(request, call)) };
    });
    // answers of a batch come in any order
    return answer(200, { responses: responses.reverse() });
  }

  #one(request: CloudRequest, { tenant, mood, base }: Call): CloudAnswer {
    const { requestsPerWindow, lag, endedProduct } = mood;
    const now = this.#setting.now();
    if (now - this.#windowFrom >= WINDOW) {
      this.#windowFrom = now;
      this.#used = 0;
    }
    this.#used++;
    if (requestsPerWindow !== null && this.#used > requestsPerWindow) {
      return throttled(Math.ceil((this.#windowFrom + WINDOW - now) / 1_000));
    }
    if (mood.accessEnded) {
      return refusal(
        403,
        'Authorization_RequestDenied',
        'Insufficient privileges to complete the operation.',
      );
    }
    if (mood.otherAdmin) {
      otherAdminActs(tenant, userIn(request.url), this.#setting.random, now);
    }
    return route(request, { tenant, facts: this.#facts, now, lag, endedProduct, base });
  }
}
