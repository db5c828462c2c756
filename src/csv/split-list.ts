import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { userKey } from '#users/name-text.ts';
import { readListHeader, type ListHeader } from './assignment-columns.ts';
import { END_MARK } from './assignment-list.ts';
import type { CsvRows, LeftOutRow } from './csv-rows.ts';
import { Distinct } from './distinct.ts';
import { addressesIn, leftOutFor, wholeRow } from './list-row.ts';
import { ListRowCount } from './list-row-count.ts';
import { NumberColumn } from './number-column.ts';
import type { ProductFinder } from './product-finder.ts';
import type { ListChoices } from './read-assignment-list.ts';
import { readCsv, type StreamedFile } from './read-csv.ts';
import { Refusals, SHOWN_VALUE } from './refusals.ts';
import type { NotFollowed } from './refused-rows.ts';
import type { CellRefusal } from './row-ask.ts';
import { whoseRow, type KnownCustomers, type RowSource } from './whose-row.ts';

/** The rows of a list with what says whose each of them is, before any customer is looked at. */
export interface ListSources {
  readonly header: ListHeader;
  /** By row number: index in `sources`, plus 1; 0 where no row of the list stands. */
  readonly sourceAt: Uint32Array;
  /** Distinct. */
  readonly sources: readonly RowSource[];
  readonly lastRow: number;
  /** Rows that can be nobody's: what stands in them does not stand under its headings. */
  readonly broken: Refusals;
  readonly delimiter: string;
}

/** Whose a row is, for one customer: no matter of it, or refused for all of them. */
export interface ListPart {
  readonly whose: (row: number) => 'ours' | 'others' | CellRefusal;
}

/** How much of a list is one customer's. */
export interface PartSize {
  readonly rows: number;
  /** Users that are named, as they are written. */
  readonly users: number;
}

/** A list of several customers: each row is one customer's, or refused. */
export interface SplitList {
  readonly sources: ListSources;
  /** By customer, most rows first. */
  readonly parts: ReadonlyMap<CustomerId, PartSize>;
  readonly refused: Refusals;
  readonly partOf: (customer: CustomerId) => ListPart;
}

class SourceRows implements CsvRows {
  readonly #header: ListHeader;
  readonly #userColumns: readonly number[];
  readonly #customerColumns: readonly number[];
  readonly #rows = new ListRowCount(null);
  readonly #sourceAt = new NumberColumn();
  readonly #sources = new Distinct<RowSource>();
  readonly #broken = new Refusals();

  constructor(header: ListHeader) {
    const indices = (kind: string): number[] =>
      header.columns.flatMap(({ use }, index) => (use.kind === kind ? [index] : []));
    this.#header = header;
    this.#userColumns = indices('user');
    this.#customerColumns = indices('customer');
  }

  readonly take = (cells: readonly string[], row: number, ended: boolean): void => {
    if (!this.#isRow(cells, row, ended)) return;
    const users = this.#userColumns.flatMap((index) => {
      const cell = cells[index] ?? '';
      const addresses = addressesIn(cell);
      return addresses.length > 1 ? addresses : [userKey(cell)];
    });
    const source = {
      customer:
        this.#customerColumns.map((index) => cells[index]?.trim() ?? '').find(Boolean) ?? '',
      users: users.filter(Boolean),
    };
    while (this.#sourceAt.length < row) this.#sourceAt.push(0);
    this.#sourceAt.push(this.#sources.indexOf(JSON.stringify(source), source) + 1);
  };

  readonly leaveOut = (left: LeftOutRow): void => {
    const { cells, row, ended } = left;
    if (!this.#isRow(cells, row, ended)) return;
    const reason = this.#rows.end === 'cut' ? ({ kind: 'mayBeCut' } as const) : leftOutFor(left);
    this.#broken.add({ row, ...wholeRow(cells, reason) });
  };

  readonly isOver = (): boolean => this.#rows.end === 'endRow';

  readonly finish = (): void => undefined;

  sources(): Omit<ListSources, 'delimiter'> {
    return {
      header: this.#header,
      sourceAt: this.#sourceAt.values(),
      sources: this.#sources.all,
      lastRow: this.#rows.ending.lastRow,
      broken: this.#broken,
    };
  }

  #isRow(cells: readonly string[], row: number, ended: boolean): boolean {
    const found = this.#rows.take(cells, row, ended);
    if (found.kind === 'wrongEnd') {
      this.#broken.add({ row, column: null, value: END_MARK, reason: found });
    }
    return found.kind === 'row';
  }
}

