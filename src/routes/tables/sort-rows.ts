/** What a row is sorted by in one column; null where it is unknown. */
export type SortKey = string | number | null;

/** Where each text stands in the order; those that are equal in it stand in one place. */
function placesOf(
  texts: ReadonlySet<string>,
  compareTexts: (a: string, b: string) => number,
): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let place = 0;
  let last: string | undefined;
  for (const text of [...texts].sort(compareTexts)) {
    if (last !== undefined && compareTexts(last, text) !== 0) place++;
    places.set(text, place);
    last = text;
  }
  return places;
}

/**
 * A sorted copy. Texts are ordered by `compareTexts`, numbers by size; unknown ones come last in
 * both directions; rows that are equal keep their order. Each text is compared once, however many rows
 * have it: comparing as a language does takes most of the time.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => SortKey,
  descending: boolean,
  compareTexts: (a: string, b: string) => number,
): Row[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  const texts = new Set(keyed.flatMap(({ key }) => (typeof key === 'string' ? [key] : [])));
  const places = placesOf(texts, compareTexts);
  return keyed
    .map(({ row, key }) => ({ row, key: typeof key === 'string' ? (places.get(key) ?? 0) : key }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      return descending ? b.key - a.key : a.key - b.key;
    })
    .map(({ row }) => row);
}
