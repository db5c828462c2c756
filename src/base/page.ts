/** How many rows of a table a person can see at a time. */
export type PageSize = 25 | 50 | 100;

/** Which page of a list is asked for; `page` is 0-based. */
export interface PageAsk {
  readonly page: number;
  readonly pageSize: number;
}

/** One page of a list that has `total` rows. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  /** 0-based; the last one where the asked one is past the end. */
  readonly page: number;
}

/** A page of the rows that a search leaves of `total`. */
export interface FoundPage<Row> extends Page<Row> {
  /** Rows that the search leaves. */
  readonly matching: number;
}

/** What of a list stands on a page; of a page past the end, what stands on the last. */
export function pageOf<Part>(
  list: { readonly length: number; slice(from: number, to: number): Part },
  { page, pageSize }: PageAsk,
): { readonly shown: Part; readonly total: number; readonly page: number } {
  const total = list.length;
  const at = Math.max(0, Math.min(page, Math.ceil(total / pageSize) - 1));
  return { shown: list.slice(at * pageSize, (at + 1) * pageSize), total, page: at };
}
