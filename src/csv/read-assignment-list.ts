import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { readListHeader, type ChosenColumns } from './assignment-columns.ts';
import type { AssignmentList, LastRow } from './assignment-list.ts';
import { AssignmentRows, type RowsContext } from './assignment-rows.ts';
import { readCsv, type StreamedFile } from './read-csv.ts';
import { MarkedColumns, type ListLookup } from './row-ask.ts';
import type { ListPart } from './split-list.ts';
import type { TextEncoding } from './text-encoding.ts';

/** What a person said about the file; null where they said nothing. */
export interface ListChoices {
  readonly encoding: TextEncoding | null;
  readonly columns: ChosenColumns;
  /** The last row, though no line break follows it. */
  readonly lastRow: LastRow | null;
}

/** What a list is read with at a customer. */
export interface ListReader extends ListChoices {
  /** Whose each row is, where the list is of several customers; without it all are read. */
  readonly part?: ListPart | null;
}

/**
 * Reads a list of assignments and revocations, in the long or the wide shape, as it streams. Rows that
 * cannot be followed are in the list with their reason. Rests with (bytes read, bytes).
 *
 * Problems: those of `readCsv`, notRecognised and missingListColumn.
 */
export async function readAssignmentList(
  file: StreamedFile,
  lookup: ListLookup,
  choices: ListReader,
  pace: Pace,
): Promise<Result<AssignmentList, ImportProblem>> {
  const marks = new MarkedColumns();
  const list = await readWith(file, choices, { lookup, marks }, pace);
  // what an x says is known when all that stands beside it was read
  if (marks.mixed.size === 0) return list;
  return readWith(file, choices, { lookup, marks: new MarkedColumns(marks.mixed) }, pace);
}

async function readWith(
  file: StreamedFile,
  { encoding, columns, lastRow, part = null }: ListReader,
  { lookup, marks }: Pick<RowsContext, 'lookup' | 'marks'>,
  pace: Pace,
): Promise<Result<AssignmentList, ImportProblem>> {
  const found: { rows: AssignmentRows | null } = { rows: null };
  const look = await readCsv(
    file,
    (headings) => {
      const header = readListHeader(file.name, headings, lookup.products, columns);
      if (!header.ok) return header;
      return ok(
        () => (found.rows = new AssignmentRows(header.value, { lookup, marks, lastRow, part })),
      );
    },
    { warn: () => undefined, pace, form: { encoding } },
  );
  if (!look.ok) return look;
  if (found.rows === null) return fail({ kind: 'notRecognised', file: file.name });
  return ok({ ...found.rows.list(), ...look.value });
}
