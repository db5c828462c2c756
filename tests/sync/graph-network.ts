import type { GraphWire } from '../../src/sync/graph-call.ts';
import { graphProvider } from '../../src/sync/graph-provider.ts';
import type { Provider, Refused, Sending } from '../../src/sync/ports.ts';
import { userId, type UserId } from '../../src/users/ids.ts';
import { Computing } from './computing.ts';
import type { NetworkParts } from './fake-network.ts';
import { asPublished } from '../fakes/graph-errors.ts';
import {
  after,
  refusalAnswer,
  said,
  sendingOf,
  userAnswer,
  type Answer,
  type Part,
} from './graph-answers.ts';
import { BASE, directoryAnswer, type Listed } from './graph-directory.ts';
import type { Actor } from './timeline.ts';
import { limits, MOST_LAG } from './weather.ts';

/** Answers to a batch, or a part of one, by which nothing was done. */
const UNDONE = [408, 409, 412, 423, 424, 429] as const;
/** Faults of the server after which it has done with a request, and those of a gateway, behind which it goes on. */
const FAULTS = [500, 501, 503, 507] as const;
const GATEWAY = [502, 504] as const;

/** What an answer gives when its time has come; null: it is missing. */
interface Coming {
  readonly ms: number;
  readonly find: () => unknown;
}

const FORBIDDEN: Refused = {
  ...{ kind: 'refused', raw: '', code: null, requestId: null, reason: 'forbidden', skuId: null },
};

/**
 * The way to the cloud through the real Graph provider. What it sends is answered as Microsoft Graph does: with
 * codes of a batch and of its parts, with parts that are missing or broken, in any order. A token comes first.
 */
export class GraphNetwork {
  readonly throttles = new Map<UserId, number>();
  /** Users of whom a reading did not say how they hold what they hold. */
  readonly unexplained = new Set<UserId>();
  readonly #parts: NetworkParts;

  constructor(parts: NetworkParts) {
    this.#parts = parts;
  }

  providerFor(actor: Actor): Provider {
    const computing = new Computing(this.#parts.timeline, actor);
    const provider = graphProvider(this.wireFor(computing, null));
    return {
      read: (users) => computing.whole(() => provider.read(users)),
      send: (sendings, mayLeave, isStillAsked = () => Promise.resolve(true)) =>
        computing.whole(() => {
          this.#parts.nap(actor);
          return provider.send(sendings, mayLeave, () => computing.waiting(isStillAsked));
        }),
    };
  }

  /** The wire under work of a window; `listed`: what a pull reads, null where nobody pulls. */
  wireFor(computing: Computing, listed: Listed | null): GraphWire {
    return {
      base: BASE,
      timeout: limits.requestTimeout,
      tokens: { token: () => this.#token(computing) },
      fetch: async (request) => {
        if (request.method === 'GET' && listed !== null) {
          return this.#directory(request.url, listed, computing);
        }
        const { requests } = JSON.parse(await request.text()) as { requests: Part[] };
        return this.#answer(requests, computing);
      },
    };
  }

  /** One page, or another answer. */
  #directory(url: string, listed: Listed, computing: Computing): Promise<Response> {
    const { dice, timeline, weather } = this.#parts;
    if (this.#isTrouble(0.06)) {
      const undone = this.#undone();
      return computing.outside(50, () => responseOf(undone));
    }
    if (this.#isTrouble(0.04)) {
      return computing.outside<Response>(dice.int(8_000), () => new Error('connection lost'));
    }
    const fault = this.#isTrouble(0.04) ? dice.pick([...FAULTS, ...GATEWAY]) : null;
    const lag = weather.staleReads && dice.is(0.3) ? dice.int(MOST_LAG) : 0;
    const size = 1 + dice.int(3);
    return computing.outside(50 + dice.int(this.#isTrouble(0.2) ? 8_000 : 400), () =>
      responseOf(
        fault === null
          ? directoryAnswer(listed, { url, now: timeline.now, lag, size })
          : { status: fault },
      ),
    );
  }

  /** True so often while something may go wrong. */
  #isTrouble(chance: number): boolean {
    const { weather, dice, isStormy } = this.#parts;
    return weather.network && isStormy() && dice.is(chance);
  }

  /** A window may freeze meanwhile; nobody may be signed in, and nobody may be there to be asked. */
  #token(computing: Computing): Promise<string | null> {
    const { dice } = this.#parts;
    const ms = this.#isTrouble(0.2) ? dice.int(30_000) : 1;
    const isSignedOut = this.#isTrouble(0.01);
    const isLost = this.#isTrouble(0.01);
    return computing.outside(ms, () => {
      if (isLost) return new Error('no window answers');
      return isSignedOut ? null : 'token';
    });
  }

