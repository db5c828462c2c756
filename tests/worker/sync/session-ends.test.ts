// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { steady } from '#base/pace.ts';
import type { CustomerId, TenantId } from '#customers/customer.ts';
import { assignmentOf } from '#licenses/license-set.ts';
import { makeSample } from '#sandbox/make-sample.ts';
import { sampleCustomers } from '#sandbox/sample-spec.ts';
import { openChanges } from '#store/changes.ts';
import { getCustomer } from '#store/customers.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { writeBatch } from '#store/write-batch.ts';
import type { GraphScope, TokenAsk } from '#worker/sign-in/sign-in-types.ts';
import { catalog } from '#licenses/catalog.ts';
import { describeBy } from '#worker/licenses/describe-product.ts';
import { assign, loaded, saved } from '../../store/open-store.ts';
import { FakeLocks, FLOW, HARBOR, harborOn, openWindow, usersWhere } from './harbor.ts';
import { HandClock, settle } from './hand-clock.ts';

const CLINIC = 'sample-clinic' as CustomerId;
const BOTH = [HARBOR, CLINIC] as const;

afterEach(() => {
  vi.unstubAllGlobals();
});

async function addClinic(db: SeatwiseDatabase, { now }: HandClock): Promise<void> {
  const spec = sampleCustomers().find(({ id }) => id === CLINIC)!;
  const { batch, name } = await makeSample(spec, now(), steady);
  const options = { wholeCustomer: true, describe: describeBy(catalog) };
  await writeBatch(
    db,
    { kind: 'new', id: CLINIC, name },
    { batch, options },
    { now, pace: steady },
  );
}

/** Two customers that are reached as Microsoft Graph is, with a token of each tenant, and a plan for both. */
async function partner() {
  const clock = new HandClock();
  const db = await harborOn(clock);
  await addClinic(db, clock);
  for (const id of BOTH) await db.customers.update(id, { origin: 'graph' });
  const inHarbor = await usersWhere(db, (held) => !held.has(FLOW), 60);
  const plannedIn = (id: CustomerId) => (id === HARBOR ? inHarbor : [0, 1, 2]);
  for (const id of BOTH) await saved(db, id, plannedIn(id), assign(FLOW), 'change-1');

  const window = openWindow(db, clock, new FakeLocks(), 'one');
  const { desk, commands } = window;
  /** So many tokens are given before the session is over. */
  const session = { left: Infinity };
  desk.tokens.connect(({ tenantId }) =>
    Promise.resolve(
      tenantId === null || session.left-- <= 0
        ? { kind: 'signIn' }
        : { kind: 'token', token: tenantId, tenantId },
    ),
  );
  vi.stubGlobal('fetch', async (request: Request) => {
    const token = request.headers.get('Authorization')?.replace('Bearer ', '');
    for (const id of BOTH) {
      const customer = await getCustomer(db, id);
      if (customer?.tenantId === token) return desk.clouds.wireOf(id)!.fetch(request);
    }
    return new Response(null, { status: 401 });
  });
  const start = async () => {
    const versions = { [HARBOR]: 0, [CLINIC]: 0 };
    for (const id of BOTH) versions[id] = (await commands.syncReview(id, 'en')).version;
    return commands.startSync(BOTH, versions, 'Ada');
  };
  const runs = () => Promise.all(BOTH.map(async (id) => commands.run(id, null)));
  const all = (state: string) =>
    clock.until(async () => (await runs()).every((run) => run?.state === state), state);
  const counts = async () => (await runs()).map((run) => run?.counts.applied);
  const holders = async (id: CustomerId) => {
    const { table, sets } = await loaded(db, id);
    return plannedIn(id).filter((user) =>
      assignmentOf(sets.at(table.licenses.baseline[user] ?? 0), FLOW),
    ).length;
  };
  const pending = (id: CustomerId) => loaded(db, id).then(({ customer }) => customer.pendingCount);
  return { clock, db, pending, commands, session, start, runs, all, counts, holders };
}

