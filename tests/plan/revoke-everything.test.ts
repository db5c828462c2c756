import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import { groupId, namedSkuId, nameOfNamedSku } from '#licenses/ids.ts';
import { Planner } from '#plan/planner.ts';
import { isPresent } from '#users/user-table.ts';
import { runs } from '../runs.ts';
import {
  byGroup,
  customerOf,
  direct,
  everyone,
  holds,
  product,
  sku,
  unexplained,
} from './by-hand.ts';
import { anySituation } from './customers.ts';

const named = namedSkuId('a name');
const planAll = { onShortage: 'planAll', waitingLast: new BitSet() } as const;

describe('revoke everything', () => {
  it('ticks what is held directly or by an unexplained path, and lists what each group keeps', () => {
    const input = customerOf(
      [product('a'), product('b'), product('c'), product('d'), product('e')],
      [
        { holds: [holds('a'), holds('b', direct(), byGroup('sales'))] },
        { holds: [holds('a', unexplained()), holds('c', byGroup('sales'), byGroup('berlin'))] },
        { holds: [holds('b', byGroup('sales')), { skuId: named, paths: [direct()] }] },
        { holds: [holds('d')], isGone: true },
      ],
    );
    const { draft, products, skips } = new Planner(input).revokeEverything(everyone(input));
    expect(products).toEqual([
      { skuId: sku('a'), users: 2, frees: 2 },
      { skuId: sku('b'), users: 1, frees: 0 },
    ]);
    expect(draft.products.map(({ skuId, action }) => [skuId, action])).toEqual([
      [sku('a'), 'revoke'],
      [sku('b'), 'revoke'],
    ]);
    const kept = { kind: 'keptByGroup' } as const;
    expect(skips).toHaveLength(4);
    expect(skips).toEqual(
      expect.arrayContaining([
        { ...kept, skuId: sku('b'), groupId: groupId('sales'), users: 2 },
        { ...kept, skuId: sku('c'), groupId: groupId('sales'), users: 1 },
        { ...kept, skuId: sku('c'), groupId: groupId('berlin'), users: 1 },
        { kind: 'notAssignable', skuId: named, reason: 'unidentified' },
      ]),
    );
  });

  it('leaves those for whom it is planned nothing but what groups give or only a name tells', () => {
    fc.assert(
      fc.property(anySituation, ({ input, users }) => {
        const planner = new Planner(input);
        const { draft, skips } = planner.revokeEverything(users);
        const change = planner.change(users, draft, planAll);
        const kept = new Map<string, number>();
        change.users.forEach((position, i) => {
          const wasBlocked = change.causes[change.causeOf[i]!]!.kind === 'notChanged';
          for (const { skuId, paths } of input.sets.at(input.table.licenses.planned[position]!))
            for (const { via } of paths)
              if (via.kind === 'group') {
                const key = `${skuId} ${via.groupId}`;
                kept.set(key, (kept.get(key) ?? 0) + 1);
              }
          if (wasBlocked) return;
          for (const { skuId, paths } of input.sets.at(change.after.licenses[i]!))
            if (nameOfNamedSku(skuId) === null)
              expect(paths.filter(({ via }) => via.kind !== 'group')).toEqual([]);
        });
        const told = skips.flatMap((skip) =>
          skip.kind === 'keptByGroup'
            ? [[`${skip.skuId} ${skip.groupId}`, skip.users] as const]
            : [],
        );
        expect(new Map(told)).toEqual(kept);
      }),
      { numRuns: runs({ quick: 80, all: 300 }) },
    );
  });

  it('frees what the ledger frees once it is ticked, and is for those who are still there', () => {
    fc.assert(
      fc.property(anySituation, ({ input, users }) => {
        const planner = new Planner(input);
        const { draft, products } = planner.revokeEverything(users);
        const freed = new Map(planner.ledger(users, draft).map((line) => [line.skuId, line.freed]));
        for (const { skuId, users: losing, frees } of products) {
          expect(frees).toBe(freed.get(skuId) ?? 0);
          expect(frees).toBeLessThanOrEqual(losing);
        }
        const present = users.filter((position) => isPresent(input.table, position));
        expect(planner.revokeEverything(present)).toEqual({ ...planner.revokeEverything(users) });
      }),
      { numRuns: runs({ quick: 60, all: 200 }) },
    );
  });
});
