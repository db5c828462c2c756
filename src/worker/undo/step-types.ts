import type { Customer, CustomerId } from '#customers/customer.ts';
import type { ChangeEvent, ChangeId } from '#plan/change.ts';
import type { Consequences } from '#plan/consequences.ts';
import type { Stay, UndoPreview } from '#plan/undo-step.ts';
import type { OnShortage, SaveRefusal } from '#worker/manage/save-types.ts';
import type { NamesView } from '#worker/licenses/license-types.ts';
import type { UserRow } from '#worker/users/user-types.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Result } from '#base/result.ts';
import type { Position } from '#users/ids.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { AllotmentView } from '#worker/manage/manage-types.ts';

/** A change, and which way it goes: `takenOut` is undo, `putBack` is redo. */
export interface StepName {
  readonly changeId: ChangeId;
  readonly kind: ChangeEvent['kind'];
}

/** What an undo or redo would do, for the person to look at before it is done. */
export interface StepView {
  readonly customer: Customer;
  readonly savedAt: number;
  readonly reference: string | null;
  readonly preview: UndoPreview;
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
export interface StaysPage {
  readonly rows: readonly (Pick<
    UserRow,
    'position' | 'userId' | 'displayName' | 'userPrincipalName'
  > &
    Pick<Stay, 'reason' | 'issues'>)[];
  readonly total: number;
  readonly page: number;
}

/** The commands for undo and redo. */
export interface StepCommands {
  /** What undoing or redoing a change would do, with this answer to a shortage; `ask` shows what waiting means. */
  stepView(ask: {
    readonly customerId: CustomerId;
    readonly step: StepName;
    readonly onShortage: OnShortage;
    readonly locale: LocaleTag;
  }): StepView;
  /** Users for whom the change would stay as it is. */
  stepStays(ask: {
    readonly customerId: CustomerId;
    readonly step: StepName;
    readonly onShortage: OnShortage;
    readonly page: number;
    readonly pageSize: number;
    readonly locale: LocaleTag;
  }): StaysPage;
  stepAllotment(ask: {
    readonly customerId: CustomerId;
    readonly step: StepName;
    readonly sku: SkuId;
    readonly waiting: readonly Position[];
    readonly page: number;
    readonly pageSize: number;
    readonly locale: LocaleTag;
  }): AllotmentView;
  /** Undoes or redoes a change; gives the number of users for whom it was done. */
  moveChange(id: CustomerId, step: StepName, request: StepRequest): Result<number, SaveRefusal>;
}
