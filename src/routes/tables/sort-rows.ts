/** What a row is sorted by in one column; null where it is unknown. */
export type SortKey = string | number | null;

/**
 * A sorted copy. Texts are ordered by `compareTexts`, numbers by size; unknown ones come last in
 * both directions; rows that are equal keep their order.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => SortKey,
  descending: boolean,
  compareTexts: (a: string, b: string) => number,
): Row[] {
  const compare = (a: NonNullable<SortKey>, b: NonNullable<SortKey>): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : compareTexts(String(a), String(b));
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      return descending ? compare(b.key, a.key) : compare(a.key, b.key);
    })
    .map(({ row }) => row);
}
