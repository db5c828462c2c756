import { fail, ok, type Result } from '#base/result.ts';
import type { Customer, CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import { customerOf } from './customers.ts';
import type { SeatwiseDatabase } from './database.ts';

/**
 * Keeps how many licenses of a product a person says the customer owns, of which `consumed` are in use
 * (users who hold it, as last known). Raises the version. `gone`: no such customer or product any more.
 */
export function typeUnits(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  {
    sku,
    total,
    consumed,
  }: { readonly sku: SkuId; readonly total: number; readonly consumed: number },
): Promise<Result<Customer, { kind: 'gone' }>> {
  return db.transaction('rw', db.customers, db.products, async () => {
    const [row, stored] = await Promise.all([
      db.customers.get(customerId),
      db.products.get(customerId),
    ]);
    const isKnown = stored?.products.some(({ skuId }) => skuId === sku) ?? false;
    if (row === undefined || stored === undefined || !isKnown)
      return fail({ kind: 'gone' } as const);
    const units = { enabled: total, warning: 0, suspended: 0, lockedOut: 0, consumed };
    const products = stored.products.map((product) =>
      product.skuId === sku ? { ...product, units, unitsFrom: 'typed' as const } : product,
    );
    const next = { ...row, version: row.version + 1 };
    await Promise.all([db.products.put({ customerId, products }), db.customers.put(next)]);
    return ok(customerOf(next));
  });
}
