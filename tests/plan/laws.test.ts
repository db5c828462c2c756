import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';
import { assignmentOf } from '#licenses/license-set.ts';
import { applyDraft } from '#plan/apply-draft.ts';
import type { Draft } from '#plan/draft.ts';
import { Planner } from '#plan/planner.ts';
import { ProductIndex } from '#rules/product-index.ts';
import { runs } from '../runs.ts';
import { withPlan } from './by-hand.ts';
import { anySituation, heldSets } from './customers.ts';

const often = { numRuns: runs({ quick: 80, all: 300 }) };
const nobodyLast = new BitSet();
const choices = fc.constantFrom('wait' as const, 'planAll' as const);

const leaveAll = (draft: Draft): Draft => ({
  swaps: [],
  usageLocation: null,
  products: draft.products.map(({ skuId }) => ({ skuId, action: 'leave', servicePlans: {} })),
});

describe('planning', { timeout: 60_000 }, () => {
  it('changes nothing for a draft that leaves everything', () => {
    fc.assert(
      fc.property(anySituation, choices, ({ input, draft, users }, onShortage) => {
        const planner = new Planner(input);
        const leave = leaveAll(draft);
        const change = planner.change(users, leave, { onShortage, waitingLast: nobodyLast });
        expect(change.after).toEqual(change.before);
        expect(change.causes.map(({ kind }) => kind).filter((k) => k !== 'already')).toEqual([]);
        expect(planner.preview(users, leave)).toMatchObject({ changed: 0, blocked: 0, issues: [] });
      }),
      often,
    );
  });

  it('never touches a product that the draft does not name', () => {
    fc.assert(
      fc.property(anySituation, ({ input: { sets, products }, draft }) => {
        const index = new ProductIndex(products, []);
        const swapped = draft.swaps.flatMap(({ from, to }) => [from, to]);
        const named = new Set([...draft.products.map(({ skuId }) => skuId), ...swapped]);
        for (const set of heldSets(sets)) {
          const after = applyDraft(set, draft, index);
          const others = [...set, ...after].filter(({ skuId }) => !named.has(skuId));
          for (const { skuId } of others) {
            expect(assignmentOf(after, skuId)).toEqual(assignmentOf(set, skuId));
          }
        }
      }),
      often,
    );
  });

  it('never touches what a group gives', () => {
    fc.assert(
      fc.property(anySituation, ({ input: { sets, products }, draft }) => {
        const index = new ProductIndex(products, []);
        const groups = (set: ReturnType<typeof applyDraft>) =>
          set.flatMap(({ skuId, paths }) =>
            paths.filter(({ via }) => via.kind === 'group').map((path) => ({ skuId, path })),
          );
        for (const set of heldSets(sets)) {
          expect(groups(applyDraft(set, draft, index))).toEqual(groups(set));
        }
      }),
      often,
    );
  });

  it('has nothing left to do when it is done', () => {
    fc.assert(
      fc.property(anySituation, ({ input: { sets, products }, draft }) => {
        const index = new ProductIndex(products, []);
        for (const set of heldSets(sets)) {
          const once = applyDraft(set, draft, index);
          expect(applyDraft(once, draft, index)).toEqual(once);
        }
      }),
      often,
    );
  });
});

describe('the ledger', { timeout: 60_000 }, () => {
  it('says what is left once everybody is planned', () => {
    fc.assert(
      fc.property(anySituation, ({ input, draft, users }) => {
        const planner = new Planner(input);
        const lines = planner.ledger(users, draft);
        const choice = { onShortage: 'planAll', waitingLast: nobodyLast } as const;
        const change = planner.change(users, draft, choice);
        const table = withPlan(input.table, {
          licenses: input.table.licenses.planned.slice(),
          locations: input.table.locations.planned.slice(),
        });
        change.users.forEach((position, i) => {
          table.licenses.planned[position] = change.after.licenses[i]!;
        });
        const after = new Planner({ ...input, table });
        for (const { skuId, left, cloud } of lines) {
          expect(after.available(skuId)).toEqual({ cloud, planned: left });
        }
      }),
      often,
    );
  });

  it('never hands out a unit that is not there', () => {
    fc.assert(
      fc.property(anySituation, ({ input, draft, users, first, waitingLast }) => {
        const planner = new Planner(input);
        const choice = { onShortage: 'wait', first, waitingLast: BitSet.of(waitingLast) } as const;
        const change = planner.change(users, draft, choice);
        const net = (sku: string): number => {
          const holders = (numbers: Uint32Array): number =>
            [...numbers].filter((n) => input.sets.at(n).some(({ skuId }) => skuId === sku)).length;
          return holders(change.after.licenses) - holders(change.before.licenses);
        };
        for (const { skuId } of input.products) {
          const { planned } = planner.available(skuId);
          if (planned !== null) expect(net(skuId)).toBeLessThanOrEqual(Math.max(0, planned));
        }
      }),
      often,
    );
  });
});

describe('the preview', { timeout: 60_000 }, () => {
  it('says of every answer to a shortage what the Save then does', () => {
    fc.assert(
      fc.property(anySituation, choices, fc.nat(), ({ input, draft, users }, onShortage, seed) => {
        const last = BitSet.of([...users].filter((position) => (position + seed) % 3 === 0));
        const choice = { onShortage, waitingLast: last };
        const preview = new Planner(input).preview(users, draft, choice);
        const { causes, causeOf } = new Planner(input).change(users, draft, choice);
        const count = (kind: string) => causeOf.filter((one) => causes[one]?.kind === kind).length;
        expect(preview).toMatchObject({
          changed: count('planned'),
          waits: count('waits'),
          blocked: count('notChanged'),
        });
      }),
      often,
    );
  });
});

describe('the order of the users', { timeout: 60_000 }, () => {
  it('changes only who gets the last units', () => {
    fc.assert(
      fc.property(anySituation, choices, ({ input, draft, users }, onShortage) => {
        const choice = { onShortage, waitingLast: nobodyLast };
        const outcomes = (order: Uint32Array) => {
          const change = new Planner(input).change(order, draft, choice);
          return new Map(
            [...change.users].map((position, i) => {
              const { kind } = change.causes[change.causeOf[i]!]!;
              return [position, { kind, after: change.after.licenses[i] }];
            }),
          );
        };
        const [forth, back] = [outcomes(users), outcomes(users.slice().reverse())];
        for (const [position, one] of forth) {
          const other = back.get(position)!;
          if (one.kind !== 'waits' && other.kind !== 'waits') expect(other).toEqual(one);
          else expect(['waits', 'planned']).toContain(other.kind);
        }
        const planner = new Planner(input);
        expect(planner.ledger(users.slice().reverse(), draft)).toEqual(
          planner.ledger(users, draft),
        );
      }),
      often,
    );
  });
});
