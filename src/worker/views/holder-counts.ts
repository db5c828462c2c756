import type { SkuId } from '#licenses/ids.ts';
import type { CustomerData } from '#users/customer-data.ts';
import { isPresent } from '#users/user-table.ts';

/** How many users hold each product by any path: one histogram over set numbers, then one look per distinct set. */
export function countHolders(
  data: CustomerData,
  state: 'baseline' | 'planned',
): Map<SkuId, number> {
  const { table, sets } = data;
  const numbers = table.licenses[state];
  const histogram = new Uint32Array(sets.size);
  for (let position = 0; position < table.count; position++) {
    const number = numbers[position];
    if (number !== undefined && isPresent(table, position))
      histogram[number] = (histogram[number] ?? 0) + 1;
  }
  const counts = new Map<SkuId, number>();
  histogram.forEach((users, number) => {
    if (users === 0) return;
    for (const { skuId } of sets.at(number)) counts.set(skuId, (counts.get(skuId) ?? 0) + users);
  });
  return counts;
}
