import type { BitSet } from '#base/bit-set.ts';
import type { UserQuery } from './user-query.ts';

/**
 * What somebody chose. Positions are for life, so the chosen ones are kept as bits: nothing that
 * comes later (an import, a filter) adds to them or takes from them. `matching` remembers the filter
 * of "Select all N matching", so that users who match since can be offered, never added silently.
 */
export interface Selection {
  readonly members: BitSet;
  readonly matching: UserQuery | null;
  /** How many positions there were at that "Select all": later ones are new users. 0 without one. */
  readonly seen: number;
  /** When it was last changed, in ms; one from an earlier day asks keep / clear. */
  readonly chosenAt: number;
}
