// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import type { CustomerId } from '#customers/customer.ts';
import { applicableFacts } from '#rules/applicable-facts.ts';
import type { FactId, RuleFact } from '#rules/rule-fact.ts';
import { backup } from '#store/backup.ts';
import { removeCustomer } from '#store/edit-customers.ts';
import { type SeatwiseDatabase, wipe } from '#store/database.ts';
import { narrowFact, switchFact, widenFact } from '#store/fact-decisions.ts';
import { knownFacts, writeFacts } from '#store/facts.ts';
import { saveChange } from '#store/save-change.ts';
import { watchRules } from '#store/watch.ts';
import { E5 } from '../users/merge-records.ts';
import { EVERYWHERE, factOf, learnedAt } from './made-facts.ts';
import {
  assign,
  C1,
  C2,
  changeOf,
  clock,
  imported,
  loaded,
  openStore,
  sampleBatch,
} from './open-store.ts';
import { putBack } from './put-back.ts';

const BUILT_IN = factOf('documented', EVERYWHERE, 'built in');
const LEARNED = learnedAt(C1);

/** Two customers, and what was learned at the first. */
async function furnished(name?: string): Promise<SeatwiseDatabase> {
  const db = openStore(name);
  await imported(db, C1, sampleBatch(3));
  await imported(db, C2, sampleBatch(3));
  await writeFacts(db, [LEARNED]);
  return db;
}

/** How each fact judges at the customer. */
async function judging(
  db: SeatwiseDatabase,
  customer: CustomerId,
  builtIn: readonly RuleFact[] = [BUILT_IN],
): Promise<Record<string, string>> {
  const facts = applicableFacts(await knownFacts(db, builtIn), customer);
  return Object.fromEntries(facts.map(({ id, severity }) => [id, severity]));
}

const versions = async (db: SeatwiseDatabase): Promise<number[]> =>
  (await db.customers.toArray()).map(({ version }) => version);

const restored = async (db: SeatwiseDatabase, file: Blob): Promise<boolean> =>
  (await putBack(db, file)).ok;

it('what was learned at another customer comes along as a warning, its other facts do not', async () => {
  const db = openStore();
  await writeFacts(db, [
    factOf('imported', EVERYWHERE),
    factOf('sample', { kind: 'customer', id: C1 }, 'own'),
    factOf('sample', { kind: 'customer', id: C2 }, 'sample elsewhere'),
    learnedAt(C2, 'learned elsewhere'),
  ]);
  expect(await judging(db, C1)).toEqual({
    'built in': 'blocking',
    imported: 'blocking',
    own: 'blocking',
    'learned elsewhere': 'warning',
  });
});

describe('switching a fact off', () => {
  it('is kept for facts of the app and for stored ones, and can be taken back', async () => {
    const name = crypto.randomUUID();
    const db = await furnished(name);
    for (const { id } of [BUILT_IN, LEARNED]) {
      expect(await switchFact(db, [BUILT_IN], id, false)).toBe(true);
    }
    expect(await judging(openStore(name), C1)).toEqual({});
    await switchFact(db, [BUILT_IN], BUILT_IN.id, true);
    expect(await judging(openStore(name), C1)).toEqual({ 'built in': 'blocking' });
  });

  it('changes nothing else of a fact, and nothing of others', async () => {
    const db = await furnished();
    const other = factOf('documented', EVERYWHERE, 'other');
    await switchFact(db, [BUILT_IN, other], BUILT_IN.id, false);
    await switchFact(db, [BUILT_IN, other], LEARNED.id, false);
    expect(await knownFacts(db, [BUILT_IN, other])).toEqual([
      { ...BUILT_IN, enabled: false },
      other,
      { ...LEARNED, enabled: false },
    ]);
  });

  it('outlives an app that corrects the fact, or drops it for a while', async () => {
    const db = await furnished();
    await switchFact(db, [BUILT_IN], BUILT_IN.id, false);
    expect(await judging(db, C2, [])).toEqual({ [LEARNED.id]: 'warning' });
    const corrected = { ...BUILT_IN, severity: 'info', date: '2027-01-01' } as const;
    expect((await knownFacts(db, [corrected]))[0]).toEqual({ ...corrected, enabled: false });
  });

  it('outlives learning the same again', async () => {
    const db = await furnished();
    await switchFact(db, [], LEARNED.id, false);
    await writeFacts(db, [{ ...LEARNED, date: '2026-05-05' }]);
    expect(await knownFacts(db, [])).toEqual([{ ...LEARNED, date: '2026-05-05', enabled: false }]);
  });

  it('is refused for a fact that is not there', async () => {
    const db = await furnished();
    expect(await switchFact(db, [BUILT_IN], 'no such fact' as FactId, false)).toBe(false);
    expect(await db.factSwitches.count()).toBe(0);
  });
});

