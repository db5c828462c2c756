import type { SkuId } from '../../src/licenses/ids.ts';
import type { DirectPath, OperationId } from '../../src/plan/operation.ts';
import type { Control, Outbox, Provider, RunClock } from '../../src/sync/ports.ts';
import { JumpWatch } from '../../src/sync/elapsed.ts';
import { SyncRun } from '../../src/sync/run.ts';
import type { RunNews } from '../../src/sync/run-ports.ts';
import type { UserId } from '../../src/users/ids.ts';
import type { Dice } from './dice.ts';
import { FakeNetwork, type NetworkParts } from './fake-network.ts';
import { GraphNetwork } from './graph-network.ts';
import { Landings } from './landings.ts';
import { LastWords } from './last-words.ts';
import { Actor, takeTurns } from './timeline.ts';
import { Watch } from './watch.ts';
import type { WatchedOutbox } from './watched-outbox.ts';
import { limits } from './weather.ts';

/** One device: a durable queue, and windows that sync it whenever they can. */
export class Device {
  readonly outbox: WatchedOutbox;
  readonly words = new LastWords();
  readonly landings = new Landings(this.words);
  readonly network: FakeNetwork | GraphNetwork;
  readonly windows: Actor[] = [];
  readonly watch: Watch;
  /** How many operations the runs told to have ended. */
  told = 0;
  readonly #parts: NetworkParts;
  readonly #name: string;
  readonly #jumps = new Map<Actor, JumpWatch>();
  #ids = 0;

