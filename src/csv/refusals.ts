import type { RowRefusal } from '#users/row-refusal.ts';

/** How much of a cell is kept to be shown. */
export const SHOWN_VALUE = 100;

/** How many refusals of a file are kept to be shown; the others are only counted. */
export const KEPT_REFUSALS = 100_000;

/** Collects refusals: the first ones whole, and how many there are. */
export class Refusals {
  readonly kept: RowRefusal[] = [];
  count = 0;

  add(refusal: RowRefusal): void {
    this.count++;
    if (this.kept.length < KEPT_REFUSALS) this.kept.push(refusal);
  }

  /** Takes the others in, in order of rows. */
  addAll(others: Refusals): void {
    const kept = [...this.kept, ...others.kept].sort((a, b) => a.row - b.row);
    this.kept.splice(0, Infinity, ...kept.slice(0, KEPT_REFUSALS));
    this.count += others.count;
  }
}
