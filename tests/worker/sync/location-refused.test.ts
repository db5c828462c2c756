// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { catalogPart } from '#sandbox/catalog-part.ts';
import type { Draft } from '#plan/draft.ts';
import type { SkuId } from '#licenses/ids.ts';
import { openChanges } from '#store/changes.ts';
import { getCustomer } from '#store/customers.ts';
import { runOutcomes } from '#store/outcomes.ts';
import { graphProvider } from '#sync/graph-provider.ts';
import { userId } from '#users/ids.ts';
import { LOCATION_NONE, locationLetters, readLocation } from '#users/usage-location.ts';
import { cloudOf } from '#worker/cloud/cloud-of.ts';
import { exportWork } from '#worker/exports/export.ts';
import { assign, loaded } from '../../store/open-store.ts';
import {
  FakeLocks,
  FLOW,
  HARBOR,
  harborOn,
  openWindow,
  plan,
  PROJECT,
  usersWhere,
} from './harbor.ts';
import { HandClock } from './hand-clock.ts';

/** The cloud gives it only beside products that bring SharePoint, which the planner does not know. */
const POWER_BI = catalogPart('POWER_BI_PRO').skuId;
const DE = readLocation('DE')!;

const located = (...products: readonly SkuId[]): Draft => ({
  swaps: [],
  usageLocation: 'DE',
  products: products.flatMap((sku) => assign(sku).products),
});

/** Users without a usage location and without licenses get one, and products for which the cloud wants it. */
async function device(count: number, draft: Draft) {
  const clock = new HandClock();
  const db = await harborOn(clock);
  const { table, sets } = await loaded(db, HARBOR);
  const users = Array.from(table.locations.baseline.keys())
    .filter((at) => table.locations.baseline[at] === LOCATION_NONE)
    .filter((at) => sets.at(table.licenses.baseline[at]!).length === 0)
    .slice(0, count);
  await plan(db, users, draft);
  const window = openWindow(db, clock, new FakeLocks(), 'one');
  const sync = async () => {
    expect(await window.start()).toEqual({ ok: true, value: null });
    await clock.until(async () => (await window.run())?.endedAt !== null, 'ended');
    await window.desk.customers.reloadAll();
    const run = await window.run();
    if (run === null) throw new Error('no run');
    return { ...run, outcomes: await runOutcomes(db, HARBOR, run.id) };
  };
  const known = async () => {
    const { table, sets } = await loaded(db, HARBOR);
    return users.map((user) => ({
      location: locationLetters(table.locations.baseline[user]!),
      licenses: sets.at(table.licenses.baseline[user]!).map(({ skuId }) => skuId),
      isPending:
        table.licenses.planned[user] !== table.licenses.baseline[user] ||
        table.locations.planned[user] !== table.locations.baseline[user],
    }));
  };
  const cloud = graphProvider(cloudOf(window.desk, (await getCustomer(db, HARBOR))!)!);
  const inCloud = async () => {
    const read = await cloud.read(users.map((user) => userId(table.texts.id[user]!)));
    return (read.ok ? read.value : []).map((one) =>
      one.kind !== 'user'
        ? null
        : {
            location: locationLetters(one.user.location),
            licenses: one.user.licenses.map(({ skuId }) => skuId),
          },
    );
  };
  const whys = async (runId: Awaited<ReturnType<typeof sync>>['id']) => {
    const what = { kind: 'outcomes', customerId: HARBOR, runId } as const;
    const style = { delimiter: ',', bom: false } as const;
    const rest = { locale: 'en', format: 'csv', style, hidden: [], to: null } as const;
    const done = await exportWork(window.desk, { what, ...rest }, steady);
    if ('failure' in done || done.kind !== 'file') throw new Error(JSON.stringify(done));
    const text = (await done.blob.text()).trimEnd();
    return Papa.parse<Record<string, string>>(text, { header: true }).data.map(
      (row) => row['Why'] ?? '',
    );
  };
  return { db, users, window, sync, known, inCloud, whys };
}

const WORDS = 'The usage location was set before the licenses were refused. It stays.';

describe(
  'a usage location that is set, and licenses that are refused then',
  {
    timeout: 60_000,
  },
  () => {
    it('are told apart: the location is known from now on, the licenses stay as they were', async () => {
      const { window, sync, known, inCloud, whys } = await device(3, located(POWER_BI, FLOW));
      const run = await sync();
      expect(run.counts).toMatchObject({ rejected: 3, applied: 0, conflict: 0 });
      const { rows } = await window.commands.outcomes({
        customerId: HARBOR,
        runId: run.id,
        filter: 'rejected',
        text: '',
        page: 0,
        pageSize: 25,
        locale: 'en',
      });
      expect(rows).toHaveLength(3);
      for (const row of rows) {
        expect(row).toMatchObject({
          locationSent: 'DE',
          locationSet: true,
          refusal: { code: 'Request_BadRequest' },
        });
      }
      for (const why of await whys(run.id)) expect(why).toContain(WORDS);
      // no license of ours landed (I4), the location did
      expect(await inCloud()).toEqual(
        Array.from({ length: 3 }, () => ({ location: 'DE', licenses: [] })),
      );
      expect(await known()).toEqual(
        Array.from({ length: 3 }, () => ({ location: 'DE', licenses: [], isPending: false })),
      );
    });

    it('are not both asked for again by a retry: only the licenses are', async () => {
      const { db, window, sync, known } = await device(3, located(POWER_BI, FLOW));
      const { id } = await sync();
      expect(
        (
          await window.commands.retryRefused({
            customerId: HARBOR,
            runId: id,
            without: POWER_BI,
            operator: 'Ada',
          })
        ).ok,
      ).toBe(true);
      const [again] = await openChanges(db, HARBOR);
      expect(again?.parts.map(({ usageLocation }) => usageLocation)).toEqual([null]);
      const run = await sync();
      // one request for each: the licenses
      expect(run.outcomes.map(({ cause, attempts }) => [cause.kind, attempts])).toEqual(
        Array.from({ length: 3 }, () => ['applied', 1]),
      );
      for (const { before, planned } of run.outcomes) {
        expect([before.location, planned.location]).toEqual([DE, DE]);
      }
      expect(await known()).toEqual(
        Array.from({ length: 3 }, () => ({ location: 'DE', licenses: [FLOW], isPending: false })),
      );
    });

    it('are told apart also where no license was left in the end', async () => {
      const { db, sync, known, whys, inCloud } = await device(8, located(PROJECT));
      // seven are left of it
      const run = await sync();
      expect(run.counts).toMatchObject({ rejected: 1, applied: 7 });
      expect((await whys(run.id)).filter((why) => why.includes(WORDS))).toHaveLength(1);
      const held = (await known()).map(({ location, licenses }) => ({ location, licenses }));
      expect(held).toEqual(await inCloud());
      expect(held.map(({ location }) => location)).toEqual(Array.from({ length: 8 }, () => 'DE'));
      expect(held.filter(({ licenses }) => licenses.length > 0)).toHaveLength(7);
      expect((await loaded(db, HARBOR)).customer.pendingCount).toBe(0);
      expect(await usersWhere(db, (skus) => skus.has(PROJECT), 200)).toHaveLength(124);
    });
  },
);
