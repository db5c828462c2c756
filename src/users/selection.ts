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
  /** Names, as pasted, of users who are not in the customer yet: what is planned waits for them. */
  readonly awaited: readonly string[];
  /** The change that waited for these users before they came, which is being reviewed for them now; null: none. */
  readonly reviewing: string | null;
}
