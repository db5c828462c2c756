import type { Position } from '#users/ids.ts';

/**
 * The positions from `anchor` to `target`, both included, as they stand in `order` (a page from top
 * to bottom). Only `target` where the anchor is not on this page.
 */
export function rowRange(
  order: readonly Position[],
  anchor: Position | null,
  target: Position,
): readonly Position[] {
  const from = anchor === null ? -1 : order.indexOf(anchor);
  const to = order.indexOf(target);
  if (from < 0 || to < 0) return [target];
  return order.slice(Math.min(from, to), Math.max(from, to) + 1);
}
