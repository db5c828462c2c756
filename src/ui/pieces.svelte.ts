/** Rows that are drawn in one go: many more at once would be a task that is felt. */
export const PIECE = 30;

/**
 * How many rows of a long list are drawn: a piece at once, and one more in each frame after it. Where the
 * list becomes shorter, it counts from there. To be made while a component is.
 */
export class Pieces {
  #drawn = $state(PIECE);

  constructor(count: () => number) {
    $effect(() => {
      const wanted = Math.max(count(), PIECE);
      if (this.#drawn >= wanted) {
        this.#drawn = wanted;
        return;
      }
      const frame = requestAnimationFrame(() => (this.#drawn += PIECE));
      return () => cancelAnimationFrame(frame);
    });
  }

  /** The rows that are in the document, without those that have not come yet. */
  of<Row>(rows: readonly Row[]): readonly Row[] {
    return rows.slice(0, this.#drawn);
  }
}
