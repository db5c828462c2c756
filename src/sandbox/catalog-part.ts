import { catalog, type CatalogProduct } from '#licenses/catalog.ts';
import type { ServicePlanId } from '#licenses/ids.ts';

const byPartNumber = new Map(
  [...catalog.products.values()].map((product) => [product.skuPartNumber, product]),
);

/** The catalog's product with this part number. */
export function catalogPart(partNumber: string): CatalogProduct {
  const product = byPartNumber.get(partNumber);
  if (!product) throw new Error(`no product ${partNumber} in the catalog`);
  return product;
}

/** The id of a service plan in a product, by its part name. */
export function planInPart(partNumber: string, planName: string): ServicePlanId {
  const plan = catalogPart(partNumber).servicePlans.find(({ partName }) => partName === planName);
  if (!plan) throw new Error(`no service plan ${planName} in ${partNumber}`);
  return plan.id;
}
