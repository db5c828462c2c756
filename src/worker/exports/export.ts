import { GrowingFile } from '#base/growing-file.ts';
import type { Pace } from '#base/pace.ts';
import { ok, type Result } from '#base/result.ts';
import { type ByteSink, type CsvTable, streamCsv } from '#csv/write-csv.ts';
import type { XlsxRefusal } from '#csv/xlsx/write-xlsx.ts';
import { exportFileName } from '#messages/export-file-name.ts';
import { knownLocale } from '#messages/locale.ts';
import { loadMessages, type Messages } from '#messages/messages.ts';
import type { Desk } from '#worker/desk.ts';
import type { JobFailed } from '#worker/jobs/job-types.ts';
import { exportTable } from './export-table.ts';
import type { ExportAsk, ExportValue, ExportWhat } from './export-types.ts';
import { writeInto } from './file-sink.ts';

const TYPES = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Whose data it is; null: of all customers. */
async function customerOf(desk: Desk, what: ExportWhat): Promise<string | null> {
  if (!('customerId' in what) || what.customerId === null) return null;
  return (await desk.customers.open(what.customerId)).data.customer.name;
}

/** Writes the table in the form that is asked for; a workbook's own limits can refuse it. */
async function writeTable(
  table: CsvTable,
  { what, format, style }: ExportAsk,
  { m, pace, sink }: { readonly m: Messages; readonly pace: Pace; readonly sink: ByteSink },
): Promise<Result<null, XlsxRefusal>> {
  if (format === 'csv') {
    await streamCsv(table, style, pace, sink);
    return ok(null);
  }
  // most people never write a workbook: its writer comes when it is wanted
  const { streamXlsx } = await import('#csv/xlsx/write-xlsx.ts');
  return streamXlsx(table, m.exports.fileName[what.kind], pace, sink);
}

/** Writes a table as a file with headings in the person's language. */
export async function exportWork(
  desk: Desk,
  request: ExportAsk,
  pace: Pace,
): Promise<ExportValue | JobFailed> {
  const { what, locale, format, hidden, to } = request;
  const m = await loadMessages(knownLocale(locale) ?? 'en');
  const table = await exportTable(desk, what, { locale, m, hidden: new Set(hidden) }, pace);
  const write = (sink: ByteSink) => writeTable(table, request, { m, pace, sink });
  if (to !== null) return writeInto(to, write);
  const file = new GrowingFile();
  const end = await write((bytes) => file.add(bytes));
  if (!end.ok) return { failure: { kind: end.error, detail: '' } };
  const name = exportFileName(m, {
    kind: what.kind,
    customer: await customerOf(desk, what),
    at: desk.now(),
    format,
  });
  return { kind: 'file', name, blob: file.end(TYPES[format]) };
}
