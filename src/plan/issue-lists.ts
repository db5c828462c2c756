import { PairNumbers } from '#base/pair-numbers.ts';
import { forEachBit } from '#rules/bits.ts';
import type { Issue } from '#rules/issue.ts';
import type { Said } from '#rules/said.ts';

/** What is said of rows of one part, which begin at `first`. */
export interface PartSaid extends Said {
  readonly first: number;
}

/** Calls `visit` for every row of which it is said. */
export const forEachRow = ({ rows, first }: PartSaid, visit: (row: number) => void): void =>
  forEachBit(rows, (row) => visit(first + row));

/** All that is said of each row: rows of which the same is said share a list. */
export class IssueLists {
  readonly #listOf: Uint32Array;
  readonly #lists: (readonly Issue[])[] = [[]];

  /** `rows`: how many there are. */
  constructor(said: readonly PartSaid[], rows: number) {
    const lists = new PairNumbers();
    this.#listOf = new Uint32Array(rows);
    said.forEach((one, i) =>
      forEachRow(one, (row) => {
        const shorter = this.#listOf[row] ?? 0;
        const list = lists.number(shorter, i);
        this.#lists[list] ??= [...(this.#lists[shorter] ?? []), one.issue];
        this.#listOf[row] = list;
      }),
    );
  }

  /** The number of the row's list. */
  listOf(row: number): number {
    return this.#listOf[row] ?? 0;
  }

  at(list: number): readonly Issue[] {
    return this.#lists[list] ?? [];
  }

  of(row: number): readonly Issue[] {
    return this.at(this.listOf(row));
  }
}
