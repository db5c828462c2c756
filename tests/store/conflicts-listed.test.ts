// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '#base/result.ts';
import { canonicalSet, type LicenseSet } from '#licenses/license-set.ts';
import { servicePlanId, type SkuId } from '#licenses/ids.ts';
import type { Draft } from '#plan/draft.ts';
import { Standing } from '#plan/change.ts';
import type { Operation, OperationId } from '#plan/operation.ts';
import { countPending } from '#plan/pending.ts';
import { openChanges } from '#store/changes.ts';
import { listHeld } from '#store/held.ts';
import { StoredOutbox } from '#store/outbox.ts';
import { runOutcomes } from '#store/outcomes.ts';
import type { RunId } from '#plan/operation.ts';
import { getRun, listRuns, noteRun } from '#store/runs.ts';
import { usualLimits } from '#sync/limits.ts';
import type { Provider, ReadAnswer, Seen, SendAnswer, Sending } from '#sync/ports.ts';
import { SyncRun } from '#sync/run.ts';
import { objectIdOf, type UserId } from '#users/ids.ts';
import { LOCATION_NONE, locationLetters, readLocation } from '#users/usage-location.ts';
import { isPending } from '#users/user-table.ts';
import { runs } from '../runs.ts';
import {
  batchOf,
  byGroup,
  direct,
  E3,
  E5,
  graphUser,
  owned,
  TEAMS,
} from '../users/merge-records.ts';
import { assign, C1, imported, loaded, openStore, sampleBatch, saved } from './open-store.ts';
import { end, RUN, Syncing } from './stored-sync.ts';
import { startReviewed } from './start-run.ts';

const AGAIN = 'run-again' as RunId;
const DE = readLocation('DE') ?? LOCATION_NONE;
const SE = readLocation('SE') ?? LOCATION_NONE;

/** How a user may hold a product: not, directly, with a service plan off, by a group, by both. */
const held = (sku: SkuId) =>
  fc.constantFrom<LicenseSet>(
    [],
    [direct(sku)],
    [direct(sku, TEAMS)],
    [byGroup(sku)],
    [{ skuId: sku, paths: [...direct(sku).paths, ...byGroup(sku).paths] }],
  );

const state = fc.record({
  licenses: fc.tuple(held(E3), held(E5)).map((sets) => canonicalSet(sets.flat())),
  location: fc.constantFrom(LOCATION_NONE, DE, SE),
});

const line = (skuId: SkuId) =>
  fc.record({
    skuId: fc.constant(skuId),
    action: fc.constantFrom('leave' as const, 'assign' as const, 'revoke' as const),
    servicePlans: fc.constantFrom({}, { [TEAMS]: 'off' as const }, { [TEAMS]: 'on' as const }),
  });

const draft: fc.Arbitrary<Draft> = fc.record({
  products: fc.tuple(line(E3), line(E5)),
  swaps: fc.constant([]),
  usageLocation: fc.constantFrom(null, locationLetters(DE)),
});

/** What each of two Saves takes back of the other. */
const reversed = ({ products, ...rest }: Draft): Draft => ({
  ...rest,
  products: products.map(({ action, ...line }) => ({
    ...line,
    action: action === 'assign' ? 'revoke' : action === 'revoke' ? 'assign' : 'leave',
  })),
});

/**
 * What was last known of a user, what is wanted of it in one or two Saves, what the cloud has; null: deleted.
 * `lost`: the first request gets lost, and by then the cloud has something else. `meanwhile`: what is saved
 * while it is under way; `back`: what was wanted last, turned round.
 */
const person = fc.record({
  known: state,
  wanted: fc.array(draft, { minLength: 1, maxLength: 2 }),
  remote: fc.option(state, { freq: 8 }),
  lost: fc.option(fc.option(state, { freq: 4 }), { freq: 2, nil: undefined }),
  meanwhile: fc.constantFrom(null, 'back' as const, 'again' as const),
});

type Person = typeof person extends fc.Arbitrary<infer P> ? P : never;

const numberOf = (userId: UserId): number => Number((objectIdOf(userId) ?? '').slice(-12));

/** A cloud that has these users, does what it is asked, and does not own E5 when `isGone`. `onFirst`: as the first request for a user leaves. */
function cloudOf(
  people: readonly Person[],
  isGone: boolean,
  onFirst: (user: number) => Promise<void>,
): Provider {
  const users = people.map(({ remote }) => remote && { ...remote });
  const sent = new Set<number>();
  const take = (sending: Sending): SendAnswer => {
    const user = users[numberOf(sending.userId)];
    if (!user) throw new Error(`${sending.userId} was sent and is deleted`);
    if (sending.kind === 'location') user.location = sending.location;
    else {
      const { add, remove } = sending;
      if (isGone && add.some(({ skuId }) => skuId === E5)) {
        const why = { raw: 'not a valid company License', requestId: null, code: null, skuId: E5 };
        return { kind: 'refused', reason: 'notOwned', ...why };
      }
      const touched = [...remove, ...add.map(({ skuId }) => skuId)];
      const kept = user.licenses.map(({ skuId, paths }) => ({
        skuId,
        paths: paths.filter(({ via }) => via.kind !== 'direct' || !touched.includes(skuId)),
      }));
      const given = add.map(({ skuId, disabledPlans }) =>
        direct(skuId, ...disabledPlans.map(servicePlanId)),
      );
      user.licenses = canonicalSet([...kept.filter(({ paths }) => paths.length > 0), ...given]);
    }
    return { kind: 'done' };
  };
  return {
    read: (ids) =>
      Promise.resolve(
        ok(
          ids.map((userId): ReadAnswer => {
            const found = users[numberOf(userId)] ?? null;
            return found === null ? { kind: 'gone' } : { kind: 'user', user: { userId, ...found } };
          }),
        ),
      ),
    send: async (sendings) => {
      const answers: SendAnswer[] = [];
      for (const sending of sendings) {
        const n = numberOf(sending.userId);
        const { lost } = people[n]!;
        const isFirst = !sent.has(n);
        sent.add(n);
        if (isFirst) await onFirst(n);
        if (isFirst && lost !== undefined) {
          users[n] = lost && { ...lost };
          answers.push({ kind: 'unclear' });
        } else answers.push(take(sending));
      }
      return ok(answers);
    },
  };
}

