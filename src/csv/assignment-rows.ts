import { ok, type Result } from '#base/result.ts';
import { userKey } from '#users/name-text.ts';
import type { RefusalReason, RowRefusal } from '#users/row-refusal.ts';
import type { ListHeader } from './assignment-columns.ts';
import { END_MARK, type AssignmentList, type Ask, type LastRow } from './assignment-list.ts';
import type { CsvRows, LeftOutRow } from './csv-rows.ts';
import { Distinct } from './distinct.ts';
import { anyoneIn, leftOutFor, namesSeveral, wholeRow } from './list-row.ts';
import { ListRowCount } from './list-row-count.ts';
import { NumberColumn } from './number-column.ts';
import {
  longAsks,
  wideAsks,
  type CellRefusal,
  type MarkedColumns,
  type ListLookup,
  type ReadAsks,
} from './row-ask.ts';
import type { ProductFinder } from './product-finder.ts';
import { isUserOtherwise, readOtherwise, type ReadOtherwise } from './read-otherwise.ts';
import { Refusals, SHOWN_VALUE } from './refusals.ts';
import type { ListPart } from './split-list.ts';

/** How many different contents of rows are remembered as they stand in the file. */
const KNOWN_ROWS = 10_000;

/** What the rows of a list are read with. */
export interface RowsContext {
  readonly lookup: ListLookup;
  readonly marks: MarkedColumns;
  /** What a person says is the last row; null: nothing. */
  readonly lastRow: LastRow | null;
  /** Whose each row is, where the list is of several customers; null: all are read. */
  readonly part: ListPart | null;
}

/**
 * Gathers the rows of an assignment list. Of a refused row everybody is noted whom it may be about,
 * so that nothing is done for them.
 */
export class AssignmentRows implements CsvRows {
  readonly #header: ListHeader;
  readonly #products: ProductFinder;
  readonly #rows: ListRowCount;
  readonly #part: ListPart | null;
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
  /** Whether texts of product cells name a product in short. */
  readonly #short = new Map<string, boolean>();
  readonly #spoiled = new Map<string, RowRefusal>();
  readonly #refusals = new Refusals();
  readonly #otherwise = new Map<ReadOtherwise['kind'], ReadOtherwise>();

