import type { LastRow } from '#csv/assignment-list.ts';

export class ListEnding {
  /** The number of the last row, as the person knows it. */
  lastRow = $state<number | null>(null);
  #readThrough: number | null = null;
  #unended = $state.raw<{ readonly row: LastRow; readonly isLast: boolean } | null>(null);

  /** Whether the row that no line break follows is the last one; null while nobody said. */
  get isLastRow(): boolean | null {
    return this.#unended?.isLast ?? null;
  }

  /** That row, if it is the last one. */
  get knownRow(): LastRow | null {
    return this.#unended?.isLast === true ? this.#unended.row : null;
  }

  /** Says whether the row is the last one, and whole. */
  say(row: LastRow, isLast: boolean): void {
    this.#unended = { row, isLast };
  }

  /** A reading came as far as this row: what was said of one that ended elsewhere is no matter of it. */
  read(lastRow: number): void {
    if (lastRow !== this.#readThrough) this.lastRow = null;
    this.#readThrough = lastRow;
  }

  /** Another reading may end otherwise. */
  forget(): void {
    this.#unended = null;
  }
}