async function synced(people: readonly Person[], isGone: boolean) {
  const db = openStore();
  const users = people.map(({ known: { licenses, location } }, n) =>
    graphUser(n, { licenses, usageLocation: location }),
  );
  await imported(db, C1, batchOf(users, { products: [owned(E3), owned(E5)] }));
  for (const [n, { wanted }] of people.entries()) {
    for (const [i, one] of wanted.entries()) await saved(db, C1, [n], one, `change-${n}-${i}`);
  }
  await startReviewed(db, C1, RUN, 0, 'Ada');
  let now = 10_000_000;
  let ids = 0;
  const provider = cloudOf(people, isGone, async (n) => {
    const { wanted, meanwhile } = people[n]!;
    const last = wanted.at(-1);
    if (last === undefined || meanwhile === null) return;
    const next = meanwhile === 'back' ? reversed(last) : last;
    await saved(db, C1, [n], next, `change-${n}-later`);
  });
  const run = () =>
    new SyncRun({
      outbox: new StoredOutbox(db, C1, 'w1'),
      provider,
      clock: {
        now: () => now,
        steady: () => now,
        jumps: () => [],
        sleep: (ms) => Promise.resolve(void (now += ms)),
      },
      random: { next: () => 0 },
      limits: usualLimits,
      newId: () => `o${ids++}` as OperationId,
      tell: () => undefined,
    });
  const end = await run().run();
  await noteRun(db, { customerId: C1, id: RUN }, { end, endedAt: now });
  // what was saved meanwhile is sent by another run
  await startReviewed(db, C1, AGAIN, now);
  return { db, end: await run().run() };
}

describe('a conflict of whom a Save took the plan back meanwhile', () => {
  it('ends as removed from the plan, and holds nobody', async () => {
    const db = openStore();
    await imported(db, C1, sampleBatch(5));
    await saved(db, C1, [1, 2], assign(E5));
    const syncing = (await Syncing.start(db))!;
    const [one, other] = await syncing.claim();
    const revoke = { ...assign(E5).products[0]!, action: 'revoke' as const };
    await saved(db, C1, [1], { ...assign(E5), products: [revoke] }, 'change-2');
    const seen = (operation: Operation, ...licenses: LicenseSet): Seen => ({
      user: { userId: operation.userId, licenses: canonicalSet(licenses), location: DE },
      isWhole: true,
    });
    const conflict = { kind: 'conflict', drifts: [{ kind: 'licenseChanged', skuId: E5 }] } as const;
    await syncing.commit(
      end(one!, conflict, seen(one!, direct(E3))),
      end(other!, conflict, seen(other!, direct(E3))),
    );
    const causes = (await runOutcomes(db, C1, RUN)).map(({ position, cause }) => [
      ...[position, cause.kind],
    ]);
    expect(causes).toEqual([
      [1, 'cancelled'],
      [2, 'conflict'],
    ]);
    expect((await getRun(db, C1, RUN))?.counts).toMatchObject({ conflict: 1, cancelled: 1 });
    const data = await loaded(db, C1);
    expect(await listHeld(db, C1, data.table)).toMatchObject([{ position: 2 }]);
    const [change] = await openChanges(db, C1);
    expect([...change!.standing]).toEqual([Standing.takenOut, Standing.open]);
  });
});

describe('conflicts of a run', { timeout: 60_000 }, () => {
  it('are as many as there are users to choose for, whatever was known, wanted, found and saved meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        async (people, isGone) => {
          const { db, end } = await synced(people, isGone);
          expect(end).toEqual({ kind: 'done' });
          const data = await loaded(db, C1);
          const listed = (await listHeld(db, C1, data.table)).map(({ position }) => position);
          const outcomes = [
            ...(await runOutcomes(db, C1, RUN)),
            ...(await runOutcomes(db, C1, AGAIN)),
          ];
          const conflicts = outcomes.filter(({ cause }) => cause.kind === 'conflict');
          expect(conflicts.map(({ position }) => position).sort()).toEqual(listed);
          const listedRuns = await listRuns(db, C1);
          expect(listedRuns.reduce((sum, { counts }) => sum + counts.conflict, 0)).toBe(
            listed.length,
          );
          // and everybody else has what was wanted, as far as it can be had
          const pending = people.flatMap((_, n) => (isPending(data.table, n) ? [n] : []));
          expect(pending).toEqual(listed);
          expect(data.customer.pendingCount).toBe(countPending(data.table));
          db.close();
        },
      ),
      { numRuns: runs({ quick: 20, all: 200 }) },
    );
  });
});