  constructor(header: ListHeader, { lookup, marks, lastRow, part }: RowsContext) {
    const { shape, columns } = header;
    this.#header = header;
    this.#products = lookup.products;
    this.#rows = new ListRowCount(lastRow);
    this.#part = part;
    this.#readAsks = shape === 'long' ? longAsks(columns, lookup) : wideAsks(columns, marks);
    this.#userColumns = columns.flatMap(({ use }, index) => (use.kind === 'user' ? [index] : []));
    const silent: readonly string[] = ['user', 'customer', 'aside', 'unknown', 'blank'];
    this.#askingColumns = columns.flatMap(({ use }, index) =>
      silent.includes(use.kind) ? [] : [index],
    );
  }

  readonly take = (cells: readonly string[], row: number, ended: boolean): void => {
    if (!this.#isRow(cells, row, ended)) return;
    const whose = this.#part?.whose(row) ?? 'ours';
    if (whose === 'others') return;
    if (whose !== 'ours') {
      this.#spoil({ row, ...whose }, anyoneIn(cells));
      return;
    }
    if (this.#rows.end === 'cut') {
      this.#refuseAny(cells, row, { kind: 'mayBeCut' });
      return;
    }
    const who = this.#userColumns.map((index) => userKey(cells[index] ?? '')).filter(Boolean);
    if (who.length === 0) {
      this.#refuse(row, this.#userCell(cells, { kind: 'noUser' }), who);
      return;
    }
    if (this.#userColumns.some((index) => namesSeveral(cells[index] ?? ''))) {
      this.#refuseAny(cells, row, { kind: 'severalUsers' });
      return;
    }
    const known = this.#known.get(this.#asked(cells));
    const request = known === undefined ? this.#requestOf(cells, row) : ok(known);
    if (request.ok) {
      this.#compare(cells, row, request.value, known !== undefined);
      this.#add(row, who, request.value);
    } else this.#refuse(row, request.error, who);
  };

  readonly leaveOut = (left: LeftOutRow): void => {
    const { cells, row, ended } = left;
    if (!this.#isRow(cells, row, ended)) return;
    const reason = this.#rows.end === 'cut' ? ({ kind: 'mayBeCut' } as const) : leftOutFor(left);
    // whose it is, nobody knows: it is refused once, and may be about users of any customer
    if (this.#part === null) this.#refuseAny(cells, row, reason);
    else this.#spoil({ row, ...wholeRow(cells, reason) }, anyoneIn(cells));
  };

  readonly isOver = (): boolean => this.#rows.end === 'endRow';

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
      products: this.#named(),
      spoiled: this.#spoiled,
      otherwise: [...this.#otherwise.values()],
      refused: this.#refusals.kept,
      refusedCount: this.#refusals.count,
      ...this.#rows.ending,
    };
  }

  /** Counts the row; false when it ends the list or stands below its end. */
  #isRow(cells: readonly string[], row: number, ended: boolean): boolean {
    const found = this.#rows.take(cells, row, ended);
    if (found.kind === 'wrongEnd' && this.#part === null) {
      this.#refuse(row, { column: null, value: END_MARK, reason: found }, []);
    }
    return found.kind === 'row';
  }

  #named(): AssignmentList['products'] {
    const asked = this.#asks.all.map(({ skuId }) => skuId);
    const columns = this.#header.columns.flatMap(({ use }) =>
      use.kind === 'answer' ? [use.skuId] : [],
    );
    return [...new Set([...asked, ...columns])].sort();
  }

  /** A text that is equal for rows whose asking cells are, and only for them. */
  #asked(cells: readonly string[]): string {
    let key = '';
    for (const index of this.#askingColumns) {
      const cell = cells[index] ?? '';
      key += `${cell.length}:${cell}`;
    }
    return key;
  }

  /** The index of what the row asks for. */
  #requestOf(cells: readonly string[], row: number): Result<number, CellRefusal> {
    const asks = this.#readAsks(cells, row);
    if (!asks.ok) return asks;
    const ids = asks.value.map((ask) => {
      const plans = ask.servicePlans && Object.entries(ask.servicePlans);
      return this.#asks.indexOf(JSON.stringify([ask.skuId, ask.action, plans]), ask);
    });
    ids.sort((a, b) => a - b);
    const request = this.#requests.indexOf(ids.join(), ids);
    if (this.#known.size < KNOWN_ROWS) this.#known.set(this.#asked(cells), request);
    return ok(request);
  }

  readonly #isShort = (cell: string): boolean => {
    const known = this.#short.get(cell);
    if (known !== undefined) return known;
    const isShort = this.#products.namesIn(cell).some((name) => this.#products.isShort(name));
    if (this.#short.size < KNOWN_ROWS) this.#short.set(cell, isShort);
    return isShort;
  };

  /**
   * Notes the first cell of each kind that is read otherwise than it is written. Where a row asked the same
   * before, only its users can be news.
   */
  #compare(cells: readonly string[], row: number, request: number, isKnown: boolean): void {
    if (isKnown && !this.#userColumns.some((index) => isUserOtherwise(cells[index] ?? ''))) return;
    const asks = (this.#requests.all[request] ?? []).flatMap((ask) => this.#asks.all[ask] ?? []);
    for (const found of readOtherwise(this.#header, { cells, row, asks }, this.#isShort)) {
      if (!this.#otherwise.has(found.kind)) this.#otherwise.set(found.kind, found);
    }
  }

  #add(row: number, who: readonly string[], request: number): void {
    this.#numbers.push(row);
    const only = who[0] ?? '';
    // most rows name a user once; a text that begins as JSON might be that of several
    const isKey = who.length === 1 && !only.startsWith('[');
    this.#who.push(this.#whos.indexOf(isKey ? only : JSON.stringify(who), who));
    this.#request.push(request);
  }

  #userCell(cells: readonly string[], reason: RefusalReason): CellRefusal {
    const [index = 0] = this.#userColumns;
    const value = (cells[index] ?? '').slice(0, SHOWN_VALUE);
    return { column: this.#header.columns[index]?.heading ?? null, value, reason };
  }

  /** Refuses a row whose cells may stand under other headings. */
  #refuseAny(cells: readonly string[], row: number, reason: RefusalReason): void {
    this.#refuse(row, wholeRow(cells, reason), anyoneIn(cells));
  }

  #refuse(row: number, refused: CellRefusal, keys: readonly string[]): void {
    const refusal = { row, ...refused };
    this.#refusals.add(refusal);
    this.#spoil(refusal, keys);
  }

  #spoil(refusal: RowRefusal, keys: readonly string[]): void {
    for (const key of keys) if (!this.#spoiled.has(key)) this.#spoiled.set(key, refusal);
  }
}
