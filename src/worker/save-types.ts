import type { PlannedShortage } from '#plan/change.ts';
import type { Draft } from '#plan/draft.ts';
import type { Position } from '#users/ids.ts';

/** Asked only when a product is short. `wait`: the users in `waiting` go last, who gets none waits. */
export type OnShortage =
  | { readonly kind: 'ask' }
  | { readonly kind: 'wait'; readonly waiting: readonly Position[] }
  | { readonly kind: 'planAll' };

export interface SaveRequest {
  readonly draft: Draft;
  /** The version that the shown preview was computed on. */
  readonly version: number;
  readonly operator: string;
  readonly reference: string | null;
  readonly note: string | null;
  readonly onShortage: OnShortage;
}

export type SaveRefusal =
  /** Somebody (another window, an import) changed the numbers: show them again. Nothing was written. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'shortage'; readonly shortages: readonly PlannedShortage[] }
  | { readonly kind: 'nothingToDo' };
