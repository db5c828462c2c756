// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { SkuId } from '#licenses/ids.ts';
import { assignmentOf } from '#licenses/license-set.ts';
import { calmMood, type CloudMood } from '#sandbox/cloud/cloud-mood.ts';
import type { RunState } from '#worker/sync/sync-types.ts';
import type { RunId } from '#plan/operation.ts';
import { noteRun, setControl } from '#store/runs.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import type { TokenAsk } from '#worker/sign-in/sign-in-types.ts';
import { leaseHolder } from '#store/sync-lease.ts';
import { FailingWrites } from '../../store/failing-writes.ts';
import { assign, loaded, openStore } from '../../store/open-store.ts';
import {
  FakeLocks,
  FLOW,
  HARBOR,
  harborOn,
  openWindow,
  plan,
  usersWhere,
  VISIO,
} from './harbor.ts';
import { HandClock, settle } from './hand-clock.ts';
import { startReviewed } from '../../store/start-run.ts';

/** What a sync of Harbor asks the sign-in page for. */
const askedBySync = async (db: SeatwiseDatabase): Promise<TokenAsk> => ({
  tenantId: (await loaded(db, HARBOR)).customer.tenantId,
  scopes: ['User.Read.All', 'LicenseAssignment.ReadWrite.All'],
});

/** A device on which so many users are to get Power Automate Free, and what opens windows on it. */
async function device(count: number, sku: SkuId = FLOW) {
  const clock = new HandClock();
  const db = await harborOn(clock);
  const users = await usersWhere(db, (held) => !held.has(sku), count);
  await plan(db, users, assign(sku));
  const locks = new FakeLocks();
  const open = (owner: string) => {
    const window = openWindow(db, clock, locks, owner);
    const mood = (part: Partial<CloudMood>) =>
      window.desk.clouds.setMood(HARBOR, { ...calmMood, ...part });
    const reaches = (state: RunState) =>
      clock.until(async () => (await window.run())?.state === state, state);
    return { ...window, mood, reaches };
  };
  const holders = async () => {
    const { table, sets } = await loaded(db, HARBOR);
    return users.filter((user) => assignmentOf(sets.at(table.licenses.baseline[user]!), sku));
  };
  return { clock, db, users, locks, open, holders };
}

