import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import type { RefusalReason } from '#users/row-refusal.ts';
import type { AssignmentList } from './assignment-list.ts';
import type { CheckedList } from './check-list.ts';
import type { CsvRows } from './csv-rows.ts';
import type { ListChoices } from './read-assignment-list.ts';
import { readCsv, type StreamedFile } from './read-csv.ts';
import type { Cell, CsvTable } from './write-csv.ts';

/** Headings of the two columns in front, which reading a list passes over, and how a reason is said. */
export interface RefusedRowsWords {
  readonly row: string;
  readonly reason: string;
  readonly said: (reason: RefusalReason) => string;
}

/** Rows of a list that are not followed, by their number, and the columns under which they stand. */
export interface NotFollowed extends Pick<AssignmentList, 'columns' | 'lastRow'> {
  readonly reasons: ReadonlyMap<number, RefusalReason>;
}

/** What of a list is not followed at a customer: refused, or about a user who is left alone. */
export function notFollowed({ list, refused, leftAlone, userOf }: CheckedList): NotFollowed {
  const reasons = new Map<number, RefusalReason>();
  const why = new Map(leftAlone.map((left) => [left.position, left.why]));
  list.rows.numbers.forEach((row, index) => {
    const left = why.get(userOf[list.rows.who[index] ?? 0] ?? -1);
    if (left !== undefined) reasons.set(row, { kind: 'userLeftAlone', row: left.row });
  });
  for (const { row, reason } of refused) reasons.set(row, reason);
  return { columns: list.columns, lastRow: list.lastRow, reasons };
}

/**
 * The rows of a list that are not followed, as they stand in its file, with the number of each row and
 * the reason in front: to be mended and read as a list again. With a refused row come all rows about
 * the users who are left alone for it. It has no end row, so that what it revokes is asked about again.
 *
 * The file is read a second time. Problems: those of `readCsv`. Rests with (bytes read, bytes).
 */
export async function refusedRows(
  file: StreamedFile,
  { columns, lastRow, reasons }: NotFollowed,
  {
    choices: { encoding },
    words,
    pace,
  }: {
    readonly choices: Pick<ListChoices, 'encoding'>;
    readonly words: RefusedRowsWords;
    readonly pace: Pace;
  },
): Promise<Result<CsvTable, ImportProblem>> {
  const headings = columns.map(({ heading }) => heading);
  const rows: (readonly Cell[])[] = [];
  let passed = 0;
  const keep = (cells: readonly string[], row: number): void => {
    passed = row;
    const reason = reasons.get(row);
    if (reason !== undefined) rows.push([row, words.said(reason), ...cells]);
  };
  const following: CsvRows = {
    take: keep,
    leaveOut: ({ cells, row }) => keep(cells, row),
    isOver: () => passed >= lastRow,
    finish: () => undefined,
  };
  const isHeader = (cells: readonly string[]): boolean =>
    cells.length === headings.length && cells.every((cell, index) => cell === headings[index]);
  const read = await readCsv(
    file,
    (cells) =>
      isHeader(cells) ? ok(() => following) : fail({ kind: 'notRecognised', file: file.name }),
    { warn: () => undefined, pace, form: { encoding } },
  );
  if (!read.ok) return read;
  return ok({ header: [words.row, words.reason, ...headings], rows });
}
