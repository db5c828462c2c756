import type { SkuId } from '#licenses/ids.ts';
import type { CapabilityStatus, Product } from '#licenses/product.ts';
import type { UserRecord } from '#users/user-record.ts';
import { catalogPart } from './catalog-part.ts';

/** How much of a product a sample customer owns. */
export interface Stock {
  readonly part: string;
  readonly enabled: number;
  readonly warning?: number;
  readonly suspended?: number;
  readonly status?: CapabilityStatus;
  readonly appliesTo?: 'User' | 'Company';
}

/** How many users hold each product, by any path. */
export function countHolders(users: readonly UserRecord[]): Map<SkuId, number> {
  const counts = new Map<SkuId, number>();
  for (const { licenses } of users) {
    for (const { skuId } of licenses ?? []) counts.set(skuId, (counts.get(skuId) ?? 0) + 1);
  }
  return counts;
}

/** The owned product; what is consumed is what users really hold. */
export function productFrom(stock: Stock, holders: ReadonlyMap<SkuId, number>): Product {
  const { skuId, skuPartNumber, servicePlans } = catalogPart(stock.part);
  return {
    skuId,
    skuPartNumber,
    name: null,
    appliesTo: stock.appliesTo ?? 'User',
    capabilityStatus: stock.status ?? 'Enabled',
    units: {
      enabled: stock.enabled,
      warning: stock.warning ?? 0,
      suspended: stock.suspended ?? 0,
      lockedOut: 0,
      consumed: holders.get(skuId) ?? 0,
    },
    servicePlans,
    unitsFrom: 'import',
  };
}
