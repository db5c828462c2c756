import { ok, type Result } from '#base/result.ts';
import { WideMap } from '#base/wide-map.ts';
import { readGuid } from '#licenses/ids.ts';
import { userKey } from '#users/name-text.ts';
import type { RefusalReason, RowRefusal } from '#users/row-refusal.ts';
import type { ListHeader } from './assignment-columns.ts';
import {
  END_MARK,
  type AssignmentList,
  type Ask,
  type LastRow,
  type ListEnd,
} from './assignment-list.ts';
import type { CsvRows, LeftOutRow } from './csv-rows.ts';
import { NumberColumn } from './number-column.ts';
import {
  longAsks,
  wideAsks,
  type CellRefusal,
  type MarkedColumns,
  type ListLookup,
  type ReadAsks,
} from './row-ask.ts';
import { readOtherwise, type ReadOtherwise } from './read-otherwise.ts';
import { Refusals, SHOWN_VALUE } from './refusals.ts';

/** What separates words in a row that does not stand under its headings. */
const BETWEEN_WORDS = /[\s",;|<>()[\]]+/;

/** How many different addresses stand in a cell. */
const addressesIn = (cell: string): number =>
  cell.includes('@')
    ? new Set(
        cell
          .split(BETWEEN_WORDS)
          .filter((word) => word.includes('@'))
          .map(userKey),
      ).size
    : 0;

/** How many different contents of rows are remembered as they stand in the file. */
const KNOWN_ROWS = 10_000;

/** The position of each distinct key in the order in which it first came. */
class Distinct<T> {
  readonly all: T[] = [];
  readonly #indices = new WideMap<number>();

  indexOf(key: string, value: T): number {
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    this.#indices.set(key, this.all.length);
    return this.all.push(value) - 1;
  }
}

/** How many rows the row says there are, if it is the one that ends a list; else null. */
function endRowCount(cells: readonly string[]): number | null {
  const [mark, count, ...others] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (mark?.toLowerCase() !== END_MARK || others.length > 0) return null;
  return /^\d{1,9}$/.test(count ?? '') ? Number(count) : null;
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((cell, index) => cell === other[index]);

function reasonOf({ problem }: LeftOutRow): RefusalReason {
  switch (problem.kind) {
    case 'raggedRow':
      return { kind: 'ragged', expected: problem.expected, received: problem.received };
    case 'badValue':
      return { kind: 'tooLong' };
    case 'aboveHeader':
      return { kind: 'aboveHeader' };
    default:
      return { kind: 'brokenQuotes' };
  }
}

/** What the rows of a list are read with. */
export interface RowsContext {
  readonly lookup: ListLookup;
  readonly marks: MarkedColumns;
  /** What a person says is the last row; null: nothing. */
  readonly lastRow: LastRow | null;
}

/**
 * Gathers the rows of an assignment list. Of a refused row everybody is noted whom it may be about,
 * so that nothing is done for them.
 */
export class AssignmentRows implements CsvRows {
  readonly #header: ListHeader;
  readonly #knownLast: LastRow | null;
  readonly #readAsks: ReadAsks;
  readonly #userColumns: readonly number[];
  readonly #numbers = new NumberColumn();
  readonly #who = new NumberColumn();
  readonly #request = new NumberColumn();
  readonly #whos = new Distinct<readonly string[]>();
  readonly #asks = new Distinct<Ask>();
  readonly #requests = new Distinct<readonly number[]>();
  /** Of rows that say the same, by the cells that ask. */
  readonly #known = new Map<string, number>();
  readonly #askingColumns: readonly number[];
  readonly #spoiled = new Map<string, RowRefusal>();
  readonly #refusals = new Refusals();
  readonly #otherwise = new Map<ReadOtherwise['kind'], ReadOtherwise>();
  #count = 0;
  #lastRow = 0;
  #end: ListEnd = 'lineBreak';
  #unended: LastRow | null = null;
  #rowsAfterEnd = 0;

  constructor(header: ListHeader, { lookup, marks, lastRow }: RowsContext) {
    const { shape, columns } = header;
    this.#header = header;
    this.#knownLast = lastRow;
    this.#readAsks = shape === 'long' ? longAsks(columns, lookup) : wideAsks(columns, marks);
    this.#userColumns = columns.flatMap(({ use }, index) => (use.kind === 'user' ? [index] : []));
    const silent: readonly string[] = ['user', 'aside', 'blank'];
    this.#askingColumns = columns.flatMap(({ use }, index) =>
      silent.includes(use.kind) ? [] : [index],
    );
  }

  readonly take = (cells: readonly string[], row: number, ended: boolean): void => {
    if (!this.#counts(cells, row, ended)) return;
    if (this.#end === 'cut') {
      this.#refuseAny(cells, row, { kind: 'mayBeCut' });
      return;
    }
    const who = this.#userColumns.map((index) => userKey(cells[index] ?? '')).filter(Boolean);
    if (who.length === 0) {
      this.#refuse(row, this.#userCell(cells, { kind: 'noUser' }), who);
      return;
    }
    if (this.#userColumns.some((index) => addressesIn(cells[index] ?? '') > 1)) {
      this.#refuseAny(cells, row, { kind: 'severalUsers' });
      return;
    }
    const request = this.#requestOf(cells, row);
    if (request.ok) {
      this.#compare(cells, row, request.value);
      this.#add(row, who, request.value);
    } else this.#refuse(row, request.error, who);
  };

  readonly leaveOut = (left: LeftOutRow): void => {
    const { cells, row, ended } = left;
    if (!this.#counts(cells, row, ended)) return;
    this.#refuseAny(cells, row, this.#end === 'cut' ? { kind: 'mayBeCut' } : reasonOf(left));
  };

  readonly isOver = (): boolean => this.#end === 'endRow';

  readonly finish = (): void => undefined;

  /** What was read so far. */
  list(): Omit<AssignmentList, 'encoding' | 'delimiter'> {
    return {
      ...this.#header,
      rows: {
        numbers: this.#numbers.values(),
        who: this.#who.values(),
        request: this.#request.values(),
      },
      whos: this.#whos.all,
      asks: this.#asks.all,
      requests: this.#requests.all,
      products: this.#products(),
      spoiled: this.#spoiled,
      otherwise: [...this.#otherwise.values()],
      refused: this.#refusals.kept,
      refusedCount: this.#refusals.count,
      lastRow: this.#lastRow,
      end: this.#end,
      unended: this.#unended,
      rowsAfterEnd: this.#rowsAfterEnd,
    };
  }

  /** Counts the row; false when it ends the list or stands below its end. */
  #counts(cells: readonly string[], row: number, ended: boolean): boolean {
    if (this.#end === 'endRow') {
      this.#rowsAfterEnd++;
      return false;
    }
    this.#lastRow = row;
    const isLast = this.#knownLast?.row === row && isSame(this.#knownLast.cells, cells);
    this.#end = isLast ? 'said' : ended ? 'lineBreak' : 'cut';
    if (!ended) this.#unended = { row, cells };
    const said = this.#end === 'cut' ? null : endRowCount(cells);
    if (said === this.#count) {
      this.#end = 'endRow';
      return false;
    }
    this.#count++;
    if (said === null) return true;
    const reason = { kind: 'wrongEnd', rows: said } as const;
    this.#refuse(row, { column: null, value: END_MARK, reason }, []);
    return false;
  }

  #products(): AssignmentList['products'] {
    const asked = this.#asks.all.map(({ skuId }) => skuId);
    const columns = this.#header.columns.flatMap(({ use }) =>
      use.kind === 'answer' ? [use.skuId] : [],
    );
    return [...new Set([...asked, ...columns])].sort();
  }

  /** The index of what the row asks for. */
  #requestOf(cells: readonly string[], row: number): Result<number, CellRefusal> {
    const key = JSON.stringify(this.#askingColumns.map((index) => cells[index]));
    const known = this.#known.get(key);
    if (known !== undefined) return ok(known);
    const asks = this.#readAsks(cells, row);
    if (!asks.ok) return asks;
    const ids = asks.value.map((ask) => {
      const plans = ask.servicePlans && Object.entries(ask.servicePlans);
      return this.#asks.indexOf(JSON.stringify([ask.skuId, ask.action, plans]), ask);
    });
    ids.sort((a, b) => a - b);
    const request = this.#requests.indexOf(ids.join(), ids);
    if (this.#known.size < KNOWN_ROWS) this.#known.set(key, request);
    return ok(request);
  }

  /** Notes the first cell of each kind that is read otherwise than it is written. */
  #compare(cells: readonly string[], row: number, request: number): void {
    const asks = (this.#requests.all[request] ?? []).flatMap((ask) => this.#asks.all[ask] ?? []);
    for (const found of readOtherwise(this.#header, cells, row, asks)) {
      if (!this.#otherwise.has(found.kind)) this.#otherwise.set(found.kind, found);
    }
  }

  #add(row: number, who: readonly string[], request: number): void {
    this.#numbers.push(row);
    this.#who.push(this.#whos.indexOf(JSON.stringify(who), who));
    this.#request.push(request);
  }

  #userCell(cells: readonly string[], reason: RefusalReason): CellRefusal {
    const [index = 0] = this.#userColumns;
    const value = (cells[index] ?? '').slice(0, SHOWN_VALUE);
    return { column: this.#header.columns[index]?.heading ?? null, value, reason };
  }

  /** Refuses a row whose cells may stand under other headings. */
  #refuseAny(cells: readonly string[], row: number, reason: RefusalReason): void {
    const words = cells.flatMap((cell) => [cell, ...cell.split(BETWEEN_WORDS)]);
    const keys = words.map(userKey).filter((key) => key.includes('@') || readGuid(key) !== null);
    const value = cells.join(' ').slice(0, SHOWN_VALUE);
    this.#refuse(row, { column: null, value, reason }, keys);
  }

  #refuse(row: number, refused: CellRefusal, keys: readonly string[]): void {
    const refusal = { row, ...refused };
    this.#refusals.add(refusal);
    for (const key of keys) if (!this.#spoiled.has(key)) this.#spoiled.set(key, refusal);
  }
}
