import type { RunClock } from './ports.ts';

/** By how much the two clocks of a device may differ by themselves, in ms: coarse steps, small corrections. */
const DRIFT = 1_000;

/** A moment, in ms by both clocks of a device. */
export interface Moment {
  readonly shown: number;
  readonly steady: number;
}

export const momentOf = (clock: RunClock): Moment => ({
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
