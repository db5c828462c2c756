import { Cancelled, type Pace } from '#base/pace.ts';
import type { CustomerFiles } from '#csv/read-customer-files.ts';
import { CSV_LIMIT } from '#csv/read-csv.ts';
import { mayBeWorkbook } from '#csv/workbook-head.ts';
import { type ImportProblem, unreadable } from '#users/import-problem.ts';

/** A file, or the sheet of a workbook as the CSV text that says the same. */
export interface SheetFile {
  readonly file: File;
  /** Of a workbook: the name of its sheet. */
  readonly sheet: string | null;
  readonly warnings: readonly ImportProblem[];
  /** Why a workbook is not read. */
  readonly problem: ImportProblem | null;
}

const asItIs = (file: File, problem: ImportProblem | null = null): SheetFile => ({
  file,
  sheet: null,
  warnings: [],
  problem,
});

async function headOf(file: File): Promise<Uint8Array> {
  // what cannot be read is told by whoever reads all of it
  const head = await file
    .slice(0, 4)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  return new Uint8Array(head);
}

/** The file itself; of an Excel workbook its first sheet, as text. Rests with (bytes read, null). */
export async function sheetFile(file: File, pace: Pace): Promise<SheetFile> {
  if (!mayBeWorkbook(await headOf(file))) return asItIs(file);
  const { name, size } = file;
  if (size > CSV_LIMIT) {
    return asItIs(file, { kind: 'tooLarge', file: name, bytes: size, limit: CSV_LIMIT });
  }
  // most people never bring a workbook: its reader comes when it is wanted
  const { workbookAsCsv } = await import('#csv/xlsx/workbook-as-csv.ts');
  try {
    const read = await workbookAsCsv(file, pace);
    if (!read.ok) return asItIs(file, { kind: 'badWorkbook', file: name, fault: read.error });
    const { file: text, sheet, otherSheets: others, formulas } = read.value;
    const { count: cells, row } = formulas;
    const warnings: ImportProblem[] = [];
    if (others.length > 0) warnings.push({ kind: 'otherSheets', file: name, sheet, others });
    if (cells > 0) warnings.push({ kind: 'computedCells', file: name, row, cells });
    return { file: text, sheet, warnings, problem: null };
  } catch (error) {
    if (error instanceof Cancelled || !(error instanceof DOMException)) throw error;
    return asItIs(file, unreadable(name, error));
  }
}

/** The same with what was found in workbooks; one that is not read stops the import as any bad file does. */
export function withSheets(found: CustomerFiles, sheets: readonly SheetFile[]): CustomerFiles {
  const problems = sheets.flatMap(({ problem }) => problem ?? []);
  const warnings = sheets.flatMap((sheet) => sheet.warnings);
  return {
    ...found,
    batch: problems.length > 0 ? null : found.batch,
    fatal: [...problems, ...found.fatal],
    warnings: [...warnings, ...found.warnings],
    warningCount: warnings.length + found.warningCount,
  };
}
