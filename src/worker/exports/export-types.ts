import type { CsvStyle } from '#csv/write-csv.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { Messages } from '#messages/messages.ts';
import type { ChangeId } from '#plan/change.ts';
import type { RunId } from '#plan/operation.ts';
import type { UserQuery } from '#users/user-query.ts';
import type { LineAsk } from '#worker/sheets/line-people.ts';
import type { MadeFile } from '#worker/jobs/job-types.ts';

/** Whose licenses are exported. */
export type ExportedUsers =
  | { readonly kind: 'all' }
  /** Who matches the filter, in its order. */
  | { readonly kind: 'matching'; readonly query: UserQuery }
  /** Who is selected in this window, by display name. */
  | { readonly kind: 'selected'; readonly window: string };

export type ExportWhat =
  /** The buy list; `customerId` null: of all customers. */
  | { readonly kind: 'purchases'; readonly customerId: CustomerId | null }
  | { readonly kind: 'allLicenses' }
  | { readonly kind: 'entitlements'; readonly customerId: CustomerId }
  | { readonly kind: 'change'; readonly customerId: CustomerId; readonly changeId: ChangeId }
  | { readonly kind: 'users'; readonly customerId: CustomerId; readonly users: ExportedUsers }
  | {
      readonly kind: 'longList' | 'wideList';
      readonly customerId: CustomerId;
      readonly users: ExportedUsers;
    }
  /** All users whom the plan changes. */
  | { readonly kind: 'plan'; readonly customerId: CustomerId }
  /** The users of a line of a change sheet, those that match the text. */
  | ({ readonly kind: 'line'; readonly customerId: CustomerId } & Pick<
      LineAsk,
      'source' | 'item' | 'text'
    >)
  | { readonly kind: 'history'; readonly customerId: CustomerId }
  /** What became of everybody in a sync. */
  | { readonly kind: 'outcomes'; readonly customerId: CustomerId; readonly runId: RunId };

/** Text that every program reads, or a workbook of Excel. */
export type ExportFormat = 'csv' | 'xlsx';

export type ExportKind = ExportWhat['kind'];
export type ExportColumn = keyof Messages['exports']['columns'];

export interface ExportAsk {
  readonly what: ExportWhat;
  readonly locale: string;
  readonly format: ExportFormat;
  /** Of CSV. */
  readonly style: CsvStyle;
  /** Columns that are left out, where the kind has columns to choose from. */
  readonly hidden: readonly ExportColumn[];
  /** The file to write into as rows are made; null: the file is handed over when it is whole. */
  readonly to: FileSystemFileHandle | null;
}

/** Written into the file that was asked for; nothing is left to download. */
export interface WrittenValue {
  readonly kind: 'written';
  readonly name: string;
}

export type ExportValue = (MadeFile & { readonly kind: 'file' }) | WrittenValue;
