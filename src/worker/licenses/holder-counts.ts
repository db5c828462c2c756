import type { SkuId } from '#licenses/ids.ts';
import type { CustomerData } from '#users/customer-data.ts';
import { countHolders as countIn } from '#users/merge-products.ts';
import { isPresent } from '#users/user-table.ts';

/** How many users still in the customer hold each product by any path, planned or as last known. */
export const countHolders = (
  { table, sets }: CustomerData,
  state: 'baseline' | 'planned',
): Map<SkuId, number> =>
  countIn(table.licenses[state], sets, (position) => isPresent(table, position));

/** How many users still in the customer are not known to hold a product, as no source told all of their licenses. */
export function countUntold({ table, sets }: CustomerData): (sku: SkuId) => number {
  const { planned } = table.licenses;
  let all = 0;
  const known = countIn(planned, sets, (position) => {
    const isUntold = isPresent(table, position) && sets.isUntold(planned[position] ?? 0);
    if (isUntold) all++;
    return isUntold;
  });
  return (sku) => all - (known.get(sku) ?? 0);
}
