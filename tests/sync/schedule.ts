import type { SkuId } from '../../src/licenses/ids.ts';
import type { DirectPath, Operation, OperationId } from '../../src/plan/operation.ts';
import { fail, ok } from '../../src/base/result.ts';
import type { Limits } from '../../src/sync/limits.ts';
import type {
  Clock,
  Outbox,
  Provider,
  ReadAnswer,
  SendAnswer,
  Sending,
} from '../../src/sync/ports.ts';
import { SyncRun, type RunEnd } from '../../src/sync/run.ts';
import type { UserId } from '../../src/users/ids.ts';
import { LOCATION_NONE, readLocation } from '../../src/users/usage-location.ts';
import { FakeCloud } from './fake-cloud.ts';
import { FakeOutbox } from './fake-outbox.ts';
import { seeded } from './seeded.ts';
import { Actor, Timeline } from './timeline.ts';

/** What may go wrong. */
export interface Weather {
  readonly kills: boolean;
  readonly freezes: boolean;
  readonly network: boolean;
  readonly throttle: boolean;
  readonly staleReads: boolean;
  readonly foreignEdits: boolean;
  /** Saves and undos while the run goes. */
  readonly planning: boolean;
  readonly shortages: boolean;
}

export const storm: Weather = {
  kills: true,
  freezes: true,
  network: true,
  throttle: true,
  staleReads: true,
  foreignEdits: true,
  planning: true,
  shortages: true,
};

export const calm: Weather = {
  kills: false,
  freezes: false,
  network: false,
  throttle: false,
  staleReads: false,
  foreignEdits: false,
  planning: false,
  shortages: false,
};

/** Breaks one rule of the engine at its edge, to see that a test would notice. */
export type Mutant =
  'dropBeforeSend' | 'throttledIsDone' | 'noFencing' | 'noQuiet' | 'noReadBeforeSend' | 'noBarrier';

const LIMITS: Limits = {
  requestTimeout: 30_000,
  leaseTime: 60_000,
  staleness: 60_000,
  backoff: 2_000,
  longestBackoff: 30_000,
  locationLag: 60_000,
};
/** How far behind a read of the fake cloud may be. */
const LAG = 50_000;
const DE = readLocation('DE') ?? LOCATION_NONE;
const MOST_STEPS = 20_000;

/** A landing of one of our requests. */
interface Landing {
  readonly at: number;
  readonly operation: Operation | null;
  readonly sending: Sending;
  readonly done: boolean;
}

/** A change by somebody else. */
interface Edit {
  readonly at: number;
  readonly path: DirectPath;
}

/** One simulated sync with everything that could be seen of it. */
export class Schedule {
  readonly cloud: FakeCloud;
  readonly outbox: FakeOutbox;
  readonly timeline: Timeline;
  readonly landings: Landing[] = [];
  readonly edits = new Map<string, Edit>();
  readonly faults: string[] = [];
  readonly trace: string[] = [];
  readonly users: readonly UserId[];
  readonly products: readonly SkuId[];
  readonly limits = LIMITS;
  readonly weather: Weather;
  throttles = new Map<UserId, number>();
  ends: RunEnd['kind'][] = [];
  isOver = false;
  #random: () => number;
  readonly #mutant: Mutant | null;
  readonly #actors: Actor[] = [];
  #ids = 0;
  /** From then on nothing goes wrong any more. */
  readonly #clearAt: number;

