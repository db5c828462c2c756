import type { Customer, CustomerId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import type { ChangeStanding } from '#plan/standing.ts';
import type { ChangeEffects } from '#plan/change-effects.ts';
import type { UserHistoryEntry } from '#worker/history/history-types.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { ChangeView } from './change-types.ts';
import type { NamesView } from '#worker/licenses/license-types.ts';

/** One user of a change: before, after, and what became of it. */
export interface ReportRow extends UserHistoryEntry {
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
  /** For how many users it planned what. */
  readonly effects: ChangeEffects;
  /** The first users of the change, in its order, each as it was before and is to be after. */
  readonly rows: readonly ReportRow[];
  readonly total: number;
  readonly names: NamesView;
}

/** The command about what a customer is told. */
export interface ReportCommands {
  /** The change as the customer is told of it, with its first `most` users; null when it is not there. */
  changeReport(ask: {
    readonly customerId: CustomerId;
    readonly changeId: ChangeId;
    readonly most: number;
    readonly locale: LocaleTag;
  }): ChangeReport | null;
}
