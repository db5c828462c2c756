import type { Timers } from '#worker/sync/waking-clock.ts';

interface Timer {
  readonly at: number;
  readonly then: () => void;
}

/** Time that passes when a test says so, or when nothing else can happen. */
export class HandClock implements Timers {
  #now = 1_800_000_000_000;
  readonly #timers = new Set<Timer>();

  readonly now = (): number => this.#now;

  readonly steady = this.now;

  readonly after = (ms: number, then: () => void): (() => void) => {
    const timer = { at: this.#now + ms, then };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  /** Lets time pass, with all that is due by then. */
  async elapse(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (let next = this.#next(); next !== null && next.at <= until; next = this.#next()) {
      await this.#reach(next);
    }
    this.#now = until;
    await settle();
  }

  /** Lets things happen, and time pass where nothing does, until it is so; fails when nothing helps. */
  async until(isSo: () => Promise<boolean> | boolean, what: string): Promise<void> {
    for (let turns = 0; turns < 2_000; turns++) {
      if (await isSo()) return;
      await settle();
      // the database is slower than a turn: only who really waits is let go on
      const next = turns % 4 === 3 ? this.#next() : null;
      if (next !== null) await this.#reach(next);
    }
    throw new Error(`never: ${what}`);
  }

  #next(): Timer | null {
    let next: Timer | null = null;
    for (const timer of this.#timers) if (next === null || timer.at < next.at) next = timer;
    return next;
  }

  async #reach(timer: Timer): Promise<void> {
    this.#timers.delete(timer);
    this.#now = Math.max(this.#now, timer.at);
    timer.then();
    await settle();
  }
}

/** Lets what is under way go on: the database in memory answers by timers. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));
