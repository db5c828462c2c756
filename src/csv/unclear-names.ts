import type { Warn } from '#graph/read-shape.ts';
import type { UnclearName } from './license-cell.ts';
import type { ProductNames } from './product-names.ts';

interface Tally {
  readonly unclear: UnclearName;
  readonly column: string;
  readonly row: number;
  rows: number;
}

/** Counts product names that do not tell one product, so that each is warned of once with its rows. */
export class UnclearNames {
  readonly #file: string;
  readonly #warn: Warn;
  readonly #names: ProductNames;
  readonly #tallies = new Map<string, Tally>();

  constructor(context: {
    readonly file: string;
    readonly warn: Warn;
    readonly names: ProductNames;
  }) {
    this.#file = context.file;
    this.#warn = context.warn;
    this.#names = context.names;
  }

  count(names: readonly UnclearName[], column: string, row: number): void {
    for (const unclear of names) {
      const tally = this.#tallies.get(unclear.name);
      if (tally === undefined) this.#tallies.set(unclear.name, { unclear, column, row, rows: 1 });
      else tally.rows++;
    }
  }

  /** Warns of each name, at the row where it first stood. */
  finish(): void {
    for (const { unclear, column, row, rows } of this.#tallies.values()) {
      const { name: value, match } = unclear;
      const { isListed } = this.#names;
      const where = { file: this.#file, row, column, value, rows, isListed };
      if (match.kind === 'none') this.#warn({ kind: 'unknownProduct', ...where });
      else {
        const { skuPartNumbers } = match;
        this.#warn({ kind: 'ambiguousProduct', ...where, skuPartNumbers });
      }
    }
  }
}
