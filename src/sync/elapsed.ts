import { LONGEST_WAIT } from './limits.ts';
import type { RunClock } from './ports.ts';

/** By how much the two clocks of a device may differ by themselves, in ms: coarse steps, small corrections. */
const DRIFT = 1_000;

/** And by how much one gains on the other while nobody looks, as a part of the time: nine seconds a day. */
const GAIN = 1e-4;

/** A moment, in ms by both clocks of a device. */
export interface Moment {
  readonly shown: number;
  readonly steady: number;
}

export const momentOf = (clock: Pick<RunClock, 'now' | 'steady'>): Moment => ({
  shown: clock.now(),
  steady: clock.steady(),
});

/**
 * How long ago it was, in ms; Infinity where the clocks do not agree: one was set, or the machine slept and the
 * other stood still (MDN, `performance.now()`: "Ticking during sleep").
 */
export function since(clock: RunClock, { shown, steady }: Moment): number {
  const byShown = clock.now() - shown;
  const bySteady = clock.steady() - steady;
  return Math.abs(byShown - bySteady) > DRIFT ? Infinity : Math.max(byShown, bySteady);
}

/** Where the shown clock ran ahead of the steady one: it was set forward, or the machine slept. What it showed, in ms. */
export interface Jump {
  readonly from: number;
  readonly to: number;
}

/** Sees the jumps of a device's clock for as long as a window lives. */
export class JumpWatch {
  readonly #clock: Pick<RunClock, 'now' | 'steady'>;
  #last: Moment;
  #jumps: readonly Jump[] = [];

  constructor(clock: Pick<RunClock, 'now' | 'steady'>) {
    this.#clock = clock;
    this.#last = momentOf(clock);
  }

  /** The jumps so far; those that were taken back are none. */
  look(): readonly Jump[] {
    const { shown: from, steady } = this.#last;
    this.#last = momentOf(this.#clock);
    const to = this.#last.shown;
    const bySteady = this.#last.steady - steady;
    const ahead = to - from - bySteady;
    const drift = DRIFT + bySteady * GAIN;
    if (ahead > drift) this.#jumps = [...this.#jumps, { from, to }];
    if (ahead < -drift) this.#jumps = this.#jumps.filter((jump) => jump.to <= to);
    return this.#jumps;
  }
}

/** True where none came or went in between. */
export const areSameJumps = (some: readonly Jump[], others: readonly Jump[]): boolean =>
  some.length === others.length && some.at(-1) === others.at(-1);

/** When it was at the latest, what is told to have been at `time`: shortly before a jump is as late as after it. */
export const atLatest = (time: number, jumps: readonly Jump[]): number =>
  jumps.reduce((late, { from, to }) => (late > from - LONGEST_WAIT && late < to ? to : late), time);
