import { fail, ok } from '../../src/base/result.ts';
import { canonicalSet } from '../../src/licenses/license-set.ts';
import type { Provider, ReadAnswer, Refused, SendAnswer, Sending } from '../../src/sync/ports.ts';
import type { UserId } from '../../src/users/ids.ts';
import type { Dice } from './dice.ts';
import type { FakeCloud } from './fake-cloud.ts';
import type { Landings } from './landings.ts';
import type { Permissions } from './permissions.ts';
import type { Actor, Timeline } from './timeline.ts';
import type { WatchedOutbox } from './watched-outbox.ts';
import { limits, MOST_LAG, type Mutant, type Weather } from './weather.ts';

/** What a device's way to the cloud is made of. */
export interface NetworkParts {
  readonly timeline: Timeline;
  readonly dice: Dice;
  /** Of clocks, and of windows that fall asleep. */
  readonly hours: Dice;
  readonly cloud: FakeCloud;
  readonly outbox: WatchedOutbox;
  readonly landings: Landings;
  readonly permissions: Permissions;
  readonly weather: Weather;
  readonly mutant: Mutant | null;
  readonly isStormy: () => boolean;
  readonly trace: (line: string) => void;
  /** A window may fall asleep. */
  readonly nap: (window: Actor) => void;
  /** Told of whom a run is about to write; gives how many turns what else goes on has before. */
  readonly onCommit: (users: readonly UserId[]) => number;
  /** Told of every change that leaves. */
  readonly onLeft: () => void;
  /** Told of everything that landed. */
  readonly onLanded: (sending: Sending) => void;
}

type Fate = 'fine' | 'slow' | 'lost';

interface Sent {
  readonly ms: number;
  readonly find: () => SendAnswer;
}

const FORBIDDEN = { raw: 'forbidden', code: null, requestId: null } as const;

/** The way to the cloud: slow, lossy and throttled as the weather is. */
export class FakeNetwork {
  readonly #parts: NetworkParts;
  readonly throttles = new Map<UserId, number>();
  readonly unexplained: ReadonlySet<UserId> = new Set();

  constructor(parts: NetworkParts) {
    this.#parts = parts;
  }