/** Reads what says whose each row of a list is. Problems and rests: those of `readAssignmentList`. */
export async function readListSources(
  file: StreamedFile,
  products: ProductFinder,
  { encoding, columns }: Pick<ListChoices, 'encoding' | 'columns'>,
  pace: Pace,
): Promise<Result<ListSources, ImportProblem>> {
  const found: { rows: SourceRows | null } = { rows: null };
  const read = await readCsv(
    file,
    (headings) => {
      const header = readListHeader(file.name, headings, products, columns);
      if (!header.ok) return header;
      return ok(() => (found.rows = new SourceRows(header.value)));
    },
    { warn: () => undefined, pace, form: { encoding } },
  );
  if (!read.ok) return read;
  if (found.rows === null) return fail({ kind: 'notRecognised', file: file.name });
  return ok({ ...found.rows.sources(), delimiter: read.value.delimiter });
}

/** The rows that are no customer's, in the way in which `refusedRows` writes them. */
export const nobodysRows = ({ sources: { header, lastRow }, refused }: SplitList): NotFollowed => ({
  columns: header.columns,
  lastRow,
  reasons: new Map(refused.kept.map(({ row, reason }) => [row, reason])),
});

/** Says whose each row is. Rests with (rows done, rows). */
export async function splitList(
  list: ListSources,
  known: KnownCustomers,
  pace: Pace,
): Promise<SplitList> {
  const { header, sourceAt, sources, broken } = list;
  const heading = header.columns.find(({ use }) => use.kind === 'customer')?.heading ?? null;
  const userHeading = header.columns.find(({ use }) => use.kind === 'user')?.heading ?? null;
  const refusalOf = ({ customer, users }: RowSource, reason: CellRefusal['reason']): CellRefusal =>
    reason.kind === 'unknownCustomer' || (customer !== '' && reason.kind === 'severalCustomers')
      ? { column: heading, value: customer.slice(0, SHOWN_VALUE), reason }
      : { column: userHeading, value: users.join(' ').slice(0, SHOWN_VALUE), reason };
  const verdicts: (CustomerId | CellRefusal)[] = [];
  const users = new Map<CustomerId, Set<string>>();
  for (const source of sources) {
    if (pace.due()) await pace.rest(0, sourceAt.length);
    const whose = whoseRow(source, known);
    verdicts.push(whose.ok ? whose.value : refusalOf(source, whose.error));
    if (!whose.ok) continue;
    const named = users.get(whose.value) ?? new Set();
    if (source.users.length > 0) named.add(source.users.join(' '));
    users.set(whose.value, named);
  }
  const rows = new Map<CustomerId, number>();
  const refused = new Refusals();
  for (const [row, at] of sourceAt.entries()) {
    if (pace.due()) await pace.rest(row, sourceAt.length);
    const verdict = verdicts[at - 1];
    if (verdict === undefined) continue;
    if (typeof verdict === 'string') rows.set(verdict, (rows.get(verdict) ?? 0) + 1);
    else refused.add({ row, ...verdict });
  }
  refused.addAll(broken);
  const parts = [...rows].map(
    ([id, count]) => [id, { rows: count, users: users.get(id)?.size ?? 0 }] as const,
  );
  return {
    sources: list,
    parts: new Map(parts.sort(([, a], [, b]) => b.rows - a.rows)),
    refused,
    partOf: (customer) => ({
      whose: (row) => {
        const verdict = verdicts[(sourceAt[row] ?? 0) - 1];
        if (verdict === undefined) return 'others';
        return typeof verdict !== 'string' ? verdict : verdict === customer ? 'ours' : 'others';
      },
    }),
  };
}
