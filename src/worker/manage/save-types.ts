import type { PlannedShortage } from '#plan/change.ts';
import type { Confirmable, Consequences } from '#plan/consequences.ts';
import type { Draft } from '#plan/draft.ts';
import type { Preview } from '#plan/preview.ts';
import type { Position } from '#users/ids.ts';
import type { SheetView } from '#worker/sheets/sheet-types.ts';

/** Who gets a license before all others, in this order, and who after them. */
export interface Picked {
  readonly first: readonly Position[];
  readonly waiting: readonly Position[];
}

/** Asked only when a product is short. `wait`: who gets none, in the order that a person picked, waits. */
export type OnShortage =
  { readonly kind: 'ask' } | ({ readonly kind: 'wait' } & Picked) | { readonly kind: 'planAll' };

/** What Save would do, and what stands for it: `sheet` has the numbers. */
export interface SaveReview extends Confirmable<Preview> {
  readonly sheet: SheetView;
}

export interface SaveRequest {
  readonly draft: Draft;
  /** Of the preview that the person was shown with this answer to a shortage: nothing else is written. */
  readonly consequences: Consequences;
  readonly operator: string;
  readonly reference: string | null;
  readonly note: string | null;
  readonly onShortage: OnShortage;
  /** The person typed the number of users of whom these consequences are. */
  readonly confirmed?: boolean;
}

export type SaveRefusal =
  /** It would do something else than was shown (another window, an import, a sync): show it again. Nothing was written. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'shortage'; readonly shortages: readonly PlannedShortage[] }
  | { readonly kind: 'nothingToDo' };

/** The list is a plan file that was saved already, in another window. Nothing was written. */
export interface PlanSaved {
  readonly kind: 'planSaved';
}