  async #answer(requests: readonly Part[], computing: Computing): Promise<Response> {
    const { dice } = this.#parts;
    const isAsking = requests.every(({ method }) => method === 'GET');
    if (this.#isTrouble(0.06)) {
      this.#count(requests);
      const undone = this.#undone();
      return computing.outside(50, () => responseOf(undone));
    }
    const isLost = this.#isTrouble(0.1);
    const isSlow = this.#isTrouble(0.2);
    const comings = requests.map((part) => this.#part(part, isLost, isSlow));
    const last = Math.max(...comings.map(({ ms }) => ms));
    if (isLost) {
      // a connection may break long before a request lands
      const ms = isAsking ? limits.requestTimeout : dice.int(limits.requestTimeout);
      return computing.outside<Response>(ms, () => new Error('connection lost'));
    }
    const isBroken = this.#isTrouble(0.04);
    const fault = dice.pick([...FAULTS, ...GATEWAY]);
    return computing.outside(last, () => {
      const responses = requests.flatMap(({ id }, i) => {
        const found = comings[i]?.find() ?? null;
        return found === null ? [] : [{ id, ...asPublished(found as Answer) }];
      });
      // they come in any order
      if (dice.is(0.5)) responses.reverse();
      if (!isBroken) return Response.json({ responses });
      return dice.is(0.5) ? new Response('<html>', { status: 200 }) : responseOf({ status: fault });
    });
  }

