import type { ProductIndex } from '#rules/product-index.ts';
import type { Availability } from './planning-context.ts';
import type { Judged } from './judged.ts';
import type { LedgerLine } from './preview.ts';

/** Units per product, by number, were everybody planned whom no rule keeps out. */
export interface Demand {
  readonly needed: Uint32Array;
  readonly freed: Uint32Array;
}

/** What the draft takes and gives back; users with a blocking issue drop out and free nothing. */
export function demandOf({ cases, counts }: Judged, products: number): Demand {
  const needed = new Uint32Array(products);
  const freed = new Uint32Array(products);
  cases.forEach(({ kind, effects }, i) => {
    if (kind !== 'planned') return;
    const users = counts[i] ?? 0;
    // of a product that the customer is not known to have, no place is found
    for (const { kind: effect, product } of effects) {
      if (effect === 'gained') needed[product] = (needed[product] ?? 0) + users;
      else if (effect === 'lost') freed[product] = (freed[product] ?? 0) + users;
    }
  });
  return { needed, freed };
}

/** One line per product, in the order of the customer's products. */
export function ledgerOf(
  demand: Demand,
  availability: readonly Availability[],
  { products }: ProductIndex,
): LedgerLine[] {
  return products.map(({ skuId }, product) => {
    const { cloud = null, planned = null } = availability[product] ?? {};
    const needed = demand.needed[product] ?? 0;
    const freed = demand.freed[product] ?? 0;
    const left = planned === null ? null : planned + freed - needed;
    // what was overdrawn before is not this draft's shortage
    const short = left === null ? 0 : Math.min(needed, Math.max(0, -left));
    return { skuId, cloud, available: planned, freed, needed, left, short };
  });
}
