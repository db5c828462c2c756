// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import type { CustomerId } from '#customers/customer.ts';
import { catalog } from '#licenses/catalog.ts';
import { skuId as sku, type SkuId } from '#licenses/ids.ts';
import { available } from '#licenses/units.ts';
import { catalogPart } from '#sandbox/catalog-part.ts';
import { makeSample } from '#sandbox/make-sample.ts';
import { sampleCustomers } from '#sandbox/sample-spec.ts';
import { cloudToKeep } from '#store/cloud.ts';
import { listPurchases, putPurchase } from '#store/purchases.ts';
import { writeBatch } from '#store/write-batch.ts';
import { graphProvider } from '#sync/graph-provider.ts';
import { userId } from '#users/ids.ts';
import { locationLetters } from '#users/usage-location.ts';
import { cloudCommands } from '#worker/cloud/cloud-commands.ts';
import { pull } from '#worker/cloud/pull.ts';
import { describeBy } from '#worker/licenses/describe-product.ts';
import { openDesk } from '../desk.ts';
import { loaded } from '../../store/open-store.ts';

const CLINIC = 'sample-clinic' as CustomerId;
const E3 = catalogPart('SPE_E3').skuId;
const OVERDRAWN = catalogPart('EXCHANGEENTERPRISE').skuId;
const SUSPENDED = catalogPart('PBI_PREMIUM_PER_USER').skuId;
const NOT_OWNED = sku('00000000-0000-4000-8000-000000000001');
const spec = sampleCustomers().find(({ id }) => id === CLINIC)!;

async function openClinic() {
  const desk = openDesk();
  const { batch, name } = await makeSample(spec, 0, steady);
  const options = { wholeCustomer: true, describe: describeBy(catalog) };
  const target = { kind: 'new', id: CLINIC, name } as const;
  await writeBatch(desk.db, target, { batch, options }, { now: desk.now, pace: steady });
  return { desk, users: batch.users ?? [], commands: cloudCommands(desk) };
}

type Desk = ReturnType<typeof openDesk>;

const product = async ({ db }: Desk, which: SkuId) =>
  (await loaded(db, CLINIC)).products.find(({ skuId }) => skuId === which);

const left = async (desk: Desk, which: SkuId): Promise<number> =>
  available((await product(desk, which))!.units!);

const readAnew = async (desk: Desk) =>
  expect(await pull(desk, CLINIC, { ...steady, waits: () => undefined })).toMatchObject({
    kind: 'pulled',
  });

describe('licenses that are bought in the sample cloud', { timeout: 30_000 }, () => {
  it('are there at once, and still there when the customer is read anew, in another worker too', async () => {
    const { desk, commands } = await openClinic();
    const before = await left(desk, E3);
    await commands.buyInSandbox(CLINIC, [{ skuId: E3, count: 3 }]);
    await commands.buyInSandbox(CLINIC, [{ skuId: E3, count: 2 }]);
    expect(await left(desk, E3)).toBe(before + 5);
    await readAnew(desk);
    expect(await left(desk, E3)).toBe(before + 5);
    const other = openDesk(desk.db);
    await cloudCommands(other).buyInSandbox(CLINIC, [{ skuId: E3, count: 4 }]);
    await readAnew(desk);
    expect(await left(desk, E3)).toBe(before + 9);
    // what a backup carries of the cloud
    expect((await cloudToKeep(desk.db, CLINIC)).map(({ value }) => value)).toEqual([
      { sequence: 3, skuId: E3, bought: 9 },
    ]);
  });

  it('are given to whom the cloud had none left for', async () => {
    const { desk, users, commands } = await openClinic();
    const provider = graphProvider(desk.clouds.wireOf(CLINIC)!);
    const one = users.find(
      ({ licenses, usageLocation }) =>
        licenses?.length === 0 && locationLetters(usageLocation) !== null,
    );
    const give = async () => {
      const step = {
        ...({ kind: 'licenses', userId: userId(one!.objectId!), remove: [] } as const),
        add: [{ skuId: OVERDRAWN, disabledPlans: [] }],
      };
      const sent = await provider.send([step], () => true);
      return sent.ok && sent.value[0];
    };
    const short = -(await left(desk, OVERDRAWN));
    expect(short).toBeGreaterThan(0);
    await commands.buyInSandbox(CLINIC, [{ skuId: OVERDRAWN, count: short }]);
    expect(await give()).toMatchObject({ kind: 'refused', reason: 'shortage' });
    await commands.buyInSandbox(CLINIC, [{ skuId: OVERDRAWN, count: 1 }]);
    expect(await give()).toEqual({ kind: 'done' });
  });

  it('make a product assignable again that was suspended; what is not owned is not sold', async () => {
    const { desk, commands } = await openClinic();
    expect((await product(desk, SUSPENDED))?.capabilityStatus).toBe('Suspended');
    const bought = [SUSPENDED, NOT_OWNED].map((skuId) => ({ skuId, count: 10 }));
    await commands.buyInSandbox(CLINIC, bought);
    expect(await product(desk, SUSPENDED)).toMatchObject({
      capabilityStatus: 'Enabled',
      units: { enabled: 10 },
    });
    expect(await product(desk, NOT_OWNED)).toBeUndefined();
  });

  it('go off the buy list, as many as were bought', async () => {
    const { desk, commands } = await openClinic();
    const line = { customerId: CLINIC, addedAt: 1 };
    await putPurchase(desk.db, { ...line, skuId: E3, count: 5 });
    await putPurchase(desk.db, { ...line, skuId: SUSPENDED, count: 2 });
    await commands.buyInSandbox(CLINIC, [
      { skuId: E3, count: 3 },
      { skuId: SUSPENDED, count: 7 },
    ]);
    expect(await listPurchases(desk.db)).toEqual([{ ...line, skuId: E3, count: 2 }]);
  });
});