describe('widening what was learned', () => {
  it('makes it block everywhere, says who and when, and can be taken back', async () => {
    const db = await furnished();
    expect(await judging(db, C2)).toMatchObject({ [LEARNED.id]: 'warning' });
    expect(await widenFact(db, LEARNED.id, 'Ada', 77)).toBe(true);
    expect(await judging(db, C1)).toMatchObject({ [LEARNED.id]: 'blocking' });
    expect(await judging(db, C2)).toMatchObject({ [LEARNED.id]: 'blocking' });
    const scope = { kind: 'widened', from: C1, by: 'Ada', at: 77 };
    expect(await knownFacts(db, [])).toEqual([{ ...LEARNED, scope }]);
    expect(await narrowFact(db, LEARNED.id)).toBe(true);
    expect(await knownFacts(db, [])).toEqual([LEARNED]);
  });

  it('keeps it switched off where it was', async () => {
    const db = await furnished();
    await switchFact(db, [], LEARNED.id, false);
    await widenFact(db, LEARNED.id, 'Ada', 77);
    expect(await judging(db, C2, [])).toEqual({});
  });

  it('outlives learning the same again', async () => {
    const db = await furnished();
    await widenFact(db, LEARNED.id, 'Ada', 77);
    await writeFacts(db, [LEARNED]);
    expect(await knownFacts(db, [])).toMatchObject([{ scope: { kind: 'widened', by: 'Ada' } }]);
  });

  it('is for learned facts only', async () => {
    const db = await furnished();
    const sample = factOf('sample', { kind: 'customer', id: C1 });
    await writeFacts(db, [sample, factOf('imported', EVERYWHERE)]);
    const before = await knownFacts(db, [BUILT_IN]);
    for (const { id } of before.filter(({ origin }) => origin !== 'learned')) {
      expect(await widenFact(db, id, 'Ada', 77)).toBe(false);
      expect(await narrowFact(db, id)).toBe(false);
    }
    expect(await narrowFact(db, LEARNED.id)).toBe(false);
    expect(await knownFacts(db, [BUILT_IN])).toEqual(before);
  });
});

describe('removing the customer where a fact was learned', () => {
  it('deletes the fact', async () => {
    const db = await furnished();
    await removeCustomer(db, C1, clock());
    expect(await knownFacts(db, [])).toEqual([]);
  });

  it('leaves it where it was widened; then it cannot be taken back', async () => {
    const db = await furnished();
    await widenFact(db, LEARNED.id, 'Ada', 77);
    await removeCustomer(db, C1, clock());
    expect(await narrowFact(db, LEARNED.id)).toBe(false);
    expect(await judging(db, C2, [])).toEqual({ [LEARNED.id]: 'blocking' });
  });
});

