/** A saved change as the page shows it. */
import type { FoundPage } from '#base/page.ts';
import type { Customer } from '#customers/customer.ts';
import type { Cause, Change, ChangeEvent } from '#plan/change.ts';
import type { ChangePart } from '#plan/change-parts.ts';
import type { Outcome, RunId } from '#plan/operation.ts';
import type { ChangeStanding, UserStanding } from '#plan/standing.ts';
import type { HeldView, NamesView } from '#worker/licenses/license-types.ts';
import type { SheetView } from '#worker/sheets/sheet-types.ts';
import type { Who } from '#worker/users/user-types.ts';

export interface ChangeRow extends Who {
  readonly cause: Cause;
  readonly standing: UserStanding;
  /** How sync ended it for the user, and in which run; null: not sent, or no outcome yet. */
  readonly outcome: { readonly kind: Outcome['kind']; readonly runId: RunId } | null;
  /** What moved the standing last; null: nothing since the Save. */
  readonly event: ChangeEvent | null;
  readonly gained: readonly HeldView[];
  readonly lost: readonly HeldView[];
  /** Only the direct copy goes: groups keep the product. */
  readonly keptByGroup: readonly HeldView[];
  /** Products whose service plans changed. */
  readonly changed: readonly HeldView[];
  /** Everything the user holds after this change. */
  readonly licensesAfter: readonly HeldView[];
  /** No source had told all of the user's licenses then: there may be more. */
  readonly isUntold: boolean;
  /** Set when the change plans a usage location. */
  readonly locationSet: string | null;
}

/** A change, told to whoever saved it or to its customer. */
export interface ToldChange extends Pick<Change, 'savedAt' | 'operator' | 'reference'> {
  readonly customer: Customer;
  readonly standing: ChangeStanding;
  /** Users by how the change stands for them now. */
  readonly counts: Readonly<Record<UserStanding, number>>;
  /** Users by how sync ended the change for them; a conflict may still wait for a person. */
  readonly outcomes: Readonly<Record<Outcome['kind'], number>>;
  /** What the Save planned, and for whom it planned nothing. */
  readonly sheet: SheetView;
  readonly total: number;
  readonly names: NamesView;
}

/** `events`: newest first. */
export interface ChangeView
  extends ToldChange, FoundPage<ChangeRow>, Pick<Change, 'id' | 'note' | 'events' | 'shortages'> {
  /** Users by the part of the bar. */
  readonly parts: Readonly<Record<ChangePart, number>>;
  /** It was one draft for all: selecting its users again ticks it again. */
  readonly isOneDraft: boolean;
}

export type OutcomeFilter = 'all' | ChangePart;
