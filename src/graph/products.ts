import { ok, type Result } from '#base/result.ts';
import type { TenantId } from '#customers/customer.ts';
import { readGuid, servicePlanId, skuId } from '#licenses/ids.ts';
import type { Product } from '#licenses/product.ts';
import type { Units } from '#licenses/units.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { pagesOf } from './graph-page.ts';
import { readShape } from './read-shape.ts';
import { wireSku, type WireSku } from './wire.ts';

/** What `subscribedSkus` says. */
export interface GraphProducts {
  readonly products: readonly Product[];
  /** The tenants that the products name; more than one when files of several customers were joined. */
  readonly tenants: readonly TenantId[];
  /** The tenant's short name (`accountName`), e.g. `contoso`. */
  readonly accountName: string | null;
  /** True when another page should follow. */
  readonly more: boolean;
}

function unitsOf({ prepaidUnits, consumedUnits }: WireSku): Units | null {
  if (!prepaidUnits || typeof consumedUnits !== 'number') return null;
  const { enabled, warning, suspended, lockedOut } = prepaidUnits;
  return { enabled, warning, suspended, lockedOut: lockedOut ?? 0, consumed: consumedUnits };
}

/** The product in one `subscribedSku`. */
export function productOf(sku: WireSku): Product {
  const units = unitsOf(sku);
  const { appliesTo, servicePlans } = sku;
  return {
    skuId: skuId(sku.skuId),
    skuPartNumber: sku.skuPartNumber,
    name: null,
    appliesTo: appliesTo === 'User' || appliesTo === 'Company' ? appliesTo : null,
    capabilityStatus: sku.capabilityStatus ?? null,
    units,
    unitsFrom: units && 'import',
    servicePlans:
      servicePlans?.map((plan) => ({
        id: servicePlanId(plan.servicePlanId),
        partName: plan.servicePlanName,
        appliesTo: plan.appliesTo === 'Company' ? 'Company' : 'User',
      })) ?? null,
  };
}

/** A subscribedSku's tenant: `accountId`, else the first half of its id (`{tenant}_{sku}`). */
function tenantOf({ accountId, id }: WireSku): TenantId | null {
  const guid = readGuid(accountId ?? '') ?? readGuid(id?.split('_', 1)[0] ?? '');
  return guid as TenantId | null;
}

/**
 * The products in a parsed `subscribedSkus` file; one that appears twice counts as its last appearance.
 * The problem, if any, is a wrongShape.
 */
export function productsFromSkus(
  file: string,
  value: unknown,
): Result<GraphProducts, ImportProblem> {
  const products = new Map<string, Product>();
  const tenants = new Set<TenantId>();
  let accountName: string | null = null;
  const pages = pagesOf(value);
  for (const { items, pathOf } of pages) {
    for (const [index, item] of items.entries()) {
      const sku = readShape(wireSku, item, { file, path: pathOf(index) });
      if (!sku.ok) return sku;
      const product = productOf(sku.value);
      products.set(product.skuId, product);
      const tenant = tenantOf(sku.value);
      if (tenant !== null) tenants.add(tenant);
      accountName ??= sku.value.accountName ?? null;
    }
  }
  return ok({
    products: [...products.values()],
    tenants: [...tenants],
    accountName,
    more: pages.at(-1)?.more ?? false,
  });
}