  constructor(seed: number, weather: Weather, mutant: Mutant | null = null) {
    // the same people and plan in any weather
    this.#random = seeded(seed);
    this.#mutant = mutant;
    this.weather = weather;
    const { users, products } = this.#people();
    this.users = users;
    this.products = products;
    const owned = new Map(
      products.map((sku) => {
        const few = this.#int(3);
        return [sku, weather.shortages ? few : users.length * 3] as const;
      }),
    );
    const held = new Map(
      users.map((user) => {
        const all = products.filter(() => this.#dice(0.4)).map((sku) => [sku, []] as const);
        const location = this.#dice(0.25) ? LOCATION_NONE : DE;
        return [user, { held: new Map<SkuId, readonly string[]>(all), location }] as const;
      }),
    );
    this.cloud = new FakeCloud(held, owned);
    this.outbox = new FakeOutbox(LIMITS, mutant !== 'noFencing');
    this.#plan();
    this.#random = seeded(~seed);
    this.timeline = new Timeline(this.#random);
    this.#clearAt = Object.values(weather).includes(true) ? 60_000 + this.#int(400_000) : 0;
  }

  /** Runs to the end. `trace` is the same for the same seed. */
  async run(): Promise<this> {
    this.#open();
    if (this.weather.kills || this.weather.freezes) this.#open();
    this.#mischief();
    let steps = 0;
    while (!this.isOver && steps++ < MOST_STEPS && !this.timeline.isEmpty) {
      await this.timeline.step();
      if (this.timeline.now > this.#clearAt && this.outbox.isDone) this.isOver = true;
    }
    // requests that are under way still land
    for (const actor of this.#actors) actor.isDead = true;
    while (!this.timeline.isEmpty) await this.timeline.step();
    return this;
  }

  #int(below: number): number {
    return Math.floor(this.#random() * below);
  }

  #dice(chance: number): boolean {
    return this.#random() < chance;
  }

  #pick<T>(list: readonly T[]): T {
    const found = list[this.#int(list.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }

  #people(): { users: UserId[]; products: SkuId[] } {
    const names = (prefix: string, count: number): string[] =>
      Array.from({ length: count }, (_, i) => `${prefix}${i}`);
    return {
      users: names('u', 1 + this.#int(6)) as UserId[],
      products: names('p', 1 + this.#int(3)) as SkuId[],
    };
  }

  #plan(): void {
    for (const userId of this.users) {
      const baseline = new Map(
        this.products.map((sku) => [sku, this.cloud.path(userId, sku)] as const),
      );
      const location = this.cloud.location(userId);
      const wishes = new Map(
        this.products.filter(() => this.#dice(0.6)).map((sku) => [sku, this.#wish()] as const),
      );
      const isLocated = location !== LOCATION_NONE || !this.#dice(0.8);
      this.outbox.users.set(userId, {
        ...{ userId, baseline, location, wishes, isHeld: false, writtenAt: null, knownAt: 0 },
        wishedLocation: isLocated ? null : DE,
      });
    }
  }

  #wish(): DirectPath {
    if (this.#dice(0.45)) return 'absent';
    return (this.#dice(0.3) ? ['s1'] : []) as unknown as DirectPath;
  }

  get #isStormy(): boolean {
    return this.timeline.now < this.#clearAt;
  }

  /** Opens a window that syncs whenever nobody else does. */
  #open(): void {
    const actor = new Actor();
    this.#actors.push(actor);
    this.timeline.in(this.#int(5_000), () => void this.#sync(actor), actor);
  }

  async #sync(actor: Actor): Promise<void> {
    const run = new SyncRun({
      outbox: this.#outboxOf(actor),
      provider: this.#providerOf(actor),
      clock: this.#clockOf(actor),
      random: { next: this.#random },
      limits:
        this.#mutant === 'noQuiet' ? { ...LIMITS, requestTimeout: -LIMITS.leaseTime } : LIMITS,
      newId: () => `op${this.#ids++}` as OperationId,
      tell: () => undefined,
    });
    const end = await run.run();
    this.ends.push(end.kind);
    this.trace.push(`${this.timeline.now} end ${end.kind}`);
    this.timeline.in(1_000 + this.#int(60_000), () => void this.#sync(actor), actor);
  }

  #clockOf(actor: Actor): Clock {
    return {
      now: () => this.timeline.now,
      sleep: (ms) => this.timeline.answer(actor, Math.max(1, ms), () => undefined),
    };
  }

  #outboxOf(actor: Actor): Outbox {
    const { outbox, timeline } = this;
    const soon = <T>(find: () => T): Promise<T> => timeline.answer(actor, 1 + this.#int(4), find);
    return {
      take: (now) => soon(() => outbox.take(now)),
      agenda: (lease) => soon(() => outbox.agenda(lease)),
      release: (lease) => soon(() => outbox.release(lease)),
      commit: (lease, steps, now) =>
        soon(() => {
          this.trace.push(`${timeline.now} ${steps.map((s) => s.kind + s.operation.id).join()}`);
          const committed = outbox.commit(lease, steps, now);
          if (this.#mutant === 'dropBeforeSend' && committed) {
            for (const { kind, operation } of steps) {
              if (kind !== 'claim') continue;
              const outcome = { kind: 'applied' } as const;
              outbox.commit(lease, [{ kind: 'end', operation, outcome, seen: null }], now);
            }
          }
          return committed;
        }),
    };
  }

  #providerOf(actor: Actor): Provider {
    const { timeline } = this;
    return {
      read: (users) => {
        const fate = this.#fate();
        const ms = 50 + this.#int(fate === 'slow' ? 20_000 : 400);
        if (fate === 'lost') {
          return timeline.answer(actor, this.limits.requestTimeout, () =>
            fail({ kind: 'unclear' }),
          );
        }
        return timeline.answer(actor, ms, () => ok(users.map((user) => this.#readUser(user))));
      },
      send: (sendings) => this.#send(actor, sendings),
    };
  }

  #readUser(user: UserId): ReadAnswer {
    if (this.weather.network && this.#isStormy && this.#dice(0.03)) {
      return { kind: 'unread', retryAfter: this.#dice(0.5) ? 3_000 : null };
    }
    if (this.#mutant === 'noReadBeforeSend' && !this.outbox.open.has(user)) {
      const known = this.outbox.users.get(user);
      const read = this.cloud.read(user, 0, this.timeline.now);
      const licenses = read.licenses
        .filter(() => false)
        .concat(
          [...(known?.baseline ?? [])].flatMap(([skuId, path]) =>
            path === 'absent'
              ? []
              : [
                  {
                    skuId,
                    paths: [
                      {
                        via: { kind: 'direct' as const },
                        disabledPlans: path,
                        state: null,
                        error: null,
                      },
                    ],
                  },
                ],
          ),
        );
      return { kind: 'user', user: { ...read, licenses } };
    }
    const lag = this.weather.staleReads && this.#dice(0.3) ? this.#int(LAG) : 0;
    return { kind: 'user', user: this.cloud.read(user, lag, this.timeline.now) };
  }

  #fate(): 'fine' | 'slow' | 'lost' {
    if (!this.weather.network || !this.#isStormy) return 'fine';
    return this.#dice(0.1) ? 'lost' : this.#dice(0.2) ? 'slow' : 'fine';
  }

  /** The request leaves at once; it lands, or not, and its answer comes, or not, within the timeout. */
  #send(actor: Actor, sendings: readonly Sending[]): ReturnType<Provider['send']> {
    const { timeline, limits } = this;
    if (this.weather.throttle && this.#isStormy && this.#dice(0.05)) {
      return timeline.answer(actor, 50, () => fail({ kind: 'throttled', retryAfter: 4_000 }));
    }
    const fate = this.#fate();
    const answers = sendings.map((sending) => this.#sendOne(sending, fate));
    const isLost = fate === 'lost';
    // a connection may break long before the request lands
    const ms = isLost ? this.#int(limits.requestTimeout) : Math.max(...answers.map(({ ms }) => ms));
    return timeline.answer(actor, ms, () =>
      isLost ? fail({ kind: 'unclear' }) : ok(answers.map(({ find }) => find())),
    );
  }

  #sendOne(
    sending: Sending,
    fate: 'fine' | 'slow' | 'lost',
  ): { readonly ms: number; readonly find: () => SendAnswer } {
    const { timeline, limits } = this;
    const { userId } = sending;
    const operation = this.outbox.open.get(userId) ?? null;
    const isMutant = this.#mutant === 'throttledIsDone';
    if (this.weather.throttle && this.#isStormy && this.#dice(0.08)) {
      this.throttles.set(userId, (this.throttles.get(userId) ?? 0) + 1);
      const retryAfter = this.#dice(0.5) ? 2_000 : null;
      return {
        ms: 40,
        find: () => (isMutant ? { kind: 'done' } : { kind: 'throttled', retryAfter }),
      };
    }
    const ms = fate === 'fine' ? 50 + this.#int(300) : this.#int(limits.requestTimeout - 1);
    if (fate === 'lost' && this.#dice(0.4)) return { ms, find: () => ({ kind: 'unclear' }) };
    let answer: SendAnswer = { kind: 'unclear' };
    timeline.in(ms - 1, () => {
      const refused = this.cloud.land(sending, timeline.now);
      this.landings.push({ at: timeline.now, operation, sending, done: refused === null });
      this.trace.push(`${timeline.now} land ${userId} ${refused?.reason ?? 'done'}`);
      this.#judgeLanding(operation, sending, refused === null);
      answer = refused === null ? { kind: 'done' } : { kind: 'refused', ...refused };
      if (
        this.#mutant === 'noBarrier' &&
        answer.kind === 'refused' &&
        answer.reason === 'shortage'
      ) {
        answer = { ...answer, reason: 'other' };
      }
    });
    const isFaulty = this.weather.network && this.#isStormy && this.#dice(0.05);
    return { ms, find: () => (isFaulty ? { kind: 'unclear' } : answer) };
  }

  /** I5: nothing lands after the end. I9: nobody's older change is overwritten. */
  #judgeLanding(operation: Operation | null, sending: Sending, done: boolean): void {
    const { now } = this.timeline;
    if (!done || sending.kind !== 'licenses') return;
    const { userId } = sending;
    if (operation === null || this.outbox.open.get(userId)?.id !== operation.id) {
      this.faults.push(`I5: a request for ${userId} landed after its end`);
      return;
    }
    const { leaseTime, requestTimeout } = this.limits;
    for (const { skuId, before, target } of operation.touches) {
      const edit = this.edits.get(`${userId} ${skuId}`);
      const known = this.outbox.users.get(userId)?.knownAt ?? 0;
      if (!edit || edit.at < known || now - edit.at < leaseTime + requestTimeout + LAG) continue;
      const isOther = ![before, target].some((path) => isSame(path, edit.path));
      if (isOther) this.faults.push(`I9: ${userId} ${skuId} was overwritten`);
    }
  }

  /** What people, machines and other administrators do meanwhile. */
  #mischief(): void {
    this.timeline.in(500 + this.#int(8_000), () => {
      if (!this.#isStormy) return;
      this.#mishap();
      this.#mischief();
    });
  }

  #mishap(): void {
    const { weather, timeline } = this;
    const user = this.#pick(this.users);
    const sku = this.#pick(this.products);
    const actor = this.#pick(this.#actors);
    const which = this.#int(12);
    if (which < 3 && weather.kills && !actor.isDead) {
      actor.isDead = true;
      this.trace.push(`${timeline.now} kill`);
      this.#open();
    } else if (which === 3 && weather.freezes) {
      actor.frozenUntil = timeline.now + this.#int(200_000);
    } else if (which === 4 && weather.foreignEdits) {
      const path = this.#wish();
      if (this.cloud.edit(user, sku, path, timeline.now)) {
        this.edits.set(`${user} ${sku}`, { at: timeline.now, path });
      }
    } else if (which === 5 && weather.planning) {
      this.outbox.wish(user, sku, this.#wish());
    } else if (which === 6 && weather.planning) {
      if (!this.outbox.open.has(user)) this.outbox.unwish(user);
    } else if (which === 7 && this.outbox.users.get(user)?.isHeld === true) {
      if (this.#dice(0.5)) this.outbox.insist(user);
      else this.outbox.unwish(user);
    }
  }
}

const isSame = (one: DirectPath | 'unknown', other: DirectPath): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
