import type { CustomerId } from '#customers/customer.ts';
import type { Product } from '#licenses/product.ts';
import type { SeatwiseDatabase } from './database.ts';

/** The products of these customers, one after the other, without loading the customers. */
export async function productsOf(
  db: SeatwiseDatabase,
  customers: readonly CustomerId[],
): Promise<Product[]> {
  const rows = await db.products.bulkGet([...customers]);
  return rows.flatMap((row) => row?.products ?? []);
}
