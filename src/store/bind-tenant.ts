import { fail, ok, type Result } from '#base/result.ts';
import type { BindRefusal } from '#customers/bind-refusal.ts';
import type { Customer, CustomerId, TenantId } from '#customers/customer.ts';
import { customerOf } from './customers.ts';
import type { SeatwiseDatabase } from './database.ts';

/**
 * Says for good which tenant a customer is: what is synced for it goes there and nowhere else. Raises
 * the customer's version. A domain is taken over only where none was known.
 */
export function bindTenant(
  db: SeatwiseDatabase,
  id: CustomerId,
  tenantId: TenantId,
  defaultDomain: string | null,
): Promise<Result<Customer, BindRefusal>> {
  return db.transaction('rw', db.customers, async () => {
    const rows = await db.customers.toArray();
    const row = rows.find((one) => one.id === id);
    if (row === undefined) return fail({ kind: 'gone' } as const);
    if (row.origin === 'sample') return fail({ kind: 'sample' } as const);
    if (row.tenantId === tenantId) return ok(customerOf(row));
    if (row.tenantId !== null) return fail({ kind: 'bound' } as const);
    const other = rows.find((one) => one.tenantId === tenantId);
    if (other !== undefined) return fail({ kind: 'taken', name: other.name } as const);
    const bound = {
      ...row,
      tenantId,
      defaultDomain: row.defaultDomain ?? defaultDomain,
      version: row.version + 1,
    };
    await db.customers.put(bound);
    return ok(customerOf(bound));
  });
}