describe('windows are told', () => {
  it.each<[string, (db: SeatwiseDatabase) => Promise<unknown>]>([
    ['a switch', (db) => switchFact(db, [BUILT_IN], BUILT_IN.id, false)],
    ['a widening', (db) => widenFact(db, LEARNED.id, 'Ada', 77)],
    ['something new that was learned', (db) => writeFacts(db, [learnedAt(C2)])],
  ])('at every customer of %s', async (_what, decide) => {
    const db = await furnished();
    const before = await versions(db);
    await decide(db);
    expect(await versions(db)).toEqual(before.map((version) => version + 1));
  });

  it('of a decision also where there is no customer yet', async () => {
    const db = openStore();
    await db.open();
    let told = 0;
    const stop = watchRules(openStore(db.name), () => told++);
    const pause = () => new Promise((go) => setTimeout(go, 50));
    await pause();
    expect(told).toBe(0);
    await switchFact(db, [BUILT_IN], BUILT_IN.id, false);
    for (let i = 0; i < 100 && told === 0; i++) await pause();
    expect(told).toBe(1);
    stop();
    await switchFact(db, [BUILT_IN], BUILT_IN.id, true);
    await pause();
    expect(told).toBe(1);
  });

  it('only at its customer of a fact that judges no other', async () => {
    const db = await furnished();
    const before = await versions(db);
    await writeFacts(db, [factOf('sample', { kind: 'customer', id: C2 })]);
    expect(await versions(db)).toEqual([before[0], (before[1] ?? 0) + 1]);
  });

  it('of facts that a removed customer takes with it', async () => {
    const db = await furnished();
    const [, other = 0] = await versions(db);
    await removeCustomer(db, C1, clock());
    expect(await versions(db)).toEqual([other + 1]);
  });

  it('so that a Save computed with the old facts writes nothing', async () => {
    const db = await furnished();
    const data = await loaded(db, C1);
    const change = changeOf(data, [0], assign(E5));
    await switchFact(db, [BUILT_IN], BUILT_IN.id, false);
    const saved = await saveChange(db, data, change, { expectedVersion: data.customer.version });
    expect(saved).toEqual({ ok: false, error: { kind: 'stale' } });
    expect(await db.changes.count()).toBe(0);
  });
});

describe('a backup', () => {
  it('of everything brings switches and widenings back after a wipe', async () => {
    const db = await furnished();
    await switchFact(db, [BUILT_IN], BUILT_IN.id, false);
    await widenFact(db, LEARNED.id, 'Ada', 77);
    const before = await knownFacts(db, [BUILT_IN]);
    const file = await backup(db, null, 99, steady);
    await wipe(db, clock());
    expect(await knownFacts(db, [BUILT_IN])).toEqual([BUILT_IN]);
    expect(await restored(db, file)).toBe(true);
    expect(await knownFacts(db, [BUILT_IN])).toEqual(before);
  });

  it('of one customer takes along what was learned there, widened or not, and no switches', async () => {
    const db = await furnished();
    await widenFact(db, LEARNED.id, 'Ada', 77);
    await writeFacts(db, [learnedAt(C1, 'another'), learnedAt(C2)]);
    await switchFact(db, [BUILT_IN], BUILT_IN.id, false);
    const file = await backup(db, [C1], 99, steady);
    const elsewhere = openStore();
    expect(await restored(elsewhere, file)).toBe(true);
    const facts = await knownFacts(elsewhere, [BUILT_IN]);
    expect(facts).toHaveLength(3);
    expect(facts).toEqual(expect.arrayContaining([BUILT_IN, LEARNED, learnedAt(C1, 'another')]));
  });

  it('put back beside a fact that was widened since leaves it once, and widened', async () => {
    const db = await furnished();
    const file = await backup(db, [C1], 99, steady);
    await widenFact(db, LEARNED.id, 'Ada', 77);
    expect(await restored(db, file)).toBe(true);
    expect(await knownFacts(db, [])).toMatchObject([{ id: LEARNED.id, scope: { by: 'Ada' } }]);
  });

  it('tells customers that it does not hold: its facts judge them too', async () => {
    const db = await furnished();
    const file = await backup(db, [C1], 99, steady);
    const [, before = 0] = await versions(db);
    await restored(db, file);
    expect((await versions(db))[1]).toBeGreaterThan(before);
  });
});
