import type { CsvStyle } from '#csv/write-csv.ts';
import type { ConfirmationLimits } from '#plan/typed-confirmation.ts';
import type { ExportColumn, ExportFormat, ExportKind } from '#worker/exports/export-types.ts';

/** Filters, search, sorting and columns of Users under a name, for any customer. */
export interface SavedView {
  readonly name: string;
  /** The query of the address of Users that shows it. */
  readonly address: string;
  /** Columns as the page keeps them. */
  readonly columns: string;
}

/** What a person set on this device. */
export interface Settings extends ConfirmationLimits {
  /** Null: the browser's language decides. */
  readonly locale: string | null;
  readonly theme: 'system' | 'light' | 'dark';
  /** Shortcuts of one key without Ctrl or Cmd do something. */
  readonly singleKeys: boolean;
  /** Asked once, at the first Save. */
  readonly operator: string;
  /** Where "Buy more" leads; empty: Partner Center. */
  readonly buyAddress: string;
  readonly amberDays: number;
  readonly redDays: number;
  /** The app registration that people sign in to Microsoft 365 with, a GUID; empty: none was entered. */
  readonly clientId: string;
  /** The browser's answer to keeping the data; null: not asked yet. */
  readonly persisted: boolean | null;
  /** Columns that exports leave out, by kind of export. */
  readonly exportHidden: Readonly<Partial<Record<ExportKind, readonly ExportColumn[]>>>;
  readonly exportFormat: ExportFormat;
  readonly exportStyle: CsvStyle;
  readonly savedViews: readonly SavedView[];
}

export const defaultSettings: Settings = {
  locale: null,
  theme: 'system',
  singleKeys: true,
  operator: '',
  buyAddress: '',
  amberDays: 3,
  redDays: 14,
  confirmUsers: 25,
  confirmPercent: 10,
  confirmLosing: 5,
  clientId: '',
  persisted: null,
  exportHidden: {},
  exportFormat: 'csv',
  // what Excel opens rightly by a double click
  exportStyle: { delimiter: ',', bom: true },
  savedViews: [],
};
