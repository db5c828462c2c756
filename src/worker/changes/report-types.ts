import type { Customer } from '#customers/customer.ts';
import type { ChangeStanding } from '#plan/standing.ts';
import type { UserChange } from '#worker/history/history-types.ts';
import type { NamesView } from '#worker/licenses/license-types.ts';
import type { SheetView } from '#worker/sheets/sheet-types.ts';
import type { ChangeView } from './change-types.ts';

/** One user of a change: before, after, and what became of it. */
export interface ReportRow extends UserChange {
  /** Why sync ended it so, in sentences of the report's language; empty where nothing was sent or is to be explained. */
  readonly reasons: readonly string[];
}

/** What one change does, told to the customer. */
export interface ChangeReport {
  readonly customer: Customer;
  readonly savedAt: number;
  readonly operator: string;
  readonly reference: string | null;
  readonly standing: ChangeStanding;
  /** All its users, by how it stands for them. */
  readonly counts: ChangeView['counts'];
  /** Users by how sync ended it. */
  readonly outcomes: ChangeView['outcomes'];
  /** What it planned for whom, and for whom nothing. */
  readonly sheet: SheetView;
  /** The first users of the change, in its order, each as it was before and is to be after. */
  readonly rows: readonly ReportRow[];
  readonly total: number;
  readonly names: NamesView;
}
