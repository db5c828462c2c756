import type { AssignmentTable } from './assignment-table.ts';
import { addBit, addBits, isEmpty, noBits, type Bits } from './bits.ts';
import { ToldPlans } from './told-plans.ts';

/** Who holds one product, and how: index i of both is the same row. */
export interface Holders {
  /** Ascending. */
  readonly rows: Uint32Array;
  /** Numbers of assignments. */
  readonly assignments: Uint32Array;
}

/**
 * What very many users hold, as bits over rows: a row is a license set, and a question about all of them
 * is a few steps over words of 32 rows. A product is a column of the `AssignmentTable`. Nothing is made
 * for a row; what was asked once is remembered. Nobody may write to what is given.
 */
export class HeldRows {
  readonly size: number;
  readonly table: AssignmentTable;
  /** Of these no source told all that they hold. */
  readonly untold: Bits;
  readonly none: Bits;
  readonly plans: ToldPlans;
  /** By column, where its holders begin. */
  readonly #starts: Uint32Array;
  readonly #rows: Uint32Array;
  readonly #assignments: Uint32Array;
  readonly #held: (Bits | undefined)[] = [];
  /** By column, then by bit of a mask. */
  readonly #on: (Bits | undefined)[][] = [];
  readonly #all: (Bits | undefined)[] = [];

  /** `sets`: by row, the number of the license set. */
  constructor(table: AssignmentTable, sets: Uint32Array) {
    this.size = sets.length;
    this.table = table;
    this.none = noBits(this.size);
    this.plans = new ToldPlans(this);
    this.untold = noBits(this.size);
    const { columns, sets: all } = table;
    const { starts, contents } = table.setColumns;
    const ends = new Uint32Array(table.columnCount + 1);
    for (let row = 0; row < sets.length; row++) {
      const set = sets[row] ?? 0;
      if (all.isUntold(set)) addBit(this.untold, row);
      const end = starts[set + 1] ?? 0;
      for (let i = starts[set] ?? 0; i < end; i++) {
        const after = (columns[contents[i] ?? 0] ?? -1) + 1;
        if (after > 0) ends[after] = (ends[after] ?? 0) + 1;
      }
    }
    for (let i = 1; i < ends.length; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0);
    this.#starts = ends.slice();
    this.#rows = new Uint32Array(ends[ends.length - 1] ?? 0);
    this.#assignments = new Uint32Array(this.#rows.length);
    for (let row = 0; row < sets.length; row++) {
      const set = sets[row] ?? 0;
      const end = starts[set + 1] ?? 0;
      for (let i = starts[set] ?? 0; i < end; i++) {
        const assignment = contents[i] ?? 0;
        const column = columns[assignment] ?? -1;
        if (column < 0) continue;
        const place = ends[column] ?? 0;
        ends[column] = place + 1;
        this.#rows[place] = row;
        this.#assignments[place] = assignment;
      }
    }
  }

  holders(column: number): Holders {
    const [start, end] = [this.#starts[column] ?? 0, this.#starts[column + 1] ?? 0];
    return {
      rows: this.#rows.subarray(start, end),
      assignments: this.#assignments.subarray(start, end),
    };
  }

  /** Who holds the product by any path. */
  held(column: number): Bits {
    let held = this.#held[column];
    if (held === undefined) {
      this.#held[column] = held = noBits(this.size);
      for (const row of this.holders(column).rows) addBit(held, row);
    }
    return held;
  }

  /** Who has this bit of a mask in the product. */
  on(column: number, bit: number): Bits {
    const known = (this.#on[column] ??= []);
    return (known[bit] ??= this.#find(column, bit));
  }

  /** Who has it in any product. */
  onInAny(bit: number): Bits {
    let all = this.#all[bit];
    if (all === undefined) {
      this.#all[bit] = all = noBits(this.size);
      for (let column = 0; column < this.table.columnCount; column++) {
        const on = this.on(column, bit);
        if (on !== this.none) addBits(all, on);
      }
    }
    return all;
  }

  #find(column: number, bit: number): Bits {
    if (!this.table.mayHave(column, bit)) return this.none;
    const { masks, words } = this.table;
    const { rows, assignments } = this.holders(column);
    const on = noBits(this.size);
    const word = bit >>> 5;
    const flag = 1 << (bit & 31);
    for (let i = 0; i < rows.length; i++) {
      const mask = masks[(assignments[i] ?? 0) * words + word] ?? 0;
      if ((mask & flag) !== 0) addBit(on, rows[i] ?? 0);
    }
    return isEmpty(on) ? this.none : on;
  }
}
