import type { Customer } from '#customers/customer.ts';
import type { ChangeEvent, ChangeId } from '#plan/change.ts';
import type { Stay, StepPreview } from '#plan/step.ts';
import type { OnShortage } from './api.ts';
import type { NamesView, UserRow } from './view-types.ts';

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
  readonly preview: StepPreview;
  /** Names of the change that stop waiting for their users, or wait for them again. */
  readonly awaited: number;
  /** Users of the whole customer who hold at least one license, planned. */
  readonly licensedUsers: number;
  readonly names: NamesView;
  /** Must be handed to `moveChange`. */
  readonly version: number;
}

export interface StepRequest {
  /** The version that the shown preview was computed on. */
  readonly version: number;
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
