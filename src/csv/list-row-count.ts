import { END_MARK, type AssignmentList, type LastRow, type ListEnd } from './assignment-list.ts';

/** How many rows the row says there are, if it is the one that ends a list; else null. */
function endRowCount(cells: readonly string[]): number | null {
  // most rows are told by their first cell
  const first = cells.find((cell) => cell.trim() !== '');
  if (first?.trim().toLowerCase() !== END_MARK) return null;
  const [, count, ...others] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (others.length > 0) return null;
  return /^\d{1,9}$/.test(count ?? '') ? Number(count) : null;
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((cell, index) => cell === other[index]);

/** What a row below the header is: one of the list's, its end or below it, or an end that counts wrong. */
export type RowInList =
  | { readonly kind: 'row' | 'past' }
  /** It says that there are so many rows above. */
  | { readonly kind: 'wrongEnd'; readonly rows: number };

/** Counts the rows of a list, whosever they are, and finds out how it ends. */
export class ListRowCount {
  readonly #knownLast: LastRow | null;
  #count = 0;
  #lastRow = 0;
  #end: ListEnd = 'lineBreak';
  #unended: LastRow | null = null;
  #rowsAfterEnd = 0;

  /** `knownLast`: what a person says is the last row; null: nothing. */
  constructor(knownLast: LastRow | null) {
    this.#knownLast = knownLast;
  }

  get end(): ListEnd {
    return this.#end;
  }

  /** How the list ends, as far as it was read. */
  get ending(): Pick<AssignmentList, 'lastRow' | 'end' | 'unended' | 'rowsAfterEnd'> {
    return {
      lastRow: this.#lastRow,
      end: this.#end,
      unended: this.#unended,
      rowsAfterEnd: this.#rowsAfterEnd,
    };
  }

  take(cells: readonly string[], row: number, ended: boolean): RowInList {
    if (this.#end === 'endRow') {
      this.#rowsAfterEnd++;
      return { kind: 'past' };
    }
    this.#lastRow = row;
    const isLast = this.#knownLast?.row === row && isSame(this.#knownLast.cells, cells);
    this.#end = isLast ? 'said' : ended ? 'lineBreak' : 'cut';
    if (!ended) this.#unended = { row, cells };
    const said = this.#end === 'cut' ? null : endRowCount(cells);
    if (said === this.#count) {
      this.#end = 'endRow';
      return { kind: 'past' };
    }
    this.#count++;
    return said === null ? { kind: 'row' } : { kind: 'wrongEnd', rows: said };
  }
}
