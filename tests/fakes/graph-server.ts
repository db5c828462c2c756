import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { calmMood, type CloudMood } from '../../src/sandbox/cloud/cloud-mood.ts';
import { CloudServer } from '../../src/sandbox/cloud/cloud-server.ts';
import {
  CloudTenant,
  type CloudEntry,
  type CloudSample,
} from '../../src/sandbox/cloud/cloud-tenant.ts';
import { seededRandom } from '../../src/sandbox/random.ts';
import type { GraphWire } from '../../src/sync/graph-call.ts';
import { crowdedBatch } from './crowded-batch.ts';
import { errorBody } from './graph-errors.ts';
import { faultPlan, type Fault, type Faults } from './faults.ts';

/** What Graph lets pages of other sites read (dev-proxy, which imitates Graph, 01/2025). */
const EXPOSED =
  'ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, SdkVersion, WWW-Authenticate, x-ms-client-gcc-tenant, Retry-After';

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': EXPOSED,
};

const LATE_MS = 400;

/** Where a request is: come in, nothing done · done, not answered · answered, as far as the server goes. */
export type Moment = 'arrived' | 'landed' | 'answered';

/** Something to be done once; `sends`: only at a request that changes licenses. */
interface Plan {
  readonly from: number;
  readonly sends: boolean;
  readonly moment: Moment;
  readonly act: () => void | Promise<void>;
}

/** A user whom a request changed. */
type Landed = Extract<CloudEntry, { readonly user: unknown }>;

/** One request that came in, with what it changed. */
export interface Logged {
  readonly method: string;
  readonly path: string;
  readonly fault: Fault | null;
  readonly landed: readonly Landed[];
}

const refusal = (fault: Fault | null): Response | null =>
  fault === 'unavailable' || fault === 'throttled'
    ? Response.json(errorBody(), {
        status: fault === 'throttled' ? 429 : 503,
        headers: { 'Retry-After': '1' },
      })
    : null;

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/**
 * The sandbox's cloud behind a real port, with the CORS headers of Microsoft Graph, a log of every request
 * with what it changed, and faults on the way. Any token is good.
 */
export class GraphServer {
  readonly tenant: CloudTenant;
  readonly log: Logged[] = [];
  mood: CloudMood = calmMood;
  #draw: () => Fault | null = () => null;
  readonly #http: Server;
  readonly #cloud: CloudServer;
  #landed: Landed[] = [];
  #arrived = 0;
  #isDown = false;
  readonly #plans: Plan[] = [];

  private constructor(sample: CloudSample) {
    this.tenant = new CloudTenant(sample, []);
    this.#cloud = new CloudServer({
      visit: (_token, _mayWrite, work) => {
        const answer = work(this.tenant);
        this.#landed.push(...this.tenant.takeNews().filter((entry) => 'user' in entry));
        return Promise.resolve(answer);
      },
      mood: () => Promise.resolve(this.mood),
      now: () => Date.now(),
      sleep: (ms) => sleep(ms),
      random: seededRandom(1).next,
    });
    this.#http = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(sample: CloudSample): Promise<GraphServer> {
    const server = new GraphServer(sample);
    await new Promise<void>((resolve) => server.#http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  /** Where it is, without a slash at the end. */
  get address(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  /** A wire to it, on which every token is good. */
  get wire(): GraphWire {
    return {
      base: `${this.address}/v1.0/`,
      timeout: 5_000,
      tokens: { token: () => Promise.resolve('any') },
      fetch: (request) => fetch(request),
    };
  }

  /** Everything that ever changed, in order. */
  get landed(): Landed[] {
    return this.log.flatMap(({ landed }) => landed);
  }

  /** How many requests have come in. */
  get arrived(): number {
    return this.#arrived;
  }

  /**
   * Does this when that request (the first is 1) is there, or with `sends` the first one from it on that is to change
   * licenses. The request goes on when it is done.
   */
  at(from: number, moment: Moment, act: Plan['act'], sends = false): void {
    this.#plans.push({ from, sends, moment, act });
  }

  /** Breaks every connection, those of requests that are under way too: what they do is done, and nobody hears of it. */
  goDown(): void {
    this.#isDown = true;
    this.#http.closeAllConnections();
  }

  comeBack(): void {
    this.#isDown = false;
  }

  /** From now on these happen to requests that may change something. */
  misbehave(faults: Faults, seed: number): void {
    this.#draw = faultPlan(faults, seed);
  }

  async stop(): Promise<void> {
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    if (method === 'OPTIONS') {
      const allowed = { 'Access-Control-Allow-Methods': '*', 'Access-Control-Allow-Headers': '*' };
      response.writeHead(200, { ...CORS, ...allowed, 'Access-Control-Max-Age': '3600' }).end();
      return;
    }
    if (this.#isDown) {
      response.destroy();
      return;
    }
    const body = await textOf(request);
    const plan = this.#planOf(++this.#arrived, body.includes('/assignLicense'));
    const reach = async (moment: Moment): Promise<void> => {
      if (plan?.moment === moment) await plan.act();
    };
    await reach('arrived');
    const fault = method === 'GET' ? null : this.#draw();
    const headers = { Authorization: request.headers.authorization ?? '' };
    const crowd = fault === 'crowded' ? crowdedBatch(url, body) : null;
    const asked = { method, headers, body: body === '' ? null : (crowd?.body ?? body) };
    const ask = (): Promise<Response> =>
      this.#cloud.fetch(new Request(new URL(url, this.address), asked));
    const said = refusal(fault) ?? (await ask());
    const reply = crowd === null ? said : await crowd.answer(said);
    const landed = this.#landed;
    this.#landed = [];
    this.log.push({ method, path: url, fault, landed });
    await reach('landed');
    await this.#send(response, reply, fault);
    await reach('answered');
  }

  #planOf(request: number, sends: boolean): Plan | undefined {
    const at = this.#plans.findIndex((plan) => plan.from <= request && (sends || !plan.sends));
    return at < 0 ? undefined : this.#plans.splice(at, 1)[0];
  }

  async #send(response: ServerResponse, reply: Response, fault: Fault | null): Promise<void> {
    if (fault === 'lost') {
      response.destroy();
      return;
    }
    const text = await reply.text();
    if (fault === 'late') await sleep(LATE_MS);
    response.writeHead(reply.status, {
      ...CORS,
      ...Object.fromEntries(reply.headers),
      'Content-Length': Buffer.byteLength(text),
    });
    if (fault === 'cut') {
      response.write(text.slice(0, text.length / 2), () => response.destroy());
      return;
    }
    response.end(text);
  }
}
