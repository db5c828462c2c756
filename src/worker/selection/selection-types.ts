import type { Position } from '#users/ids.ts';
import type { UserQuery } from '#users/user-query.ts';

/** How a window's selection changes. */
export type SelectionEdit =
  | { readonly kind: 'set'; readonly positions: readonly Position[]; readonly selected: boolean }
  | { readonly kind: 'allMatching'; readonly query: UserQuery }
  | { readonly kind: 'addNewlyMatching' }
  /** The users of a pasted list, instead of those selected or added to them. */
  | {
      readonly kind: 'list';
      readonly positions: readonly Position[];
      readonly replace: boolean;
      /** Names of users who are not here yet. */
      readonly awaited: readonly string[];
    }
  /** Waits for these names no longer; null: for none. */
  | { readonly kind: 'dropAwaited'; readonly names: readonly string[] | null }
  | { readonly kind: 'clear' }
  /** An earlier day's selection is kept: its day becomes today. */
  | { readonly kind: 'keep' };