  constructor(name: string, parts: Omit<NetworkParts, 'landings'>) {
    this.#name = name;
    this.watch = new Watch(parts.timeline, parts.weather.clocks);
    this.outbox = parts.outbox;
    this.#parts = { ...parts, landings: this.landings };
    this.network = parts.weather.graph
      ? new GraphNetwork(this.#parts)
      : new FakeNetwork(this.#parts);
  }

  /** Opens a window that syncs whenever nobody else does. */
  open(): void {
    const { timeline, dice } = this.#parts;
    const window = new Actor();
    this.windows.push(window);
    const { watch } = this;
    this.#jumps.set(window, new JumpWatch({ now: () => watch.now, steady: () => watch.steady }));
    this.landings.opened(timeline.now);
    timeline.in(dice.int(5_000), () => void this.#sync(window), window);
  }

  /** A person plans something for a user; `turns` as in `WatchedOutbox.wish`. */
  wish(user: UserId, sku: SkuId, path: DirectPath, turns = 0): void {
    const at = this.#parts.timeline.now;
    this.#then(this.outbox.wish(user, sku, path, turns), (isPlanned) => {
      if (isPlanned) this.words.wished({ user, sku, path, at });
    });
  }

  /** A person looks at everything that is pending, and lets it be sent. */
  async review(): Promise<void> {
    const { timeline } = this.#parts;
    const at = timeline.now;
    if (await timeline.await(this.outbox.review(this.watch.now))) this.words.reviewed(at);
  }

  /** A person takes back what is planned for a user. */
  unwish(user: UserId): void {
    const at = this.#parts.timeline.now;
    this.#then(this.outbox.unwish(user), () => this.words.tookBack(user, at));
  }

  /** A person looks at undoing what was planned last for a user, and presses `ms` later. */
  undo(user: UserId, ms: number): void {
    const { timeline, trace } = this.#parts;
    this.#then(this.outbox.undo(user), (press) => {
      if (press === null) return;
      timeline.in(ms, () => {
        this.#then(press(), (undone) => {
          if (undone === null) return;
          const { products, isAll, isBeingSent } = undone;
          trace(`${this.#name} undid ${user} ${products.join()}`);
          if (isBeingSent) this.outbox.faults.push(`I18: ${user} was undone while being sent`);
          this.words.undid(user, products, isAll, timeline.now);
        });
      });
    });
  }

  /** A person wants what met a conflict all the same. */
  insist(user: UserId): void {
    this.#then(this.outbox.insist(user), () => this.words.insisted(user));
  }

  /** A person asks something of the run. */
  ask(control: Control): void {
    const { timeline, trace } = this.#parts;
    trace(`${this.#name} ${control}`);
    this.#then(this.outbox.steer(control, this.watch.now), (users) => {
      if (users === null) return;
      this.words.asked(control, timeline.now);
      for (const user of users) this.words.tookBack(user, timeline.now);
    });
  }

  /** Somebody sets the clock. */
  setClock(ms: number): void {
    this.watch.set(ms);
    this.landings.clockSet(ms, this.#parts.timeline.now);
    this.trace(`clock ${ms}`);
  }

  trace(line: string): void {
    this.#parts.trace(`${this.#name} ${line}`);
  }

  #then<T>(found: T | Promise<T>, then: (found: T) => void): void {
    if (found instanceof Promise) void this.#parts.timeline.await(found.then(then));
    else then(found);
  }

  async #sync(window: Actor): Promise<void> {
    const { timeline, dice, mutant, trace } = this.#parts;
    const isHasty = mutant === 'noQuiet';
    // a person starts it, or it goes on with what was seen before
    if (!this.#parts.isStormy() || dice.is(0.3)) await this.review();
    const run = new SyncRun({
      outbox: this.#outboxFor(window),
      provider: this.#providerFor(window),
      clock: this.#clockFor(window),
      random: dice,
      limits: isHasty ? { ...limits, requestTimeout: -limits.leaseTime } : limits,
      newId: () => `${this.#name}${this.#ids++}` as OperationId,
      tell: (news: RunNews) => (this.told += news.kind === 'ended' ? 1 : 0),
    });
    const { kind } = await run.run();
    trace(`${this.#name} end ${kind}`);
    timeline.in(1_000 + dice.int(60_000), () => void this.#sync(window), window);
  }

  #providerFor(window: Actor): Provider {
    const { mutant } = this.#parts;
    const { read, send } = this.network.providerFor(window);
    const mayNotAsk = mutant === 'leaseUnchecked' || mutant === 'askUnchecked';
    const mayAlways = mutant === 'leaseUnchecked' || mutant === 'leaveUnchecked';
    return {
      read,
      send: (sendings, mayLeave, isStillAsked = () => Promise.resolve(true)) =>
        send(
          sendings,
          mayAlways ? () => true : mayLeave,
          // it counts as looked at
          mayNotAsk ? () => isStillAsked().then(() => true) : isStillAsked,
        ),
    };
  }

  #clockFor(window: Actor): RunClock {
    const { timeline, mutant } = this.#parts;
    return {
      now: () => this.watch.now,
      steady: () => this.watch.steady,
      jumps: () => (mutant === 'jumpsUnseen' ? [] : (this.#jumps.get(window)?.look() ?? [])),
      sleep: (ms) => timeline.answer(window, Math.max(1, ms), () => undefined),
    };
  }

  #outboxFor(window: Actor): Outbox {
    const { timeline, dice, hours, mutant, trace, weather, isStormy, onCommit } = this.#parts;
    const outbox = this.outbox.forWindow(`${this.#name}${this.windows.indexOf(window)}`);
    const soon = <T>(find: () => T | Promise<T>): Promise<T> =>
      timeline.answer(window, 1 + dice.int(4), find);
    return {
      take: (now) => soon(() => outbox.take(now)),
      agenda: (lease) => soon(() => outbox.agenda(lease)),
      isAsked: (lease) =>
        timeline.arrival(window, 1 + dice.int(4), () => {
          const found = timeline.await(outbox.isAsked(lease));
          // a window may fall asleep with the answer in its hands
          if (weather.clocks && isStormy() && hours.is(0.05)) {
            window.frozenUntil = timeline.now + hours.int(200_000);
          }
          this.#parts.nap(window);
          return found;
        }),
      release: (lease) => soon(() => outbox.release(lease)),
      commit: (lease, steps, now) =>
        soon(() => {
          trace(steps.map(({ kind, operation }) => kind + operation.id).join());
          const turns = onCommit(steps.map(({ operation }) => operation.userId));
          const commit = () => outbox.commit(lease, steps, now);
          const committed = turns === 0 ? commit() : takeTurns(turns).then(commit);
          if (mutant !== 'dropBeforeSend') return committed;
          for (const { kind, operation } of steps) {
            if (kind !== 'claim') continue;
            const outcome = { kind: 'applied' } as const;
            void outbox.commit(lease, [{ kind: 'end', operation, outcome, seen: null }], now);
          }
          return committed;
        }),
    };
  }
}

/** Throws a window away, or freezes it for a while. */
export function disturb(device: Device, dice: Dice, now: number, isKilled: boolean): void {
  const window = dice.pick(device.windows);
  if (!isKilled) window.frozenUntil = now + dice.int(200_000);
  else if (!window.isDead) {
    window.isDead = true;
    device.open();
  }
}
