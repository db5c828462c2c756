import { STEP, type Steps } from '#base/steps.ts';
import type { SkuId } from '#licenses/ids.ts';
import { Way } from '#rules/assignment-table.ts';
import type { PlanningContext } from './planning-context.ts';

/** How some users hold one product, planned. */
export interface ProductHolders {
  readonly skuId: SkuId;
  /** By any path. */
  readonly held: number;
  /** Of these: only by groups. */
  readonly heldByGroupOnly: number;
  /** Of these: directly and also by a group. */
  readonly heldBoth: number;
  /** Of these: by a path that no source gave. */
  readonly heldUnknown: number;
  /** Who is not known to hold it, as no source told all of their licenses. */
  readonly untold: number;
}

type Tally = { -readonly [K in keyof ProductHolders]: ProductHolders[K] };

/** Users per planned license set: index = set number. `users` are present ones. */
export function* countSets(context: PlanningContext, users: Uint32Array): Steps<Uint32Array> {
  const { planned } = context.table.licenses;
  const counts = new Uint32Array(context.sets.size);
  for (let i = 0; i < users.length; i++) {
    if (i % STEP === 0) yield;
    const set = planned[users[i] ?? 0] ?? 0;
    counts[set] = (counts[set] ?? 0) + 1;
  }
  return counts;
}

/** Adds users who all hold the product by these ways. */
function tallyWays(tally: Tally, ways: number, users: number): void {
  tally.held += users;
  if ((ways & Way.unknown) !== 0) tally.heldUnknown += users;
  if ((ways & Way.group) === 0) return;
  if ((ways & Way.direct) !== 0) tally.heldBoth += users;
  else if ((ways & Way.unknown) === 0) tally.heldByGroupOnly += users;
}

/** Of every product of the customer, how the users hold it. `users` are present ones. */
export function* holdings(context: PlanningContext, users: Uint32Array): Steps<ProductHolders[]> {
  const tallies = context.index.products.map(({ skuId }): Tally => ({
    skuId,
    held: 0,
    heldByGroupOnly: 0,
    heldBoth: 0,
    heldUnknown: 0,
    untold: 0,
  }));
  const { products, ways } = context.assignments;
  const tallied = (users: Uint32Array, add: (tally: Tally, ways: number, users: number) => void) =>
    context.assignments.holders(users).forEach((count, number) => {
      const tally = tallies[products[number] ?? -1];
      if (count !== 0 && tally !== undefined) add(tally, ways[number] ?? 0, count);
    });
  const bySet = yield* countSets(context, users);
  yield;
  tallied(bySet, tallyWays);
  const untold = bySet.map((count, set) => (context.sets.isUntold(set) ? count : 0));
  const all = untold.reduce((sum, users) => sum + users, 0);
  if (all === 0) return tallies;
  for (const tally of tallies) tally.untold = all;
  tallied(untold, (tally, _ways, users) => {
    tally.untold -= users;
  });
  return tallies;
}
