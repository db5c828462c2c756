import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import { endedProduct, type Product } from '#licenses/product.ts';
import type { Units } from '#licenses/units.ts';
import type { SeatwiseDatabase } from './database.ts';
import type { RunRow } from './sync-rows.ts';

type Difference = NonNullable<RunRow['differs']>[number];

const hasSameUnits = (one: Units, other: Units): boolean =>
  one.enabled === other.enabled &&
  one.warning === other.warning &&
  one.suspended === other.suspended &&
  one.lockedOut === other.lockedOut &&
  one.consumed === other.consumed;

/**
 * Takes over the units and the status of a customer's products as the cloud tells them, and says of which
 * products the licenses in use had been counted differently here. `inCloud`: everything that the customer
 * owns, null where nothing new is known of it; a product that was owned and is not there has ended. Raises
 * the version where something moved.
 */
export function refreshUnits(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  inCloud: ReadonlyMap<SkuId, Product | null>,
): Promise<Difference[]> {
  return db.transaction('rw', db.customers, db.products, async () => {
    const [row, stored] = await Promise.all([
      db.customers.get(customerId),
      db.products.get(customerId),
    ]);
    if (row === undefined || stored === undefined) return [];
    const differs: Difference[] = [];
    const products = stored.products.map((product) => {
      const fresh = inCloud.get(product.skuId);
      if (fresh === undefined) return endedProduct(product);
      const units = fresh?.units ?? null;
      if (fresh === null || units === null) return product;
      const capabilityStatus = fresh.capabilityStatus ?? product.capabilityStatus;
      const isSame = product.units !== null && hasSameUnits(product.units, units);
      if (isSame && product.capabilityStatus === capabilityStatus) return product;
      const planned = product.units?.consumed;
      if (planned !== undefined && planned !== units.consumed) {
        differs.push({ skuId: product.skuId, planned, cloud: units.consumed });
      }
      return { ...product, units, capabilityStatus, unitsFrom: 'import' as const };
    });
    if (products.some((product, i) => product !== stored.products[i])) {
      await db.products.put({ customerId, products });
      await db.customers.put({ ...row, version: row.version + 1 });
    }
    return differs;
  });
}
