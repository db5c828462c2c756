// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import type { CustomerId } from '#customers/customer.ts';
import { catalogPart } from '#sandbox/catalog-part.ts';
import { makeSample } from '#sandbox/make-sample.ts';
import { calmMood } from '#sandbox/cloud/cloud-mood.ts';
import { sampleCustomers } from '#sandbox/sample-spec.ts';
import { getCustomer } from '#store/customers.ts';
import { takeLease } from '#store/import-lease.ts';
import { loadCustomer } from '#store/load-customer.ts';
import { addOutcomes } from '#store/outcomes.ts';
import { readSubscriptions } from '#store/pulls.ts';
import { writeBatch } from '#store/write-batch.ts';
import { graphProvider } from '#sync/graph-provider.ts';
import type { RunId } from '#plan/operation.ts';
import { userId } from '#users/ids.ts';
import type { LocationCode } from '#users/usage-location.ts';
import { isPresent, type UserTable } from '#users/user-table.ts';
import { cloudOf } from '#worker/cloud/cloud-of.ts';
import type { PulledValue } from '#worker/cloud/cloud-types.ts';
import type { Desk } from '#worker/desk.ts';
import { catalog } from '#licenses/catalog.ts';
import { describeBy } from '#worker/licenses/describe-product.ts';
import type { JobPace } from '#worker/jobs/jobs.ts';
import { findTenantsWork } from '#worker/cloud/find-tenants.ts';
import { addTenant, pull } from '#worker/cloud/pull.ts';
import { assign, saved } from '../../store/open-store.ts';
import { openDesk } from '../desk.ts';

const CLINIC = 'sample-clinic' as CustomerId;
const VISIO = catalogPart('VISIOCLIENT').skuId;
const jobPace: JobPace = { ...steady, waits: () => undefined };
const spec = sampleCustomers().find(({ id }) => id === CLINIC)!;

/** A desk with the clinic on it, taken some days ago. */
async function openClinic() {
  const desk = openDesk();
  const { batch, name, groupNames } = await makeSample(spec, 0, steady);
  const options = { wholeCustomer: true, describe: describeBy(catalog) };
  const target = { kind: 'new', id: CLINIC, name } as const;
  await writeBatch(desk.db, target, { batch, options }, { now: desk.now, pace: steady });
  const customer = (await getCustomer(desk.db, CLINIC))!;
  const wire = cloudOf(desk, customer)!;
  return { desk, batch, groupNames, wire, provider: graphProvider(wire) };
}

async function pulled(desk: Desk, id = CLINIC): Promise<PulledValue> {
  const value = await pull(desk, id, jobPace);
  if (value.kind !== 'pulled') throw new Error(JSON.stringify(value));
  return value;
}

async function tableOf({ db }: Desk, id = CLINIC): Promise<UserTable> {
  return (await loadCustomer(db, id))!.table;
}

const placeOf = ({ texts }: UserTable, name: string): number =>
  texts.userPrincipalName.findIndex((one) => one.startsWith(name));

