import type { Effect } from './effect.ts';
import type { JudgedCase } from './judged.ts';
import type { JudgedSwap } from './swap.ts';

/**
 * What a draft does to all selected users to whom it does the same and of whom the rules say the
 * same, whatever else they hold: license sets may be many, cases are few.
 */
export interface Case extends JudgedCase {
  /** Index in the expansion's `parts`. */
  readonly part: number;
  /** Of the effects, those of the draft's lines; the others are of its swaps. */
  readonly lineEffects: readonly Effect[];
  /** Index i: the i-th swap as it was judged; null where it does not concern the users. */
  readonly swaps: readonly (JudgedSwap | null)[];
  readonly changesLicenses: boolean;
  readonly setsLocation: boolean;
}
