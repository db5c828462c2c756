import type { LocationCode } from '#users/usage-location.ts';
import { addBit, addBits, either, noBits, without, type Bits } from './bits.ts';
import type { HeldRows } from './held-rows.ts';
import type { ProductIndex } from './product-index.ts';
import type { TouchedRows } from './touched-rows.ts';

/** Of each row: where its users are, and what is known of them, as the flags that `userFacts` reads. */
export interface Whereabouts {
  readonly before: Uint16Array;
  readonly after: Uint16Array;
  readonly flags: Uint8Array;
}

/** What rows are made of. */
type RowsInput = Pick<Rows, 'index' | 'before' | 'touched' | 'users'>;

/**
 * What rules judge: what very many users hold, and what happens to it, all rows at once. A rule combines
 * bits over rows, so that it looks at a product or a fact once and not at every user.
 */
export class Rows {
  readonly index: ProductIndex;
  readonly before: HeldRows;
  /** What is done; untouched products stay. */
  readonly touched: readonly TouchedRows[];
  readonly users: Whereabouts;
  /** Rows of which some product changes. */
  readonly changed: Bits;
  readonly #touchedAt = new Map<number, TouchedRows[]>();
  readonly #on = new Map<number, Bits>();
  readonly #onInAny: (Bits | undefined)[] = [];
  readonly #places = new Map<LocationCode, Bits>();

  constructor({ index, before, touched, users }: RowsInput) {
    this.index = index;
    this.before = before;
    this.touched = touched;
    this.users = users;
    this.changed = noBits(before.size);
    for (const one of touched) {
      addBits(this.changed, one.changed);
      const others = this.#touchedAt.get(one.column);
      if (others === undefined) this.#touchedAt.set(one.column, [one]);
      else others.push(one);
    }
    users.after.forEach((location, row) => addBit(this.#rowsAt(location), row));
  }

  /** Who will hold the product. */
  held(column: number): Bits {
    let held = this.before.held(column);
    for (const { lost, gained } of this.#touchedAt.get(column) ?? []) {
      held = either(without(held, lost), gained);
    }
    return held;
  }

  /** Who will have this bit of a mask in the product. */
  on(column: number, bit: number): Bits {
    const touched = this.#touchedAt.get(column);
    if (touched === undefined) return this.before.on(column, bit);
    const key = column * this.before.table.words * 32 + bit;
    let on = this.#on.get(key);
    if (on === undefined) {
      on = this.before.on(column, bit);
      for (const one of touched) on = either(without(on, one.changed), one.on(bit));
      this.#on.set(key, on);
    }
    return on;
  }

  /** Who will have it in any product. */
  onInAny(bit: number): Bits {
    let all = this.#onInAny[bit];
    if (all === undefined) {
      const { none, table } = this.before;
      this.#onInAny[bit] = all = noBits(this.before.size);
      for (let column = 0; column < table.columnCount; column++) {
        const on = table.mayHave(column, bit) ? this.on(column, bit) : none;
        if (on !== none) addBits(all, on);
      }
    }
    return all;
  }

  /** Where users will be, each place with its rows. */
  get places(): ReadonlyMap<LocationCode, Bits> {
    return this.#places;
  }

  /** Whose usage location stays. */
  staying(): Bits {
    const { before, after } = this.users;
    const rows = noBits(after.length);
    after.forEach((location, row) => {
      if (location === before[row]) addBit(rows, row);
    });
    return rows;
  }

  #rowsAt(location: LocationCode): Bits {
    let rows = this.#places.get(location);
    if (rows === undefined) this.#places.set(location, (rows = noBits(this.before.size)));
    return rows;
  }
}