describe('a pull', () => {
  it('changes nothing where nothing changed, makes the data new, and brings the names of groups', async () => {
    const { desk, groupNames } = await openClinic();
    const before = await tableOf(desk);
    const { added, changed, gone, isWhole } = await pulled(desk);
    expect({ added, changed, gone, isWhole }).toEqual({
      added: 0,
      changed: 0,
      gone: 0,
      isWhole: true,
    });
    expect((await tableOf(desk)).licenses).toEqual(before.licenses);
    const customer = await loadCustomer(desk.db, CLINIC);
    expect(customer?.customer).toMatchObject({ origin: 'sample', dataAt: desk.now() });
    expect(customer?.groups).toEqual(groupNames);
    expect(await readSubscriptions(desk.db, CLINIC)).not.toBeNull();
  });

  it('tells how many users came, and never takes any of it back, also while they are written', async () => {
    const { desk, batch } = await openClinic();
    const told: { done: number; total: number | null }[] = [];
    const value = await pull(desk, CLINIC, {
      due: () => true,
      rest: async (done, total) => void told.push({ done, total }),
      waits: () => undefined,
    });
    expect(value.kind).toBe('pulled');
    const done = told.map((one) => one.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done[0]).toBe(0);
    const users = batch.users!.length;
    expect(told.at(-1)).toEqual({ done: users, total: users });
  });

  it('the second time reads only who changed; the plan stays on top, the gone are flagged', async () => {
    const { desk, wire, provider } = await openClinic();
    await pulled(desk);
    const table = await tableOf(desk);
    const [asa, kofi] = ['asa.', 'kofi.'].map((name) => placeOf(table, name));
    await saved(desk.db, CLINIC, [placeOf(table, 'xiuying.')], assign(VISIO));
    const id = userId(table.texts.id[asa!]!);
    await provider.send([{ kind: 'licenses', userId: id, add: [], remove: [VISIO] }], () => true);
    await wire.fetch(
      new Request(`${wire.base}users/${table.texts.id[kofi!]!}`, {
        method: 'DELETE',
        headers: { Authorization: `Bearer ${spec.tenantId}` },
      }),
    );
    const { isWhole, changed, gone } = await pulled(desk);
    expect({ isWhole, changed, gone }).toEqual({ isWhole: false, changed: 1, gone: 1 });
    const after = await tableOf(desk);
    expect(isPresent(after, kofi!)).toBe(false);
    expect(after.licenses.baseline[asa!]).not.toBe(table.licenses.baseline[asa!]);
    const waiting = placeOf(after, 'xiuying.');
    expect(after.licenses.planned[waiting]).not.toBe(after.licenses.baseline[waiting]);
  });

  it('reads everybody again after data from files, which may be older', async () => {
    const { desk, batch } = await openClinic();
    await pulled(desk);
    const options = { wholeCustomer: false, describe: describeBy(catalog) };
    const target = { kind: 'existing', id: CLINIC } as const;
    await writeBatch(desk.db, target, { batch, options }, { now: desk.now, pace: steady });
    expect((await pulled(desk)).isWhole).toBe(true);
  });

  it('leaves as we made them those whom we changed moments ago, and reads them again next time', async () => {
    const { desk, provider } = await openClinic();
    const first = await pulled(desk);
    const table = await tableOf(desk);
    const asa = placeOf(table, 'asa.');
    const user = { licenses: table.licenses.baseline[asa]!, location: 0 as LocationCode };
    const ended = {
      position: asa,
      cause: { kind: 'applied' as const },
      requestId: null,
      at: desk.now(),
      attempts: 1,
      since: 0,
      through: 1,
      before: user,
      planned: user,
    } as const;
    await addOutcomes(desk.db, { customerId: CLINIC, id: 'run' as RunId }, [ended]);
    const id = userId(table.texts.id[asa]!);
    await provider.send([{ kind: 'licenses', userId: id, add: [], remove: [VISIO] }], () => true);
    expect(first.isWhole).toBe(true);
    expect(await pulled(desk)).toMatchObject({ changed: 0, isWhole: false });
    // a reading is believed again when the change is long ago
    await desk.db.outcomes.clear();
    expect(await pulled(desk)).toMatchObject({ changed: 1, isWhole: false });
  });

  it('says why it cannot be, and changes nothing then', async () => {
    const { desk } = await openClinic();
    const why = async (id = CLINIC) => {
      const value = await pull(desk, id, jobPace);
      return value.kind === 'pullRefused' ? value.why.kind : value.kind;
    };
    expect(await why('nobody' as CustomerId)).toBe('gone');
    const lease = await takeLease(desk.db, CLINIC, desk.now());
    expect(lease).not.toBeNull();
    expect(await why()).toBe('busy');
    await desk.db.imports.clear();
    await desk.db.leases.put({ customerId: CLINIC, epoch: 1, owner: 'w', expiresAt: 9_000 });
    expect(await why()).toBe('syncing');
    await desk.db.leases.clear();
    await desk.db.customers.update(CLINIC, { origin: 'files', tenantId: null });
    expect(await why()).toBe('notConnected');
    await desk.db.customers.update(CLINIC, { origin: 'graph', tenantId: spec.tenantId });
    desk.tokens.connect(() => Promise.resolve({ kind: 'signIn' }));
    expect(await why()).toBe('signIn');
    expect(await desk.db.imports.count()).toBe(0);
    expect(await desk.db.deltas.count()).toBe(0);
  });
});

describe('finding customers', () => {
  it('lists those of the partner once each, and tells which are here', async () => {
    const { desk } = await openClinic();
    const value = await findTenantsWork(desk, 'sandbox', jobPace);
    const tenants = value.kind === 'tenants' ? value.tenants : [];
    expect(tenants).toHaveLength(5);
    expect(tenants.filter(({ customerId }) => customerId !== null)).toEqual([
      {
        tenantId: spec.tenantId,
        name: spec.name,
        defaultDomain: spec.defaultDomain,
        customerId: CLINIC,
      },
    ]);
    // the last one is known by its relationship only
    expect(tenants.filter(({ defaultDomain }) => defaultDomain === null)).toHaveLength(1);
  });

  it('adds one with all its users, once', async () => {
    const { desk } = await openClinic();
    await desk.clouds.setMood('sample-school' as CustomerId, calmMood);
    const value = await findTenantsWork(desk, 'sandbox', jobPace);
    const school = (value.kind === 'tenants' ? value.tenants : []).find(({ name }) =>
      name.includes('School'),
    )!;
    const added = await addTenant(desk, 'sandbox', school, jobPace);
    expect(added).toMatchObject({ kind: 'pulled', users: 900, added: 900 });
    const again = await addTenant(desk, 'sandbox', school, jobPace);
    expect(again).toMatchObject({ kind: 'pulled', users: 900, added: 0, isWhole: false });
    const customer = await getCustomer(desk.db, 'sample-school' as CustomerId);
    expect(customer).toMatchObject({ name: school.name, origin: 'sample', userCount: 900 });
    expect(customer?.defaultDomain).toBe('alderlane.example');
    expect(customer?.productCount).toBeGreaterThan(20);
  });
});