describe('a sync of this window', { timeout: 60_000 }, () => {
  it('sends what is pending, counts it, and agrees with the cloud in the end', async () => {
    const { db, users, open } = await device(40);
    const window = open('one');
    const review = await window.commands.syncReview(HARBOR, 'en');
    expect(review).toMatchObject({ users: 40, held: 0, shortages: [] });
    expect(review.sheet.lines).toMatchObject([{ item: { kind: 'assign' }, users: 40 }]);
    expect(await window.start()).toEqual({ ok: true, value: null });
    await window.reaches('done');
    const run = await window.run();
    expect(run?.counts).toMatchObject({ applied: 40, left: 0, waiting: 0, inDoubt: 0 });
    expect(run?.differs).toEqual([]);
    expect((await loaded(db, HARBOR)).customer.pendingCount).toBe(0);
    const page = await window.commands.outcomes({
      customerId: HARBOR,
      runId: run!.id,
      filter: 'all',
      text: '',
      page: 0,
      pageSize: 25,
      locale: 'en',
    });
    expect(page.total).toBe(users.length);
    expect(page.rows[0]).toMatchObject({
      outcome: 'applied',
      sent: [{ skuId: FLOW, action: 'assign', change: { id: 'change-1' } }],
    });
    expect(window.told).toContain(HARBOR);
  });

  it('is not started with numbers that moved since, nor twice', async () => {
    const { open } = await device(40);
    const window = open('one');
    const stale = await window.commands.startSync([HARBOR], { [HARBOR]: 0 }, 'Ada');
    expect(stale).toEqual({ ok: false, error: { kind: 'stale', customerId: HARBOR } });
    await window.mood({ requestsPerWindow: 45 });
    await window.start();
    await window.reaches('waiting');
    expect(await window.start()).toMatchObject({ ok: false, error: { kind: 'busy' } });
  });

  it('counts in the next review whom a run that was stopped had claimed', async () => {
    const { open } = await device(60);
    const window = open('one');
    await window.mood({ requestsPerWindow: 45 });
    await window.start();
    await window.reaches('waiting');
    await window.commands.controlSync(HARBOR, 'stop', 'Ada');
    await window.reaches('stopped');
    const [row] = await window.commands.pending();
    expect(row!.open).toBeGreaterThan(0);
    expect(await window.commands.syncReview(HARBOR, 'en')).toMatchObject({
      users: row!.pending,
      sheet: { users: row!.pending },
      claimed: row!.open,
    });
    await window.mood({ requestsPerWindow: null });
    await window.start();
    await window.reaches('done');
    expect((await window.run())?.counts.applied).toBe(row!.pending);
  });

  it('says how long the cloud asks to wait, and goes on then', async () => {
    const { open, holders } = await device(60);
    const window = open('one');
    await window.mood({ requestsPerWindow: 45 });
    await window.start();
    await window.reaches('waiting');
    const run = await window.run();
    expect(run?.waiting?.why).toBe('throttled');
    expect(run?.own).toBe(true);
    await window.reaches('done');
    expect(await holders()).toHaveLength(60);
    expect((await window.run())?.counts.applied).toBe(60);
  });

  it('says that the disk is full, sends nothing more then, and goes on when there is room', async () => {
    const { clock, db, locks, holders } = await device(60);
    const own = openStore(db.name);
    const writes = new FailingWrites(own);
    const window = openWindow(own, clock, locks, 'one');
    const mood = (part: Partial<CloudMood>) =>
      window.desk.clouds.setMood(HARBOR, { ...calmMood, ...part });
    const row = async () => (await window.commands.pending())[0]!;
    const isTold = () => clock.until(async () => (await row()).isDiskFull, 'told');
    // at its beginning
    await mood({ requestsPerWindow: 45 });
    writes.fillDisk();
    await window.start();
    await isTold();
    writes.stop();
    expect((await row()).run).toBeNull();
    // in its middle: what was on its way is read again
    await window.start();
    await clock.until(async () => (await window.run())?.state === 'waiting', 'waiting');
    expect((await row()).isDiskFull).toBe(false);
    writes.fillDisk();
    await isTold();
    writes.stop();
    const done = (await holders()).length;
    expect(done).toBeLessThan(60);
    await window.commands.controlSync(HARBOR, 'go', 'Bob');
    await clock.until(async () => (await window.run())?.state === 'done', 'done');
    expect((await row()).isDiskFull).toBe(false);
    expect((await window.run())?.counts).toMatchObject({ applied: 60, rejected: 0, conflict: 0 });
    expect(await holders()).toHaveLength(60);
  });

  it('waits until nothing can land that was sent before its customer was replaced', async () => {
    const { clock, db, open } = await device(3);
    const window = open('one');
    const expiresAt = clock.now() + 60_000;
    await db.leases.put({ customerId: HARBOR, epoch: 7, owner: null, expiresAt });
    await window.start();
    await window.reaches('waiting');
    expect(await window.syncs.isElsewhere(HARBOR)).toBe(false);
    await window.reaches('done');
    expect(clock.now()).toBeGreaterThanOrEqual(expiresAt);
  });

  it('waits while nobody answers, and goes on as soon as the network is back', async () => {
    const { clock, open } = await device(20);
    const window = open('one');
    await window.mood({ offline: true });
    await window.start();
    await window.reaches('waiting');
    expect((await window.run())?.waiting?.why).toBe('unreachable');
    await window.mood({});
    const before = clock.now();
    window.commands.wakeSync();
    for (let turns = 0; turns < 200 && (await window.run())?.state !== 'done'; turns++) {
      await settle();
    }
    expect((await window.run())?.state).toBe('done');
    expect(clock.now()).toBe(before);
  });

  it('still waits while it tries again, so that a new review takes its place, without another wait', async () => {
    const { clock, db, open } = await device(20);
    await db.customers.update(HARBOR, { origin: 'graph' });
    const window = open('one');
    window.desk.tokens.connect(({ tenantId }) =>
      Promise.resolve({ kind: 'token', token: 'x', tenantId: tenantId! }),
    );
    let isHeld = false;
    const held: (() => void)[] = [];
    const away = (_request: Request) =>
      new Promise<never>((_, reject) => {
        const fail = (): void => reject(new TypeError('Failed to fetch'));
        if (isHeld) held.push(fail);
        else fail();
      });
    vi.stubGlobal('fetch', away);
    onTestFinished(() => void vi.unstubAllGlobals());
    await window.start();
    await window.reaches('waiting');
    const before = await window.run();
    await plan(db, await usersWhere(db, (has) => has.has(FLOW), 1), assign(VISIO), 'change-2');

    isHeld = true;
    window.commands.wakeSync();
    while (held.length === 0) await settle();
    const now = clock.now();
    expect(await window.run()).toMatchObject({ id: before?.id, state: 'waiting', changed: 1 });
    expect(await window.start()).toEqual({ ok: true, value: null });
    // the try outlasts all that is told of what was asked
    for (let turns = 0; turns < 20; turns++) await settle();
    isHeld = false;
    for (const fail of held) fail();
    for (let turns = 0; turns < 200 && (await window.run())?.id === before?.id; turns++) {
      await settle();
    }
    expect((await window.run())?.id).not.toBe(before?.id);
    expect(clock.now()).toBe(now);
  });

  it('pauses when it is asked, keeps what was sent, and resumes', async () => {
    const { open } = await device(60);
    const window = open('one');
    await window.mood({ requestsPerWindow: 45 });
    await window.start();
    await window.reaches('waiting');
    await window.commands.controlSync(HARBOR, 'pause', 'Ada');
    await window.reaches('paused');
    const paused = await window.run();
    expect(paused?.endedAt).toBeNull();
    await window.mood({});
    await window.commands.controlSync(HARBOR, 'go', 'Ada');
    await window.reaches('done');
    expect(await window.run()).toMatchObject({ id: paused?.id, counts: { applied: 60 } });
  });

  it('counts everybody when it is stopped while the cloud keeps some of a batch waiting', async () => {
    const { db, open } = await device(60);
    const window = open('one');
    await window.mood({ requestsPerWindow: 35 });
    await window.start();
    await window.reaches('waiting');
    expect((await window.run())?.counts.waiting).toBeGreaterThan(0);
    await window.commands.controlSync(HARBOR, 'stop', 'Ada');
    await window.reaches('stopped');
    const run = await window.run();
    const applied = run?.counts.applied ?? 0;
    expect(applied).toBeGreaterThan(0);
    expect(run?.counts).toMatchObject({ waiting: 0, inDoubt: 0, left: 60 - applied });
    expect((await loaded(db, HARBOR)).customer.pendingCount).toBe(60 - applied);
  });

  it('takes what is not sent out of the plan when it is asked', async () => {
    const { db, open, holders } = await device(60);
    const window = open('one');
    await window.mood({ requestsPerWindow: 45 });
    await window.start();
    await window.reaches('waiting');
    await window.commands.controlSync(HARBOR, 'cancel', 'Ada');
    await window.reaches('done');
    const applied = (await holders()).length;
    expect(applied).toBeLessThan(60);
    expect((await window.run())?.counts).toMatchObject({ applied, cancelled: 60 - applied });
    expect((await loaded(db, HARBOR)).customer.pendingCount).toBe(0);
  });
});

