import type { HiddenColumns } from '#csv/columns.ts';
import type { Messages } from '#messages/messages.ts';

/** In which words a table is written, and what of it. */
export interface ExportWords {
  readonly locale: string;
  readonly m: Messages;
  readonly hidden: HiddenColumns;
}
