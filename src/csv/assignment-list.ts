import type { SkuId } from '#licenses/ids.ts';
import type { ProductAction } from '#plan/draft.ts';
import type { ListColumn, ListShape } from './assignment-columns.ts';
import type { ReadOtherwise } from './read-otherwise.ts';
import type { RowRefusal } from '#users/row-refusal.ts';
import type { ServicePlanSwitches } from './service-plan-cell.ts';
import type { TextEncoding } from './text-encoding.ts';

/** What a list asks for one product. `listed`: it only names the product, and the mode says what for. */
export interface Ask {
  readonly skuId: SkuId;
  readonly action: ProductAction | 'listed';
  readonly servicePlans: ServicePlanSwitches;
}

/**
 * How a list ends. `endRow`: with a row that says how many rows there are, so it is whole. `lineBreak`:
 * after a whole row; rows may be missing. `cut`: perhaps within a row. `said`: a person knows
 * its last row, and all that stands in it.
 */
export type ListEnd = 'endRow' | 'lineBreak' | 'cut' | 'said';

/** A row at the end of a file: its number, and what stands in it. */
export interface LastRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The rows that can be followed, as columns: index i is the same row. */
export interface ListRows {
  /** Row number, from 1 as a spreadsheet shows it. */
  readonly numbers: Uint32Array;
  /** Index in `whos`. */
  readonly who: Uint32Array;
  /** Index in `requests`. */
  readonly request: Uint32Array;
}

/** An assignment list as it was read, not yet looked up in the customer's users. */
export interface AssignmentList {
  readonly shape: ListShape;
  readonly columns: readonly ListColumn[];
  readonly encoding: TextEncoding;
  readonly delimiter: string;
  readonly rows: ListRows;
  /** Distinct filled user cells of a row (`userKey`s): all of them name one user. */
  readonly whos: readonly (readonly string[])[];
  /** Distinct asks; two that are equal are one. */
  readonly asks: readonly Ask[];
  /** Distinct contents of rows: indices in `asks`, ascending, each product once. */
  readonly requests: readonly (readonly number[])[];
  /** The products that the list names, sorted: what *exact* covers to start with. */
  readonly products: readonly SkuId[];
  /** By `userKey`: whoever a refused row may be about; they are left alone. */
  readonly spoiled: ReadonlyMap<string, RowRefusal>;
  /** The first cell of each kind that is read otherwise than it is written. */
  readonly otherwise: readonly ReadOtherwise[];
  /** The first 100,000 of `refusedCount`. */
  readonly refused: readonly RowRefusal[];
  readonly refusedCount: number;
  /** The last row in which anything stands; 0 without rows below the header. */
  readonly lastRow: number;
  readonly end: ListEnd;
  /** The last row, where no line break follows it. */
  readonly unended: LastRow | null;
  /** Rows below the end row, as far as they could be told apart; nothing of them is followed. */
  readonly rowsAfterEnd: number;
}

/** What stands in the user column of the row that ends a list; next to it, how many rows there are above. */
export const END_MARK = '#end';

/**
 * True when nothing of the list can be missing: it says so itself, or its last row is the one that a
 * person knows to be the last: by what stands in it, or by its number (`knownLastRow`).
 */
export const isWholeList = (
  { end, lastRow }: Pick<AssignmentList, 'end' | 'lastRow'>,
  knownLastRow: number | null,
): boolean =>
  end === 'endRow' || end === 'said' || (end === 'lineBreak' && lastRow === knownLastRow);
