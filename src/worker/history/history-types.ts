import type { FoundPage, Page } from '#base/page.ts';
import type { SheetLine } from '#plan/change-sheet.ts';
import type { ChangeEvent, ChangeId } from '#plan/change.ts';
import type { Outcome } from '#plan/operation.ts';
import type { ChangeStanding, UsersByStanding } from '#plan/standing.ts';
import type { UserId } from '#users/ids.ts';
import type { ChangeRow } from '#worker/changes/change-types.ts';
import type { HeldView, NamesView } from '#worker/licenses/license-types.ts';

interface Entry {
  readonly changeId: ChangeId;
  /** When the change was saved, in ms since 1970. */
  readonly savedAt: number;
  readonly reference: string | null;
}

/** A Save in the history. */
export interface SavedEntry extends Entry {
  readonly kind: 'saved';
  readonly operator: string;
  readonly note: string | null;
  /** Users selected, and those for whom something was planned. */
  readonly users: number;
  readonly planned: number;
  /** Users for whom no license was left. */
  readonly waits: number;
  readonly lines: readonly SheetLine[];
  readonly standing: ChangeStanding;
  /** Users for whom something was planned, by what became of it. */
  readonly standings: UsersByStanding;
  /** Users by how sync ended the Save for them. */
  readonly outcomes: Readonly<Record<Outcome['kind'], number>>;
}

/** What was done to a change later. */
export interface EventEntry extends Entry {
  readonly kind: ChangeEvent['kind'];
  readonly event: ChangeEvent;
}

export type HistoryEntry = SavedEntry | EventEntry;

/** One page of a customer's history, newest first. */
export interface HistoryPage extends FoundPage<HistoryEntry> {
  readonly names: NamesView;
}

/** What a Save did with one user. */
export interface UserChange extends Entry {
  readonly operator: string;
  readonly row: ChangeRow;
  readonly licensesBefore: readonly HeldView[];
  /** Two letters; null: none or unknown. */
  readonly locationBefore: string | null;
  readonly locationAfter: string | null;
}

/** A Save that concerned one user, with the lines on which the user counts. */
export interface UserHistoryEntry extends UserChange {
  readonly lines: readonly SheetLine[];
}

/** One page of what concerned a user, newest first. */
export interface UserHistoryPage extends Page<UserHistoryEntry> {
  readonly userId: UserId;
  readonly names: NamesView;
}
