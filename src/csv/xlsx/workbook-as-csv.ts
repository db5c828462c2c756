import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { isCompoundFile } from '#csv/workbook-head.ts';
import { csvText } from '#csv/write-csv.ts';
import type { WorkbookFault } from '#users/import-problem.ts';
import { MOST_CSV } from './limits.ts';
import { openWorkbook, type OpenWorkbook, type Rest } from './open-workbook.ts';
import type { SheetEntry } from './workbook-parts.ts';
import type { SheetRow } from './sheet-rows.ts';
import { BadWorkbook } from './workbook-fault.ts';

/** A sheet as the CSV readers take it, and what a person should know about it. */
export interface SheetAsCsv {
  /** UTF-8 with a byte order mark, by the name of the workbook. Its rows have the numbers of the sheet's. */
  readonly file: File;
  readonly sheet: string;
  /** Other sheets that hold something to see; they are not read. */
  readonly otherSheets: readonly string[];
  /** Cells that hold the last result of a formula, and the row of the first of them. */
  readonly formulas: { readonly count: number; readonly row: number };
}

/** Tells the reader what delimiter the text has: a heading may be full of others. */
const START = '\uFEFFsep=,\r\n';
const BATCH = 1000;

/**
 * Turns the first sheet that holds anything into the CSV text that says the same, so that kinds, mapping and
 * faults of rows are the same for both. Columns in which nothing stands are left out. Texts stay as
 * they are, numbers are written out, days are `2026-11-12`, truth is TRUE or FALSE; formulas are never
 * worked out: their last result is taken. Rests with (bytes read, null).
 */
export async function workbookAsCsv(
  workbook: File,
  pace: Pace,
): Promise<Result<SheetAsCsv, WorkbookFault>> {
  try {
    if (isCompoundFile(new Uint8Array(await workbook.slice(0, 4).arrayBuffer()))) {
      return fail('protected');
    }
    let done = 0;
    const rest: Rest = async (bytes) => {
      done += bytes;
      if (pace.due()) await pace.rest(done, null);
    };
    const open = await openWorkbook(workbook, rest);
    const first = await firstFilled(open, rest);
    if (first === null) return fail('noSheet');
    const { sheet, columns, formulas } = first;
    const others = open.sheets.filter((other) => other !== sheet);
    const parts = await csvOf(open, sheet, columns, rest);
    const { name, lastModified } = workbook;
    return ok({
      file: new File(parts, name, { type: 'text/csv;charset=utf-8', lastModified }),
      sheet: sheet.name,
      otherSheets: others.map((other) => other.name),
      formulas,
    });
  } catch (error) {
    if (error instanceof BadWorkbook) return fail(error.fault);
    throw error;
  }
}

/** A sheet, which of its columns hold anything (ascending), and what of it is computed. */
interface SheetLook {
  readonly sheet: SheetEntry;
  readonly columns: readonly number[];
  readonly formulas: SheetAsCsv['formulas'];
}

async function firstFilled(open: OpenWorkbook, rest: Rest): Promise<SheetLook | null> {
  for (const sheet of open.sheets) {
    const found = await lookAt(open, sheet, rest);
    if (found.columns.length > 0) return found;
  }
  return null;
}

async function lookAt(open: OpenWorkbook, sheet: SheetEntry, rest: Rest): Promise<SheetLook> {
  const columns = new Set<number>();
  const formulas = { count: 0, row: 0 };
  const look = (row: SheetRow): void => {
    for (const column of row.cells.keys()) columns.add(column);
    if (formulas.count === 0 && row.formulas > 0) formulas.row = row.number;
    formulas.count += row.formulas;
  };
  await open.readSheet(sheet, look, rest);
  return { sheet, columns: [...columns].sort((a, b) => a - b), formulas };
}

async function csvOf(
  open: OpenWorkbook,
  sheet: SheetEntry,
  columns: readonly number[],
  rest: Rest,
): Promise<Blob[]> {
  const parts = [new Blob([START])];
  let size = 0;
  let batch: (readonly string[])[] = [];
  let last = 0;
  const flush = (): void => {
    if (batch.length === 0) return;
    const part = new Blob([csvText(batch, ',')]);
    size += part.size;
    if (size > MOST_CSV) throw new BadWorkbook('tooLarge');
    parts.push(part);
    batch = [];
  };
  const take = ({ number, cells }: SheetRow): void => {
    for (last++; last < number; last++) {
      batch.push([]);
      if (batch.length >= BATCH) flush();
    }
    batch.push(columns.map((column) => cells.get(column) ?? ''));
    if (batch.length >= BATCH) flush();
  };
  await open.readSheet(sheet, take, rest);
  flush();
  return parts;
}
