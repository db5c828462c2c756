import type { SkuId } from '#licenses/ids.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { AssignmentList } from './assignment-list.ts';
import type { RowRefusal } from '#users/row-refusal.ts';

/** What several rows ask of one user together. */
export interface MergedAsks {
  /** Indices in the list's `asks`, ascending. */
  readonly asks: readonly number[];
  /** Rows that say again what another says. */
  readonly duplicates: readonly RowRefusal[];
}

type Content = Pick<AssignmentList, 'asks' | 'requests' | 'rows' | 'whos'>;

/**
 * Puts together the rows (indices, ascending) that are about one user. Two that ask different things
 * of one product contradict each other; two that ask the same are one.
 */
export function mergeAsks(
  { asks, requests, rows, whos }: Content,
  indices: Iterable<number>,
): Result<MergedAsks, RowRefusal> {
  const bySku = new Map<SkuId, { readonly ask: number; readonly row: number }>();
  const duplicates: RowRefusal[] = [];
  for (const index of indices) {
    const row = rows.numbers[index] ?? 0;
    const value = whos[rows.who[index] ?? 0]?.[0] ?? '';
    let repeated: number | null = null;
    for (const ask of requests[rows.request[index] ?? 0] ?? []) {
      const skuId = asks[ask]?.skuId;
      if (skuId === undefined) continue;
      const known = bySku.get(skuId);
      if (known === undefined) bySku.set(skuId, { ask, row });
      else if (known.ask === ask) repeated ??= known.row;
      else {
        return fail({
          row,
          column: null,
          value,
          reason: { kind: 'contradiction', row: known.row },
        });
      }
    }
    if (repeated !== null) {
      duplicates.push({ row, column: null, value, reason: { kind: 'duplicate', row: repeated } });
    }
  }
  const merged = [...bySku.values()].map(({ ask }) => ask).sort((a, b) => a - b);
  return ok({ asks: merged, duplicates });
}