  providerFor(actor: Actor): Provider {
    const { timeline, dice } = this.#parts;
    return {
      read: (users) => {
        const fate = this.#fate();
        if (fate === 'lost') {
          return timeline.arrival(actor, limits.requestTimeout, () => fail({ kind: 'unclear' }));
        }
        const ms = 50 + dice.int(fate === 'slow' ? 20_000 : 400);
        return timeline.arrival(actor, ms, () => ok(users.map((user) => this.#read(user))));
      },
      send: async (sendings, mayLeave, isStillAsked = () => Promise.resolve(true)) => {
        // a token comes first, and a window may freeze meanwhile
        const ms = this.#parts.weather.network && dice.is(0.2) ? dice.int(30_000) : 1;
        this.#parts.nap(actor);
        await timeline.answer(actor, ms, () => undefined);
        if (!(await isStillAsked()) || !mayLeave()) return fail({ kind: 'notSent' });
        return this.#send(actor, sendings);
      },
    };
  }

  #fate(): Fate {
    const { weather, dice, isStormy } = this.#parts;
    if (!weather.network || !isStormy()) return 'fine';
    return dice.is(0.1) ? 'lost' : dice.is(0.2) ? 'slow' : 'fine';
  }

  #read(user: UserId): ReadAnswer {
    const { weather, dice, isStormy, mutant, outbox, cloud, timeline, permissions } = this.#parts;
    if (!permissions.may('read', user)) {
      // somebody outside the plan can always be read
      return mutant === 'forbiddenIsGone' ? { kind: 'gone' } : { kind: 'forbidden', ...FORBIDDEN };
    }
    if (weather.network && isStormy() && dice.is(0.03)) {
      return { kind: 'unread', retryAfter: dice.is(0.5) ? 3_000 : null };
    }
    const lag = weather.staleReads && dice.is(0.3) ? dice.int(MOST_LAG) : 0;
    const read = cloud.read(user, lag, timeline.now);
    if (read === null) return { kind: 'gone' };
    if (mutant !== 'noReadBeforeSend' || outbox.open.has(user)) return { kind: 'user', user: read };
    // as if it had been read: what is known anyway
    const known = [...(outbox.users.get(user)?.baseline ?? [])].flatMap(([skuId, path]) =>
      typeof path === 'string'
        ? []
        : [
            {
              skuId,
              paths: [
                { via: { kind: 'direct' as const }, disabledPlans: path, state: null, error: null },
              ],
            },
          ],
    );
    return { kind: 'user', user: { ...read, licenses: canonicalSet(known) } };
  }

  /** The request leaves at once; it lands, or not, and its answer comes, or not, within the timeout. */
  #send(actor: Actor, sendings: readonly Sending[]): ReturnType<Provider['send']> {
    const { timeline, dice, weather, isStormy } = this.#parts;
    if (weather.throttle && isStormy() && dice.is(0.05)) {
      return timeline.answer(actor, 50, () => fail({ kind: 'throttled', retryAfter: 4_000 }));
    }
    const fate = this.#fate();
    const sent = sendings.map((sending) => this.#sendOne(sending, fate));
    if (fate === 'lost') {
      // a connection may break long before the request lands
      const ms = dice.int(limits.requestTimeout);
      return timeline.arrival(actor, ms, () => fail({ kind: 'unclear' }));
    }
    const ms = Math.max(...sent.map((one) => one.ms));
    return timeline.arrival(actor, ms, () => ok(sent.map(({ find }) => find())));
  }

  #sendOne(sending: Sending, fate: Fate): Sent {
    const { timeline, dice, weather, mutant, isStormy, outbox, landings } = this.#parts;
    const { userId } = sending;
    const operation = outbox.open.get(userId) ?? null;
    if (weather.throttle && isStormy() && dice.is(0.08)) {
      this.throttles.set(userId, (this.throttles.get(userId) ?? 0) + 1);
      const retryAfter = dice.is(0.5) ? 2_000 : null;
      const told: SendAnswer =
        mutant === 'throttledIsDone' ? { kind: 'done' } : { kind: 'throttled', retryAfter };
      return { ms: 40, find: () => told };
    }
    if (weather.throttle && isStormy() && dice.is(0.06)) return this.#refuseOne(userId);
    const ms = fate === 'fine' ? 50 + dice.int(300) : dice.int(limits.requestTimeout - 1);
    const landed: { answer: SendAnswer } = { answer: { kind: 'unclear' } };
    if (fate === 'lost' && dice.is(0.4)) return { ms, find: () => landed.answer };
    const leftAt = timeline.now;
    landings.leaves(userId, leftAt);
    this.#parts.onLeft();
    timeline.underWay(ms - 1, () => (landed.answer = this.#land(operation, sending, leftAt)));
    const isFaulty = weather.network && isStormy() && dice.is(0.05);
    return { ms, find: () => (isFaulty ? { kind: 'unclear' } : landed.answer) };
  }

  /** Nothing is done now: somebody else writes, or a fault of the server comes before, or after, it is. */
  #refuseOne(userId: UserId): Sent {
    const { dice } = this.#parts;
    this.throttles.set(userId, (this.throttles.get(userId) ?? 0) + 1);
    const retryAfter = dice.is(0.5) ? 2_000 : null;
    const said = { raw: 'busy', code: null, requestId: null };
    const told: SendAnswer = dice.is(0.7)
      ? { kind: 'busy', retryAfter, isContested: dice.is(0.5), ...said }
      : { kind: 'unclear', answered: { retryAfter } };
    return { ms: 40, find: () => told };
  }

  #land(
    operation: ReturnType<WatchedOutbox['open']['get']> | null,
    sending: Sending,
    leftAt: number,
  ): SendAnswer {
    const { timeline, cloud, landings, outbox, mutant, trace, onLanded, permissions } = this.#parts;
    const mayChange = permissions.may('change', sending.userId);
    if (!mayChange && mutant === 'forbiddenIsDone') return { kind: 'done' };
    const refused: Refused | null = mayChange
      ? cloud.land(sending, timeline.now)
      : { ...FORBIDDEN, reason: 'forbidden', skuId: null };
    const done = refused === null;
    trace(`land ${sending.userId} ${refused?.reason ?? 'done'}`);
    const then = cloud.read(sending.userId, 0, timeline.now);
    landings.landed(
      { operation: operation ?? null, sending, done, leftAt, then },
      outbox,
      timeline.now,
    );
    if (done) {
      onLanded(sending);
      return { kind: 'done' };
    }
    const isHidden = mutant === 'noBarrier' && refused.reason === 'shortage';
    return { kind: 'refused', ...refused, reason: isHidden ? 'other' : refused.reason };
  }
}
