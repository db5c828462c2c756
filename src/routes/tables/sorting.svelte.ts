import { sortRows, type SortKey } from './sort-rows.ts';

/** By which column a table is sorted, and which way. */
export interface SortChoice<Column extends string> {
  readonly by: Column;
  readonly descending: boolean;
}

/** A table's order: pressing a column sorts by it, pressing it again turns the order round. */
export class Sorting<Column extends string> {
  #choice = $state.raw() as SortChoice<Column>;

  constructor(by: Column, descending = false) {
    this.#choice = { by, descending };
  }

  get choice(): SortChoice<Column> {
    return this.#choice;
  }

  set choice(choice: SortChoice<Column>) {
    this.#choice = choice;
  }

  press(column: Column): void {
    const { by, descending } = this.#choice;
    this.#choice = { by: column, descending: by === column && !descending };
  }

  /** How the table is sorted by this column; null where it is sorted by another. */
  direction(column: Column): 'ascending' | 'descending' | null {
    if (this.#choice.by !== column) return null;
    return this.#choice.descending ? 'descending' : 'ascending';
  }

  /** The rows in this order. */
  apply<Row>(
    rows: readonly Row[],
    keys: Readonly<Record<Column, (row: Row) => SortKey>>,
    compareTexts: (a: string, b: string) => number,
  ): Row[] {
    return sortRows(rows, keys[this.#choice.by], this.#choice.descending, compareTexts);
  }
}
