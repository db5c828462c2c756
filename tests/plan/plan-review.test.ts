import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SkuId } from '#licenses/ids.ts';
import { productMoves } from '#plan/difference.ts';
import { available } from '#licenses/units.ts';
import { Planner } from '#plan/planner.ts';
import type { PlanningInput } from '#plan/planning-context.ts';
import { isPending, isPresent } from '#users/user-table.ts';
import { runs } from '../runs.ts';
import { anyHistory, history } from './stack.ts';

const pendingIn = ({ table }: PlanningInput): Uint32Array =>
  Uint32Array.from({ length: table.count }, (_, position) => position).filter(
    (position) => isPresent(table, position) && isPending(table, position),
  );

/** What is short, counted user by user. */
function walk({ table, sets, products }: PlanningInput, users: Uint32Array): string[] {
  const net = new Map<SkuId, number>();
  const needed = new Map<SkuId, number>();
  for (const position of users) {
    const { gained, lost } = productMoves(
      sets.at(table.licenses.baseline[position]!),
      sets.at(table.licenses.planned[position]!),
    );
    for (const { skuId } of gained) {
      net.set(skuId, (net.get(skuId) ?? 0) + 1);
      needed.set(skuId, (needed.get(skuId) ?? 0) + 1);
    }
    for (const { skuId } of lost) net.set(skuId, (net.get(skuId) ?? 0) - 1);
  }
  return products.flatMap(({ skuId, units }) => {
    if (units === null) return [];
    const short = Math.min(needed.get(skuId) ?? 0, (net.get(skuId) ?? 0) - available(units));
    return short > 0 ? [`${skuId} ${short}`] : [];
  });
}

describe('what a sync would send', { timeout: 120_000 }, () => {
  it('is short of what a walk over the users counts', () => {
    fc.assert(
      fc.property(anyHistory, ({ input, deeds }) => {
        const { now, changes } = history(input, deeds);
        const users = pendingIn(now);
        const review = new Planner(now).review(users, changes);
        expect(review.users).toBe(users.length);
        expect(review.shortages.map(({ skuId, short }) => `${skuId} ${short}`)).toEqual(
          walk(now, users),
        );
        // a mailbox goes with its license, or with a service plan that is switched off
        const { lines } = review.sheet.sheet();
        const edited = lines.filter(({ item }) => !['assign', 'revoke'].includes(item.kind));
        const losing = edited.reduce((sum, line) => sum + line.users, review.usersRevoked);
        expect(review.losingData).toBeLessThanOrEqual(losing);
      }),
      { numRuns: runs({ quick: 60, all: 300 }) },
    );
  });

  it('is nothing for nobody', () => {
    fc.assert(
      fc.property(anyHistory, ({ input, deeds }) => {
        const { now, changes } = history(input, deeds);
        const review = new Planner(now).review(new Uint32Array(), changes);
        expect(review.sheet.sheet()).toMatchObject({ users: 0, lines: [], units: [] });
        expect(review.shortages).toEqual([]);
      }),
      { numRuns: runs({ quick: 10, all: 30 }) },
    );
  });
});
