/** What a pager says, in the person's language. */
export interface PagerLabels {
  /** Name of the group of buttons. */
  readonly label: string;
  readonly first: string;
  readonly previous: string;
  readonly next: string;
  readonly last: string;
  /** `1–25 of 3,200`; from and to are 0 where there is nothing. */
  readonly range: (from: number, to: number, total: number) => string;
  readonly pageSize: string;
}

/** How many pages `total` rows make; an empty list has one, empty page. */
export function pageCount(total: number, pageSize: number): number {
  return Math.max(1, Math.ceil(total / pageSize));
}

/** The first and the last row on a 0-based page, counted from 1; both 0 where there is nothing. */
export function rowRange(page: number, pageSize: number, total: number): [number, number] {
  if (total === 0) return [0, 0];
  const from = Math.min(page * pageSize + 1, total);
  return [from, Math.min(from + pageSize - 1, total)];
}