  /** An answer by which nothing of a batch was done. */
  #undone(): Answer {
    const { dice } = this.#parts;
    const chance = dice.next();
    if (chance < 0.1) return said(400, 'BadRequest', 'One of them is malformed.');
    if (chance < 0.15) return said(403, 'Authorization_RequestDenied', 'Insufficient privileges.');
    if (chance < 0.25) return { status: 401 };
    return after({ status: dice.pick(UNDONE) }, dice.is(0.5) ? 4 : null);
  }

  #part(part: Part, isLost: boolean, isSlow: boolean): Coming {
    const sending = sendingOf(part);
    return sending === null ? this.#reading(part, isSlow) : this.#change(sending, isLost, isSlow);
  }

  #reading({ url }: Part, isSlow: boolean): Coming {
    const { dice, cloud, timeline, weather, permissions } = this.#parts;
    const ms = 50 + dice.int(isSlow ? 20_000 : 400);
    const id = /^\/users\/([0-9a-f-]{36})/.exec(url)?.[1];
    const select = new URLSearchParams(url.split('?')[1]).get('$select')?.split(',') ?? [];
    if (id === undefined) return { ms, find: () => ({ status: 200, body: { value: [] } }) };
    if (this.#isTrouble(0.05)) {
      const none = dice.pick([null, {}, { status: 200, body: {} }, { status: 401 }]);
      const code = dice.pick([...UNDONE, ...FAULTS, ...GATEWAY]);
      const answer = dice.is(0.5) ? after({ status: code }, dice.is(0.5) ? 3 : null) : none;
      return { ms, find: () => answer };
    }
    const lag = weather.staleReads && dice.is(0.3) ? dice.int(MOST_LAG) : 0;
    const isExplained = !weather.paths || !this.#isTrouble(0.03);
    if (!isExplained) this.unexplained.add(userId(id));
    return {
      ms,
      find: () => {
        if (!permissions.may('read', userId(id))) return refusalAnswer(FORBIDDEN);
        const read = cloud.read(userId(id), lag, timeline.now);
        return read === null
          ? said(404, 'Request_ResourceNotFound', 'It does not exist.')
          : userAnswer(read, select, isExplained);
      },
    };
  }

  #change(sending: Sending, isLost: boolean, isSlow: boolean): Coming {
    const { timeline, dice, outbox, landings } = this.#parts;
    const { userId: user } = sending;
    const operation = outbox.open.get(user) ?? null;
    const ms = isSlow || isLost ? dice.int(limits.requestTimeout - 1) : 50 + dice.int(300);
    if (this.#isTrouble(0.12)) {
      this.#countOne(user);
      const undone = this.#undonePart();
      return { ms: 40, find: () => undone };
    }
    // nobody knows whether it is done: at once, later, or never
    const unclear = this.#isTrouble(0.05) ? dice.pick([...FAULTS, ...GATEWAY, null]) : undefined;
    const isLate = unclear === 502 || unclear === 504 || unclear === null;
    const landed: { answer: Answer | null } = { answer: null };
    if ((isLost || unclear !== undefined) && dice.is(0.4)) {
      return { ms, find: () => unclear && { status: unclear } };
    }
    const at = isLate && dice.is(0.5) ? dice.int(limits.requestTimeout - 1) : ms - 1;
    const leftAt = timeline.now;
    landings.leaves(user, leftAt);
    this.#parts.onLeft();
    timeline.underWay(Math.max(0, at), () => {
      const refused = this.#land(operation, sending, leftAt);
      landed.answer = refused === null ? { status: 200, body: {} } : refusalAnswer(refused);
    });
    return {
      ms,
      find: () => (unclear === undefined ? landed.answer : unclear && { status: unclear }),
    };
  }

  /** An answer to one change by which nothing was done. */
  #undonePart(): Answer {
    const { dice } = this.#parts;
    const chance = dice.next();
    if (chance < 0.1) return { status: 401 };
    if (chance < 0.2) return said(404, 'Request_ResourceNotFound', 'It does not exist.');
    if (chance < 0.3) return said(400, 'Request_BadRequest', 'ConcurrencyViolation');
    const told = after({ status: dice.pick(UNDONE) }, dice.is(0.5) ? 2 : null);
    return chance < 0.4 ? after({ status: dice.pick(FAULTS) }, 2) : told;
  }

  #land(
    operation: Parameters<NetworkParts['landings']['landed']>[0]['operation'],
    sending: Sending,
    leftAt: number,
  ): Refused | null {
    const { timeline, cloud, landings, outbox, trace, onLanded, permissions } = this.#parts;
    const refused = permissions.may('change', sending.userId)
      ? cloud.land(sending, timeline.now)
      : FORBIDDEN;
    const done = refused === null;
    trace(`land ${sending.userId} ${refused?.reason ?? 'done'}`);
    const then = cloud.read(sending.userId, 0, timeline.now);
    landings.landed({ operation, sending, done, leftAt, then }, outbox, timeline.now);
    if (done) onLanded(sending);
    return refused;
  }

  #count(requests: readonly Part[]): void {
    for (const part of requests) {
      const sending = sendingOf(part);
      if (sending !== null) this.#countOne(sending.userId);
    }
  }

  #countOne(user: UserId): void {
    this.throttles.set(user, (this.throttles.get(user) ?? 0) + 1);
  }
}

function responseOf(answer: Answer): Response {
  const { status, headers = {}, body } = asPublished(answer);
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
}
