/** A change sheet as every screen shows it: plain cloneable data. */
import type { Page } from '#base/page.ts';
import type { ChangeId } from '#plan/change.ts';
import type { ChangeSheet, SheetUnits } from '#plan/change-sheet.ts';
import type { Draft } from '#plan/draft.ts';
import type { Staying } from '#plan/who-stays.ts';
import type { HeldView } from '#worker/licenses/license-types.ts';
import type { OnShortage } from '#worker/manage/save-types.ts';
import type { Scope } from '#worker/scope-types.ts';
import type { StepName } from '#worker/undo/step-types.ts';
import type { Who } from '#worker/users/user-types.ts';

/** What a change is, with the licenses that there are for it. */
export interface SheetView extends Omit<ChangeSheet, 'units'> {
  /** `available`: before it; null where nobody knows, or where it is over. */
  readonly units: readonly (SheetUnits & { readonly available: number | null })[];
  /** Those who were meant and stay as they are, by cause. */
  readonly staying: readonly Staying[];
}

/**
 * Which change is meant: what a sync would send now, what a Save, undo or redo would do, what would take
 * back a change that sync applied, or what a Save did.
 */
export type SheetSource =
  | { readonly kind: 'review' }
  | {
      readonly kind: 'draft';
      readonly scope: Scope;
      readonly draft: Draft;
      readonly onShortage: OnShortage;
    }
  | { readonly kind: 'step'; readonly step: StepName; readonly onShortage: OnShortage }
  | { readonly kind: 'reversal' | 'change'; readonly changeId: ChangeId };

/** A user on a line: all licenses before and after, with what differs marked. */
export interface SheetRow extends Who {
  readonly before: readonly HeldView[];
  readonly after: readonly HeldView[];
  /** No source told all of the user's licenses: there may be more. */
  readonly isUntold: boolean;
}

export interface SheetPage extends Page<SheetRow> {
  readonly customerName: string;
}
