import type { Pace } from '#base/pace.ts';
import { streamCsv, writeCsv } from '#csv/write-csv.ts';
import { exportFileName } from '#messages/export-file-name.ts';
import { knownLocale } from '#messages/locale.ts';
import { loadMessages } from '#messages/messages.ts';
import type { Desk } from '#worker/commands/commands.ts';
import type { ExportRequest, ExportWhat } from '#worker/export-types.ts';
import type { JobFailure, JobValue } from '#worker/job-types.ts';
import { exportTable } from './export-table.ts';
import { writeInto } from './file-sink.ts';

/** Whose data it is; null: of all customers. */
async function customerOf(desk: Desk, what: ExportWhat): Promise<string | null> {
  if (!('customerId' in what) || what.customerId === null) return null;
  return (await desk.customers.open(what.customerId)).data.customer.name;
}

/** Writes a table as a CSV file with headings in the person's language. */
export async function exportWork(
  desk: Desk,
  { what, locale, style, hidden, to }: ExportRequest,
  pace: Pace,
): Promise<JobValue | { readonly failure: JobFailure }> {
  const m = await loadMessages(knownLocale(locale) ?? 'en');
  const table = await exportTable(desk, what, { locale, m, hidden: new Set(hidden) }, pace);
  if (to !== null) return writeInto(to, (sink) => streamCsv(table, style, pace, sink));
  const blob = await writeCsv(table, style, pace);
  const name = exportFileName(m, what.kind, await customerOf(desk, what), desk.now());
  return { kind: 'file', name, blob };
}
