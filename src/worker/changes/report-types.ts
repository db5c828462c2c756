import type { UserChange } from '#worker/history/history-types.ts';
import type { ToldChange } from './change-types.ts';

/** One user of a change: before, after, and what became of it. */
export interface ReportRow extends UserChange {
  /** Why sync ended it so, in sentences of the report's language; empty where nothing was sent or is to be explained. */
  readonly reasons: readonly string[];
}

/** What one change does, told to the customer. */
export interface ChangeReport extends ToldChange {
  /** The first users of the change, in its order, each as it was before and is to be after. */
  readonly rows: readonly ReportRow[];
}
