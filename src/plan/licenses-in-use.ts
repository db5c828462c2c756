import type { SkuId } from '#licenses/ids.ts';
import { assignmentOf, type LicenseSet } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';

/** How many more licenses of each product are in use (negative: fewer). */
export type Moves = Map<SkuId, number>;

/** Adds what it moves that a user who held one license set holds the other; both as held. */
export function addMoves(moves: Moves, before: LicenseSet, after: LicenseSet): void {
  if (before === after) return;
  for (const sku of new Set([...before, ...after].map(({ skuId }) => skuId))) {
    const [was, is] = [assignmentOf(before, sku), assignmentOf(after, sku)];
    const move = Number(is !== undefined) - Number(was !== undefined);
    if (move !== 0) moves.set(sku, (moves.get(sku) ?? 0) + move);
  }
}

/** The products with these licenses more in use; unknown counts stay unknown. The same array when nothing moves. */
export function withMoves(products: readonly Product[], moves: Moves): readonly Product[] {
  const isMoved = ({ skuId, units }: Product): boolean =>
    units !== null && (moves.get(skuId) ?? 0) !== 0;
  if (!products.some(isMoved)) return products;
  return products.map((product) => {
    const { units, skuId } = product;
    if (units === null) return product;
    const consumed = Math.max(0, units.consumed + (moves.get(skuId) ?? 0));
    return { ...product, units: { ...units, consumed } };
  });
}
