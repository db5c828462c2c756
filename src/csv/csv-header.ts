import { looseText } from './loose-text.ts';

/** The headings of a CSV file, found whatever their case and blanks. */
export class CsvHeader {
  readonly cells: readonly string[];
  readonly #indices = new Map<string, number>();
  /** Headings that stand twice; the first column of that name is the one that is read. */
  readonly repeated: readonly string[];

  constructor(cells: readonly string[]) {
    this.cells = cells;
    const repeated: string[] = [];
    for (const [index, cell] of cells.entries()) {
      const name = looseText(cell);
      if (name === '') continue;
      if (this.#indices.has(name)) repeated.push(cell);
      else this.#indices.set(name, index);
    }
    this.repeated = repeated;
  }

  has(name: string): boolean {
    return this.#indices.has(looseText(name));
  }

  /** The column's place, or null when there is no such column. */
  indexOf(name: string): number | null {
    return this.#indices.get(looseText(name)) ?? null;
  }
}
