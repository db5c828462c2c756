import type { Page } from '#base/page.ts';
import type { Customer } from '#customers/customer.ts';
import type { ChangeEvent, ChangeId } from '#plan/change.ts';
import type { Consequences } from '#plan/consequences.ts';
import type { Stay, UndoPreview } from '#plan/undo-step.ts';
import type { NamesView } from '#worker/licenses/license-types.ts';
import type { OnShortage } from '#worker/manage/save-types.ts';
import type { SheetView } from '#worker/sheets/sheet-types.ts';
import type { Who } from '#worker/users/user-types.ts';

/** A change, and which way it goes: `takenOut` is undo, `putBack` is redo. */
export interface StepName {
  readonly changeId: ChangeId;
  readonly kind: ChangeEvent['kind'];
  /** An undo also for those who would lose a license that a later Save wanted and found in place. */
  readonly alsoWanted?: boolean;
}

/** What an undo or redo would do, for the person to look at before it is done. */
export interface StepView {
  readonly customer: Customer;
  readonly savedAt: number;
  readonly reference: string | null;
  readonly preview: UndoPreview;
  /** What becomes of the plan of those for whom it would be done. */
  readonly sheet: SheetView;
  /** Names of the change that stop waiting for their users, or wait for them again. */
  readonly awaited: number;
  /** Users of the whole customer who hold at least one license, planned. */
  readonly licensedUsers: number;
  readonly names: NamesView;
  /** Must be handed to `moveChange`. */
  readonly consequences: Consequences;
  /** Of the customer that it was computed on. */
  readonly version: number;
}

export interface StepRequest {
  /** Of the view that the person was shown with this answer to a shortage: nothing else is written. */
  readonly consequences: Consequences;
  readonly operator: string;
  readonly onShortage: OnShortage;
}

/** Users for whom the change would stay as it is, in its order, each with the reason. */
export type StaysPage = Page<Who & Pick<Stay, 'reason' | 'issues'>>;
