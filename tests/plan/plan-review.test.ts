import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SkuId } from '#licenses/ids.ts';
import { productMoves } from '#plan/difference.ts';
import { available } from '#licenses/units.ts';
import { Planner } from '#plan/planner.ts';
import type { PlanReview } from '#plan/plan-review.ts';
import type { PlanningInput } from '#plan/planning-context.ts';
import { isPending, isPresent } from '#users/user-table.ts';
import { runs } from '../runs.ts';
import { anyHistory, history } from './stack.ts';

type Walked = Omit<
  PlanReview,
  'usersRevoked' | 'losingMailbox' | 'losingStorage' | 'losingData' | 'shortages'
> & { readonly shortages: readonly string[] };

const pendingIn = ({ table }: PlanningInput): Uint32Array =>
  Uint32Array.from({ length: table.count }, (_, position) => position).filter(
    (position) => isPresent(table, position) && isPending(table, position),
  );

/** The same numbers, user by user. */
function walk({ table, sets, products }: PlanningInput, users: Uint32Array): Walked {
  const totals = { assigns: 0, revokes: 0, swaps: 0, switches: 0, locations: 0 };
  const net = new Map<SkuId, number>();
  const needed = new Map<SkuId, number>();
  for (const position of users) {
    const { gained, lost, keptByGroup, switched } = productMoves(
      sets.at(table.licenses.baseline[position]!),
      sets.at(table.licenses.planned[position]!),
    );
    const swapped = Math.min(gained.length, lost.length);
    totals.swaps += swapped;
    totals.assigns += gained.length - swapped;
    totals.revokes += lost.length - swapped;
    totals.switches += keptByGroup.length + switched.length;
    if (table.locations.baseline[position] !== table.locations.planned[position])
      totals.locations++;
    for (const { skuId } of gained) {
      net.set(skuId, (net.get(skuId) ?? 0) + 1);
      needed.set(skuId, (needed.get(skuId) ?? 0) + 1);
    }
    for (const { skuId } of lost) net.set(skuId, (net.get(skuId) ?? 0) - 1);
  }
  const shortages = products.flatMap(({ skuId, units }) => {
    if (units === null) return [];
    const short = Math.min(needed.get(skuId) ?? 0, (net.get(skuId) ?? 0) - available(units));
    return short > 0 ? [`${skuId} ${short}`] : [];
  });
  return { users: users.length, ...totals, shortages };
}

describe('what a sync would send', { timeout: 120_000 }, () => {
  it('is what a walk over the users counts', () => {
    fc.assert(
      fc.property(anyHistory, ({ input, deeds }) => {
        const { now } = history(input, deeds);
        const users = pendingIn(now);
        const review = new Planner(now).review(users);
        expect({
          ...walk(now, users),
        }).toEqual({
          users: review.users,
          assigns: review.assigns,
          revokes: review.revokes,
          swaps: review.swaps,
          switches: review.switches,
          locations: review.locations,
          shortages: review.shortages.map(({ skuId, short }) => `${skuId} ${short}`),
        });
        expect(review.losingData).toBeLessThanOrEqual(review.losingMailbox + review.losingStorage);
        // a mailbox goes with its license, or with a service plan that is switched off
        const losing = review.usersRevoked + review.switches;
        expect(review.losingData).toBeLessThanOrEqual(losing);
      }),
      { numRuns: runs({ quick: 60, all: 300 }) },
    );
  });

  it('is nothing for nobody', () => {
    fc.assert(
      fc.property(anyHistory, ({ input, deeds }) => {
        const review = new Planner(history(input, deeds).now).review(new Uint32Array());
        expect(review.assigns + review.revokes + review.swaps + review.locations).toBe(0);
        expect(review.shortages).toEqual([]);
      }),
      { numRuns: runs({ quick: 10, all: 30 }) },
    );
  });
});
