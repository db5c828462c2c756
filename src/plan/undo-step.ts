import type { Issue } from '#rules/issue.ts';
import type { Change, ChangeEvent, PlannedShortage } from './change.ts';
import type { PlanColumns } from './fold.ts';
import type { Judged, ToldCase } from './judged.ts';
import type { IssueGroup, LedgerLine } from './preview.ts';

/**
 * Why a change stays as it is for a user:
 * `blocked`: what would be left of the plan would be refused (take out the later change first),
 * `changedSince`: a change saved after the undo touches the same product or usage location,
 * `wantedLater`: a later Save wanted a license that the user would lose, and planned nothing because it
 * was planned already,
 * `gone`: no longer in the customer, `ended`: already sent, `sending`: claimed by a sync that does not know
 * the outcome yet, `waits`: no unit is left.
 */
export type StayReason =
  'blocked' | 'changedSince' | 'wantedLater' | 'gone' | 'ended' | 'sending' | 'waits';

/** What moving a change does to users who are alike. Their issues are those that today's plan does not have. */
export interface UndoCase extends ToldCase {
  readonly setsLocation: boolean;
  /** A planned usage location falls back to what was known before. */
  readonly dropsLocation: boolean;
  /** A product that is held in Microsoft 365, and that today's plan leaves there, goes. */
  readonly revokes: boolean;
}

/** A change leaving or rejoining the plan, judged for every user for whom that is possible; nothing is written yet. */
export interface UndoStep extends Judged {
  readonly kind: ChangeEvent['kind'];
  readonly change: Change;
  readonly cases: readonly UndoCase[];
  /** Index i: where `users[i]` stands in the columns of the change. */
  readonly indexes: Uint32Array;
  /** Index i: what would be planned for `users[i]`. */
  readonly planned: PlanColumns;
  /** Users for whom it is not possible, whatever the units. */
  readonly impossible: readonly Stay[];
  /** How many could lose a license that a later Save wanted: they stay, unless the step is for them too. */
  readonly wantedLater: number;
}

/** A user for whom the change stays as it is. */
export interface Stay {
  readonly position: number;
  readonly reason: StayReason;
  /** What would be refused; empty for the other reasons. */
  readonly issues: readonly Issue[];
}

/** What undoing or redoing a change would do, computed before it is done. */
export interface UndoPreview {
  /** Users who are asked for: `moved` and those who stay. */
  readonly users: number;
  /** Users for whom the change would be taken out or put back. */
  readonly moved: number;
  /** Of these: what is planned for them becomes another. */
  readonly changed: number;
  /** Licenses (user × product) that the plan gets and loses. */
  readonly assigns: number;
  readonly revokes: number;
  /** Planned usage locations that are set, and that fall back to what was known before. */
  readonly locationsSet: number;
  readonly locationsDropped: number;
  /** Users who would lose a product that they hold in Microsoft 365 and that today's plan leaves them. */
  readonly usersRevoked: number;
  /** Users who would lose their last mailbox or storage service plan, which today's plan leaves them. */
  readonly losingData: number;
  /** Issues that today's plan does not have; the blocking ones are those of users who stay. */
  readonly issues: readonly IssueGroup[];
  /** Products of which units are needed or freed. */
  readonly ledger: readonly LedgerLine[];
  readonly shortages: readonly PlannedShortage[];
  readonly stays: Readonly<Record<StayReason, number>>;
  /** Users who stay, or move because that was asked for, although a later Save wanted what they would lose. */
  readonly wantedLater: number;
}

/** The users whom a step moves, with what is planned for them then: same index, same user. */
export interface UndoColumns {
  /** Positions. */
  readonly users: Uint32Array;
  /** Where they stand in the columns of the change. */
  readonly indexes: Uint32Array;
  /** Which case of the step they are. */
  readonly caseOf: UndoStep['caseOf'];
  readonly planned: PlanColumns;
}
