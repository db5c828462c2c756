import type { Pace } from './pace.ts';

/** Work that others may interrupt wherever it yields. */
export type Steps<T> = Generator<void, T, void>;

/** How many rows a step goes through: they take about a millisecond. */
export const STEP = 16_384;

/** The same of what takes longer for each: license sets, plans, texts that are compared. */
export const SHORT_STEP = 512;

/** Does all of it without a rest. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Rests between the steps where that is due; how many there are nobody knows. */
export async function inTurns<T>(steps: Steps<T>, pace: Pace): Promise<T> {
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) if (pace.due()) await pace.rest(0, null);
  return step.value;
}
