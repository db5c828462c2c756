import { pageOf } from '#base/page.ts';

/** More rows at a time would keep a person waiting: drawing them is one task, of less than a millisecond for each. */
export const ROWS_SHOWN = 50;

/** Which page a person looks at of rows that are all here. */
export class Paging<Row> {
  readonly #rows: () => readonly Row[];
  #page = $state(0);
  readonly #now = $derived.by(() =>
    pageOf(this.#rows(), { page: this.#page, pageSize: ROWS_SHOWN }),
  );

  constructor(rows: () => readonly Row[]) {
    this.#rows = rows;
  }

  /** 0-based; moved back where the rows have become fewer. */
  get page(): number {
    return this.#now.page;
  }

  /** Rows on all pages. */
  get total(): number {
    return this.#now.total;
  }

  get shown(): readonly Row[] {
    return this.#now.shown;
  }

  turn(page: number): void {
    this.#page = page;
  }

  /** Turns to the page on which the row at this place stands. */
  turnTo(place: number): void {
    this.#page = Math.floor(place / ROWS_SHOWN);
  }
}
