import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignedBy, keptFor, neededFor, withNeeded, type Awaited } from '#plan/awaited-users.ts';
import type { ChangeId } from '#plan/change.ts';
import { emptyDraft, type Draft } from '#plan/draft.ts';
import { Planner } from '#plan/planner.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import { readLocation } from '#users/usage-location.ts';
import { customerId, product, sku } from './by-hand.ts';
import { tableOf } from './customers.ts';

const LETTERS = ['a', 'b', 'c'] as const;

const draftOf = (actions: readonly ('leave' | 'assign' | 'revoke')[]): Draft => ({
  ...emptyDraft,
  products: actions.map((action, i) => ({ skuId: sku(LETTERS[i]!), action, servicePlans: {} })),
});

const drafts = fc
  .array(fc.constantFrom('leave' as const, 'assign' as const, 'revoke' as const), { maxLength: 3 })
  .map(draftOf);

const awaitedOf = (key: string, draft: Draft, more: Partial<Awaited> = {}): Awaited => ({
  ...{ changeId: 'c1' as ChangeId, key, name: key, draft },
  ...{ savedAt: 1, operator: '', isTakenOut: false },
  ...more,
});

const lists = fc.array(
  fc.record({ key: fc.constantFrom('x', 'y', 'z'), draft: drafts, isTakenOut: fc.boolean() }),
  { maxLength: 6 },
);

describe('licenses for users who are not here yet', () => {
  it('are one per name and product, however many Saves ask for it', () => {
    fc.assert(
      fc.property(
        lists,
        drafts,
        fc.uniqueArray(fc.constantFrom('x', 'y', 'z', 'w')),
        (list, draft, keys) => {
          const awaited = list.map(({ key, ...more }) => awaitedOf(key, more.draft, more));
          const pairs = new Set(
            list.flatMap((one) =>
              one.isTakenOut
                ? []
                : one.draft.products
                    .filter(({ action }) => action === 'assign')
                    .map(({ skuId }) => `${one.key} ${skuId}`),
            ),
          );
          const count = (of: Iterable<string>, letter: string): number =>
            [...of].filter((pair) => pair.endsWith(` ${sku(letter)}`)).length;
          const more = new Set(
            keys.flatMap((key) => assignedBy(draft).map((skuId) => `${key} ${skuId}`)),
          );
          for (const letter of LETTERS) {
            expect(keptFor(awaited).get(sku(letter)) ?? 0).toBe(count(pairs, letter));
            expect(neededFor(keys, draft, awaited).get(sku(letter)) ?? 0).toBe(
              count(
                [...more].filter((pair) => !pairs.has(pair)),
                letter,
              ),
            );
          }
        },
      ),
    );
  });

  it('are not asked for by swaps, service plans or revocations', () => {
    const swap = { from: sku('a'), to: sku('b'), decided: {}, ifUnknown: 'leaveOut' } as const;
    const draft = { ...draftOf(['revoke', 'leave']), swaps: [swap] };
    expect(neededFor(['x'], draft, [])).toEqual(new Map());
    expect(keptFor([awaitedOf('x', draft)])).toEqual(new Map());
  });
});

describe('a plan with users who are not here yet', () => {
  const location = readLocation('SE')!;
  const person = {
    baseline: 0,
    planned: 0,
    locationBaseline: location,
    locationPlanned: location,
    isGone: false,
  };
  const users = Uint32Array.of(0, 1);
  const input = {
    customerId,
    table: tableOf([person, person]),
    sets: new LicenseSets(),
    products: [product('a', 5), product('b', null)],
    facts: [],
  };
  const planner = new Planner(input);
  const draft = draftOf(['assign', 'assign']);

  it('needs a license more for each, as if they were there', () => {
    const needed = neededFor(['x', 'y', 'z', 'w'], draft, []);
    const { products, shortages } = withNeeded(planner.preview(users, draft), needed);
    expect(products[0]?.ledger).toMatchObject({ available: 5, needed: 6, left: -1, short: 1 });
    expect(products[1]?.ledger).toMatchObject({ available: null, needed: 6, left: null, short: 0 });
    expect(shortages).toEqual([{ skuId: sku('a'), short: 1 }]);
  });

  it('leaves those licenses out of what is available afterwards', () => {
    const kept = keptFor([awaitedOf('x', draft), awaitedOf('y', draft)]);
    const later = new Planner({ ...input, kept });
    expect(later.available(sku('a'))).toEqual({ cloud: 5, planned: 3 });
    expect(later.available(sku('b'))).toEqual({ cloud: null, planned: null });
    expect(later.preview(users, draft).products[0]?.ledger.left).toBe(1);
  });

  it('says nothing else where nobody is awaited', () => {
    const preview = planner.preview(users, draft);
    expect(withNeeded(preview, new Map())).toEqual(preview);
  });
});
