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