const SYNC: readonly GraphScope[] = ['User.Read.All', 'LicenseAssignment.ReadWrite.All'];

/** Somebody signs in because the sync of this customer asked for it. */
async function signIn(
  db: SeatwiseDatabase,
  commands: { resumeSignedOut: (asked: TokenAsk) => Promise<void> },
  id: CustomerId,
): Promise<void> {
  const tenantId = (await getCustomer(db, id))?.tenantId ?? null;
  await commands.resumeSignedOut({ tenantId, scopes: SYNC });
}

describe(
  'a session of 24 hours that ends while a queue of customers is synced',
  { timeout: 60_000 },
  () => {
    it('pauses all of it and asks, and changes nothing else; each goes on when somebody signs in for it', async () => {
      const { db, commands, session, start, runs, all, counts, holders, pending } = await partner();
      const inClinic = await pending(CLINIC);
      expect(inClinic).toBeGreaterThan(0);
      // reading and sending the first twenty, and reading the next
      session.left = 4;
      expect(await start()).toEqual({ ok: true, value: null });
      await all('signIn');

      const [harbor, clinic] = await runs();
      expect(harbor).toMatchObject({ endedAt: null, control: 'go', own: false });
      expect(clinic).toMatchObject({ endedAt: null, control: 'go', counts: { applied: 0 } });
      const done = harbor!.counts.applied;
      expect(done).toBeGreaterThan(0);
      expect(done).toBeLessThan(60);
      expect(harbor!.counts).toMatchObject({ rejected: 0, conflict: 0, cancelled: 0 });
      // what came back is stored, and the rest is planned as before
      expect(await holders(HARBOR)).toBe(done);
      expect(await pending(HARBOR)).toBe(60 - done);
      expect(await pending(CLINIC)).toBe(inClinic);
      expect(await openChanges(db, HARBOR)).toHaveLength(1);

      // nobody signed in yet: asked again it only asks
      session.left = 0;
      await signIn(db, commands, HARBOR);
      await settle();
      await all('signIn');
      expect(await counts()).toEqual([done, 0]);

      // to read, or for a customer that nobody syncs, is not what the runs asked for
      session.left = Infinity;
      const { tenantId } = (await getCustomer(db, HARBOR))!;
      await commands.resumeSignedOut({ tenantId, scopes: ['User.Read.All'] });
      await commands.resumeSignedOut({ tenantId: 'other' as TenantId, scopes: SYNC });
      await settle();
      await all('signIn');

      await signIn(db, commands, HARBOR);
      for (let turns = 0; turns < 400 && (await runs())[0]?.state !== 'done'; turns++)
        await settle();
      expect((await runs()).map((run) => run?.state)).toEqual(['done', 'signIn']);
      await signIn(db, commands, CLINIC);
      await all('done');
      expect(await counts()).toEqual([60, inClinic]);
      expect((await runs()).map((run) => [run?.id, run?.differs])).toEqual([
        [harbor!.id, []],
        [clinic!.id, []],
      ]);
      const page = await commands.outcomes({
        customerId: HARBOR,
        runId: harbor!.id,
        filter: 'all',
        text: '',
        page: 0,
        pageSize: 100,
        locale: 'en',
      });
      expect(new Set(page.rows.map(({ position }) => position)).size).toBe(60);
      expect(page.total).toBe(60);
    });

    it('leaves paused what a person paused meanwhile, when somebody signs in', async () => {
      const { db, commands, session, start, runs, all } = await partner();
      session.left = 4;
      await start();
      await all('signIn');
      await commands.controlSync(HARBOR, 'pause', 'Ada');
      session.left = Infinity;
      await signIn(db, commands, HARBOR);
      await signIn(db, commands, CLINIC);
      for (let turns = 0; turns < 400 && (await runs())[1]?.state !== 'done'; turns++)
        await settle();
      expect((await runs()).map((run) => run?.state)).toEqual(['paused', 'done']);
    });
  },
);
