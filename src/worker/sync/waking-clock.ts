import { JumpWatch, type Jump } from '#sync/elapsed.ts';
import type { RunClock } from '#sync/ports.ts';

/** Timers of where the worker runs. */
export interface Timers {
  /** ms since 1970. */
  readonly now: () => number;
  /** ms, by a clock that nobody can set. */
  readonly steady: () => number;
  /** Gives the function that takes it back. */
  readonly after: (ms: number, then: () => void) => () => void;
}

/** The timers of this thread. */
export const realTimers: Timers = {
  now: () => Date.now(),
  steady: () => performance.now(),
  after: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};

/** A clock whose sleepers can be woken. */
export class WakingClock implements RunClock {
  readonly #timers: Timers;
  readonly #sleepers = new Set<() => void>();
  readonly #watch: JumpWatch;

  constructor(timers: Timers) {
    this.#timers = timers;
    this.#watch = new JumpWatch(timers);
  }

  now(): number {
    return this.#timers.now();
  }

  steady(): number {
    return this.#timers.steady();
  }

  jumps(): readonly Jump[] {
    return this.#watch.look();
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        forget();
        this.#sleepers.delete(wake);
        resolve();
      };
      const forget = this.#timers.after(ms, wake);
      this.#sleepers.add(wake);
    });
  }

  /** Ends every sleep that goes on now. */
  wake(): void {
    for (const wake of [...this.#sleepers]) wake();
  }
}
