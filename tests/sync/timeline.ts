import type { Dice } from './dice.ts';

/** Something that happens at a time of the simulated world; `actor` null: whatever happens to whom. */
interface Happening {
  readonly at: number;
  readonly order: number;
  readonly actor: Actor | null;
  readonly happen: () => void;
  /** True for what goes on while everybody sleeps. */
  readonly isUnderWay?: boolean;
  /** What comes from outside: found at its time, also where it is held back; gives what happens then. */
  readonly arrive?: () => () => void;
}

/** A window: it can be killed, and frozen with what reaches it held back. */
export class Actor {
  isDead = false;
  frozenUntil = 0;
}

/**
 * Simulated time. What is asked of the outside answers by a happening; between two happenings the
 * engine runs until it asks again. The same seed gives the same happenings in the same order.
 */
export class Timeline {
  now = 0;
  #count = 0;
  readonly #dice: Dice;
  readonly #soon: Happening[] = [];
  readonly #awaited = new Set<Promise<unknown>>();

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  get isEmpty(): boolean {
    return this.#soon.length === 0;
  }

  /** Lets something happen in `ms`. Of two at the same time a dice says which is first. */
  in(ms: number, happen: () => void, actor: Actor | null = null): void {
    this.#soon.push({
      at: this.now + ms,
      order: this.#dice.next() + this.#count++ * 1e-9,
      actor,
      happen,
    });
  }

  /** The same for something that is under way, wherever it comes from. */
  underWay(ms: number, happen: () => void): void {
    this.in(ms, happen);
    const last = this.#soon.pop();
    if (last !== undefined) this.#soon.push({ ...last, isUnderWay: true });
  }

  /** Nobody does anything for so long; what is under way arrives meanwhile. */
  sleep(ms: number, actors: readonly Actor[]): void {
    for (const actor of actors) actor.frozenUntil = Math.max(actor.frozenUntil, this.now + ms);
    for (const [i, one] of this.#soon.entries()) {
      if (one.actor === null && one.isUnderWay !== true) {
        this.#soon[i] = { ...one, at: one.at + ms };
      }
    }
  }

  /** An answer from outside that takes `ms`; never comes to a dead actor. */
  answer<T>(actor: Actor, ms: number, find: () => T | Promise<T>): Promise<T> {
    return new Promise((resolve) => {
      this.in(ms, () => resolve(this.await(find())), actor);
    });
  }

  /** The same for what was found when it came, however long a frozen actor does not look. */
  arrival<T>(actor: Actor, ms: number, find: () => T | Promise<T>): Promise<T> {
    return new Promise((resolve) => {
      const arrive = (): (() => void) => {
        const found = find();
        return () => resolve(found);
      };
      this.in(ms, () => undefined, actor);
      const last = this.#soon.pop();
      if (last === undefined) return;
      const happen = (): void => {
        const deliver = arrive();
        // it may fall asleep with the answer in its hands
        if (actor.frozenUntil <= this.now) deliver();
        else this.#soon.push({ ...last, at: actor.frozenUntil, happen: deliver });
      };
      this.#soon.push({ ...last, happen, arrive });
    });
  }

  /** Nothing else happens until it is there. */
  await<T>(found: T | Promise<T>): T | Promise<T> {
    if (!(found instanceof Promise)) return found;
    const done = found.finally(() => this.#awaited.delete(done));
    this.#awaited.add(done);
    return done;
  }

  /** Lets the next thing happen. */
  async step(): Promise<void> {
    let first = 0;
    for (let i = 1; i < this.#soon.length; i++) {
      if (isBefore(this.#soon[i], this.#soon[first])) first = i;
    }
    const [next] = this.#soon.splice(first, 1);
    if (next === undefined) return;
    this.now = Math.max(this.now, next.at);
    const { actor } = next;
    if (actor?.isDead === true) return;
    if (actor && actor.frozenUntil > this.now) {
      const { arrive, ...held } = next;
      this.#soon.push({
        ...{ ...held, at: actor.frozenUntil },
        happen: arrive === undefined ? next.happen : arrive(),
      });
    } else next.happen();
    // what happens to nobody in particular, or to who is frozen, wakes no window
    const isFrozen = actor !== null && actor.frozenUntil > this.now;
    if ((actor === null || isFrozen) && this.#awaited.size === 0) return;
    // the engine goes on until it asks something again
    do {
      if (this.#awaited.size > 0) await Promise.all(this.#awaited);
      await new Promise((resolve) => setImmediate(resolve));
    } while (this.#awaited.size > 0);
  }
}

/** Lets what else goes on in this process have so many turns. */
export async function takeTurns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

function isBefore(one: Happening | undefined, other: Happening | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