describe('windows of one device', { timeout: 60_000 }, () => {
  it('show the same run; only one of them sends, and another may ask it to pause', async () => {
    const { open } = await device(60);
    const [first, second] = [open('one'), open('two')];
    await first.mood({ requestsPerWindow: 45 });
    await first.start();
    await first.reaches('waiting');
    const [own, seen] = [await first.run(), await second.run()];
    expect(own?.own).toBe(true);
    expect(seen).toMatchObject({ id: own?.id, state: 'waiting', own: false });
    expect(await second.start()).toMatchObject({ ok: false, error: { kind: 'busy' } });
    await second.commands.controlSync(HARBOR, 'pause', 'Bob');
    await second.reaches('paused');
    expect((await first.run())?.state).toBe('paused');
  });

  it('a run that waits for a sign-in goes on in the window where somebody signs in', async () => {
    const { clock, db, open } = await device(20);
    const before = (await startReviewed(db, HARBOR, 'run-1' as RunId, clock.now(), 'Ada'))!;
    await noteRun(db, before, { end: { kind: 'signIn' } });
    const window = open('two');
    await window.reaches('signIn');
    await window.commands.resumeSignedOut(await askedBySync(db));
    await window.reaches('done');
    expect(await window.run()).toMatchObject({ id: before.id, counts: { applied: 20 } });
  });

  it('a run that was paused stays so when somebody signs in', async () => {
    const { clock, db, open } = await device(20);
    const { id } = (await startReviewed(db, HARBOR, 'run-1' as RunId, clock.now(), 'Ada'))!;
    await noteRun(db, { customerId: HARBOR, id }, { end: { kind: 'signIn' } });
    await setControl(db, { customerId: HARBOR, id }, 'pause', { by: 'Ada', at: clock.now() });
    const window = open('two');
    await window.commands.resumeSignedOut(await askedBySync(db));
    await clock.elapse(1_000);
    expect(await window.run()).toMatchObject({ state: 'signIn', counts: { applied: 0 } });
  });

  it('a run whose window was closed shows as interrupted; another window resumes it, and nothing is sent twice', async () => {
    const { clock, open, holders } = await device(60);
    const first = open('one');
    await first.mood({ requestsPerWindow: 45 });
    await first.start();
    await first.reaches('waiting');
    const run = await first.run();
    first.close();
    const second = open('two');
    await second.reaches('interrupted');
    await second.commands.controlSync(HARBOR, 'go', 'Bob');
    await second.reaches('done');
    expect(await second.run()).toMatchObject({ id: run?.id, differs: [] });
    const page = await second.commands.outcomes({
      customerId: HARBOR,
      runId: run!.id,
      filter: 'all',
      text: '',
      page: 0,
      pageSize: 100,
      locale: 'en',
    });
    expect(new Set(page.rows.map(({ position }) => position)).size).toBe(60);
    expect(page).toMatchObject({ total: 60, counts: { applied: 60 } });
    expect(await holders()).toHaveLength(60);
    await clock.elapse(1_000);
  });

  it('a run whose window was closed is taken over at once, not when its right to send runs out', async () => {
    const { clock, db, open } = await device(60);
    const first = open('one');
    await first.mood({ requestsPerWindow: 45 });
    await first.start();
    await first.reaches('waiting');
    const holder = async () => (await leaseHolder(db, HARBOR, clock.now()))?.owner;
    const second = open('two');
    // while the first one lives nothing is taken from it
    await second.commands.controlSync(HARBOR, 'go', 'Bob');
    for (let turns = 0; turns < 50; turns++) await settle();
    expect(await holder()).toBe('one');
    first.close();
    const closedAt = clock.now();
    expect((await leaseHolder(db, HARBOR, closedAt))?.expiresAt).toBeGreaterThan(closedAt);
    expect((await second.run())?.state).toBe('interrupted');
    await second.commands.controlSync(HARBOR, 'go', 'Bob');
    for (let turns = 0; turns < 500 && (await holder()) !== 'two'; turns++) await settle();
    expect(await holder()).toBe('two');
    expect(clock.now()).toBe(closedAt);
  });
});
