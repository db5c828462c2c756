// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { CustomerId } from '#customers/customer.ts';
import { applicableFacts } from '#rules/applicable-facts.ts';
import type { FactId, RuleFact } from '#rules/rule-fact.ts';
import { factsFor, writeFacts } from '#store/facts.ts';
import { EXCHANGE, TEAMS } from '../users/merge-records.ts';
import { C1, C2, openStore } from './open-store.ts';

const fact = (id: string, origin: RuleFact['origin'], customer: CustomerId | null): RuleFact => ({
  id: id as FactId,
  relation: { kind: 'excludes', pair: [TEAMS, EXCHANGE] },
  severity: 'blocking',
  origin,
  source: 'test',
  date: '2026-01-01',
  confidence: 'high',
  scope: customer === null ? { kind: 'everywhere' } : { kind: 'customer', id: customer },
  enabled: true,
});

it('what was learned at another customer comes along as a warning, its other facts do not', async () => {
  const db = openStore();
  await writeFacts(db, [
    fact('everywhere', 'imported', null),
    fact('own', 'sample', C1),
    fact('sample elsewhere', 'sample', C2),
    fact('learned elsewhere', 'learned', C2),
  ]);
  const facts = applicableFacts(await factsFor(db, C1), C1);
  expect(facts.map(({ id, severity }) => [id, severity]).sort()).toEqual([
    ['everywhere', 'blocking'],
    ['learned elsewhere', 'warning'],
    ['own', 'blocking'],
  ]);
  expect((await factsFor(db, null)).map(({ id }) => id)).toEqual(['everywhere']);
});
