import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { CustomerOrigin, TenantId } from '#customers/customer.ts';
import { steady } from '#base/pace.ts';
import { bindTenant } from '#store/bind-tenant.ts';
import { getCustomer } from '#store/customers.ts';
import { writeBatch } from '#store/write-batch.ts';
import { C1, C2, clock, importOptions, openStore, sampleBatch } from './open-store.ts';

const CONTOSO = '33333333-3333-4333-8333-333333333333' as TenantId;
const OTHER = '44444444-4444-4444-8444-444444444444' as TenantId;

async function openCustomers(origin: CustomerOrigin = 'files') {
  const db = openStore();
  for (const [id, name] of [
    [C1, 'One'],
    [C2, 'Two'],
  ] as const) {
    const batch = sampleBatch(3, { tenantId: null, origin, defaultDomain: null });
    const target = { kind: 'new', id, name } as const;
    const written = await writeBatch(
      db,
      target,
      { batch, options: importOptions },
      { now: clock, pace: steady },
    );
    expect(written.ok).toBe(true);
  }
  return db;
}

it('binds a customer to its tenant, for good', async () => {
  const db = await openCustomers();
  const before = await getCustomer(db, C1);
  expect(await bindTenant(db, C1, CONTOSO, 'contoso.com')).toMatchObject({ ok: true });
  expect(await getCustomer(db, C1)).toEqual({
    ...before,
    tenantId: CONTOSO,
    defaultDomain: 'contoso.com',
    version: (before?.version ?? 0) + 1,
  });
  expect(await bindTenant(db, C1, OTHER, null)).toEqual({ ok: false, error: { kind: 'bound' } });
  expect((await getCustomer(db, C1))?.tenantId).toBe(CONTOSO);
});

it('takes the same answer twice, and changes nothing by it', async () => {
  const db = await openCustomers();
  await bindTenant(db, C1, CONTOSO, null);
  const before = await getCustomer(db, C1);
  expect(await bindTenant(db, C1, CONTOSO, 'contoso.com')).toMatchObject({ ok: true });
  expect(await getCustomer(db, C1)).toEqual(before);
});

it('stays bound when files of another tenant are imported', async () => {
  const db = await openCustomers();
  await bindTenant(db, C1, CONTOSO, null);
  const batch = sampleBatch(3, { tenantId: OTHER });
  const target = { kind: 'existing', id: C1 } as const;
  await writeBatch(db, target, { batch, options: importOptions }, { now: clock, pace: steady });
  expect((await getCustomer(db, C1))?.tenantId).toBe(CONTOSO);
});

it('refuses a tenant that another customer on this device is', async () => {
  const db = await openCustomers();
  await bindTenant(db, C2, CONTOSO, null);
  expect(await bindTenant(db, C1, CONTOSO, null)).toEqual({
    ok: false,
    error: { kind: 'taken', name: 'Two' },
  });
  expect((await getCustomer(db, C1))?.tenantId).toBeNull();
});

it('never binds a sample, nor what is not there', async () => {
  const db = await openCustomers('sample');
  expect(await bindTenant(db, C1, CONTOSO, null)).toEqual({ ok: false, error: { kind: 'sample' } });
  await db.customers.delete(C2);
  expect(await bindTenant(db, C2, CONTOSO, null)).toEqual({ ok: false, error: { kind: 'gone' } });
});
