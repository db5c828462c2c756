import type { ServicePlanId } from '#licenses/ids.ts';
import { changeablePath, type LicenseSet, type Path } from '#licenses/license-set.ts';
import { productName } from '#licenses/names.ts';
import type { Catalog } from '#licenses/catalog.ts';
import type { Product } from '#licenses/product.ts';
import type { ListedProduct } from './assignment-export.ts';
import type { ProductFinder } from './product-finder.ts';

/** Service plans that are off, where a list can say so: known, and all of them switchable. */
function plansOff({ disabledPlans }: Path, product: Product): readonly ServicePlanId[] | null {
  if (disabledPlans === null || product.servicePlans === null) return null;
  const switchable = new Set(
    product.servicePlans.filter(({ appliesTo }) => appliesTo === 'User').map(({ id }) => id),
  );
  return disabledPlans.every((id) => switchable.has(id)) ? disabledPlans : null;
}

/**
 * What an assignment list says of a user who is to keep exactly these licenses: each that the user
 * has not only by groups is assigned. What groups give is no matter of such a list, and neither is
 * what has no id to be named by.
 */
export const listedProducts = (
  licenses: LicenseSet,
  products: ProductFinder,
): readonly ListedProduct[] =>
  licenses.flatMap((held) => {
    const path = changeablePath(held);
    const product = products.product(held.skuId);
    if (path === undefined || product === undefined) return [];
    return [
      { skuId: held.skuId, action: 'assign', servicePlansOff: plansOff(path, product) } as const,
    ];
  });

/** The product's name where a list that says it means this product (or others of that name too); else its part number. */
export function nameInList(product: Product, products: ProductFinder, catalog: Catalog): string {
  const name = productName(product, catalog);
  const match = products.find(name);
  const isMeant =
    (match.kind === 'one' && match.skuId === product.skuId) ||
    (match.kind === 'several' && match.skuIds.includes(product.skuId));
  return isMeant ? name : product.skuPartNumber;
}
