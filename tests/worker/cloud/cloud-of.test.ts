// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Customer, CustomerId } from '#customers/customer.ts';
import { assignmentOf } from '#licenses/license-set.ts';
import { calmMood } from '#sandbox/cloud/cloud-mood.ts';
import { catalogPart } from '#sandbox/catalog-part.ts';
import { makeSample } from '#sandbox/make-sample.ts';
import { sampleCustomers } from '#sandbox/sample-spec.ts';
import { backup } from '#store/backup.ts';
import { getCustomer } from '#store/customers.ts';
import { removeCustomer } from '#store/edit-customers.ts';
import { writeBatch } from '#store/write-batch.ts';
import { steady } from '#base/pace.ts';
import { graphProvider } from '#sync/graph-provider.ts';
import { userId, type UserId } from '#users/ids.ts';
import { cloudOf } from '#worker/cloud/cloud-of.ts';
import type { Desk } from '#worker/desk.ts';
import { catalog } from '#licenses/catalog.ts';
import { describeBy } from '#worker/licenses/describe-product.ts';
import { openDesk } from '../desk.ts';
import { openStore } from '../../store/open-store.ts';
import { putBack } from '../../store/put-back.ts';

const CLINIC = 'sample-clinic' as CustomerId;
const POWER_BI = catalogPart('POWER_BI_PRO').skuId;

async function clinic(desk: Desk): Promise<Customer> {
  const customer = await getCustomer(desk.db, CLINIC);
  if (customer === null) throw new Error('no clinic');
  return customer;
}

const spec = sampleCustomers().find(({ id }) => id === CLINIC)!;

async function makeClinic({ db, now }: Desk): Promise<void> {
  const { batch, name } = await makeSample(spec, 0, steady);
  const options = { wholeCustomer: true, describe: describeBy(catalog) };
  await writeBatch(
    db,
    { kind: 'new', id: CLINIC, name },
    { batch, options },
    { now, pace: steady },
  );
}

/** One worker with the clinic on its device, or another worker of the same device. */
async function openWorker(db = openStore()) {
  const desk = openDesk(db);
  if ((await getCustomer(db, CLINIC)) === null) await makeClinic(desk);
  const wire = cloudOf(desk, await clinic(desk));
  if (wire === null) throw new Error('no cloud');
  const provider = graphProvider(wire);
  return {
    desk,
    db,
    wire,
    assign: async (user: UserId) => {
      const [answer] = unwrap(
        await provider.send(
          [
            {
              kind: 'licenses',
              userId: user,
              add: [{ skuId: POWER_BI, disabledPlans: [] }],
              remove: [],
            },
          ],
          () => true,
        ),
      );
      return answer?.kind;
    },
    holds: async (user: UserId) => {
      const [answer] = unwrap(await provider.read([user]));
      if (answer?.kind !== 'user') return answer?.kind;
      return assignmentOf(answer.user.licenses, POWER_BI) !== undefined;
    },
  };
}

function unwrap<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const asa = await (async () => {
  const { batch } = await makeSample(spec, 0, steady);
  const found = batch.users?.find(({ userPrincipalName }) => userPrincipalName.startsWith('asa.'));
  return userId(found?.objectId ?? '');
})();

describe('the cloud of a sample customer', () => {
  it('is one for all windows, and survives reload', async () => {
    const one = await openWorker();
    const two = await openWorker(one.db);
    expect([await one.holds(asa), await two.holds(asa)]).toEqual([false, false]);
    expect(await one.assign(asa)).toBe('done');
    expect([await one.holds(asa), await two.holds(asa)]).toEqual([true, true]);
    expect(await (await openWorker(one.db)).holds(asa)).toBe(true);
  });

  it('counts units over all windows', async () => {
    const one = await openWorker();
    const two = await openWorker(one.db);
    const units = async ({ wire }: typeof one) => {
      const answer = await wire.fetch(
        new Request(`${wire.base}subscribedSkus`, {
          headers: { Authorization: `Bearer ${(await wire.tokens.token()) ?? ''}` },
        }),
      );
      const { value } = (await answer.json()) as { value: Record<string, unknown>[] };
      return value.find(({ skuId }) => skuId === POWER_BI)?.['consumedUnits'];
    };
    const before = Number(await units(one));
    expect(await two.assign(asa)).toBe('done');
    expect(await units(one)).toBe(before + 1);
  });

  it('goes with the customer, and begins anew when it is made again', async () => {
    const one = await openWorker();
    const two = await openWorker(one.db);
    await one.assign(asa);
    expect(await two.holds(asa)).toBe(true);
    await removeCustomer(one.db, CLINIC, 1_000_000);
    expect(await one.db.cloud.count()).toBe(0);
    await expect(one.assign(asa)).rejects.toThrow(/signIn/);
    await makeClinic(one.desk);
    expect([await one.holds(asa), await two.holds(asa)]).toEqual([false, false]);
  });

  it('comes back with a backup, behaving', async () => {
    const one = await openWorker();
    await one.assign(asa);
    await one.desk.clouds.setMood(CLINIC, { ...calmMood, latency: 5 });
    const file = await backup(one.db, null, 0, steady);
    const other = openStore();
    await putBack(other, file);
    const there = await openWorker(other);
    expect(await there.holds(asa)).toBe(true);
    expect(await there.desk.clouds.moodOf(CLINIC)).toEqual(calmMood);
    // the worker that went on after the backup believes what was restored
    await one.assign(asa);
    await putBack(one.db, file);
    expect(await one.holds(asa)).toBe(true);
  });

  it('behaves as it was told in any window', async () => {
    const one = await openWorker();
    const two = await openWorker(one.db);
    await one.desk.clouds.setMood(CLINIC, { ...calmMood, offline: true });
    await expect(two.holds(asa)).rejects.toThrow(/unclear/);
    await two.desk.clouds.setMood(CLINIC, calmMood);
    expect(await one.holds(asa)).toBe(false);
  });

  it('forgets what could not be kept', async () => {
    const one = await openWorker();
    await one.holds(asa);
    const full = (): never => {
      throw new Error('the disk is full');
    };
    one.db.cloud.hook('creating', full);
    await expect(one.assign(asa)).rejects.toThrow(/unclear/);
    one.db.cloud.hook('creating').unsubscribe(full);
    expect(await (await openWorker(one.db)).holds(asa)).toBe(false);
    expect(await one.holds(asa)).toBe(false);
  });
});

describe('cloudOf', () => {
  it('never brings a customer that is no sample to the sandbox', async () => {
    const { desk } = await openWorker();
    for (const origin of ['files', 'graph'] as const) {
      expect(cloudOf(desk, { ...(await clinic(desk)), origin, tenantId: null })).toBeNull();
    }
  });
});
