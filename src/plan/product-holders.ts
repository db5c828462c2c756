import type { SkuId } from '#licenses/ids.ts';
import type { Assignment } from '#licenses/license-set.ts';
import type { PlanningContext } from './planning-context.ts';
import type { Slots } from './slots.ts';

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
export function countSets(context: PlanningContext, users: Uint32Array): Uint32Array {
  const { planned } = context.table.licenses;
  const counts = new Uint32Array(context.sets.size);
  for (const position of users) {
    const set = planned[position] ?? 0;
    counts[set] = (counts[set] ?? 0) + 1;
  }
  return counts;
}

/** Adds the users of one license set, who all hold the product by these paths. */
function tallyPaths(tally: Tally, { paths }: Assignment, users: number): void {
  let isDirect = false;
  let isGroup = false;
  let isUnknown = false;
  for (const { via } of paths) {
    if (via.kind === 'direct') isDirect = true;
    else if (via.kind === 'group') isGroup = true;
    else isUnknown = true;
  }
  tally.held += users;
  if (isUnknown) tally.heldUnknown += users;
  if (isGroup && isDirect) tally.heldBoth += users;
  else if (isGroup && !isUnknown) tally.heldByGroupOnly += users;
}

function usersBySet(context: PlanningContext, { sets, counts }: Slots): Uint32Array {
  const bySet = new Uint32Array(context.sets.size);
  sets.forEach((set, slot) => {
    bySet[set] = (bySet[set] ?? 0) + (counts[slot] ?? 0);
  });
  return bySet;
}

/** Of every product of the customer, how the users hold it; gone users do not count. */
export function holdings(context: PlanningContext, slots: Slots): ProductHolders[] {
  const tallies = context.index.products.map(({ skuId }): Tally => ({
    skuId,
    held: 0,
    heldByGroupOnly: 0,
    heldBoth: 0,
    heldUnknown: 0,
    untold: 0,
  }));
  const { products } = context.assignments;
  const tallied = (
    users: Uint32Array,
    add: (tally: Tally, held: Assignment, users: number) => void,
  ) =>
    context.assignments.holders(users).forEach((count, number) => {
      const assignment = context.sets.assignments[number] ?? null;
      const tally = tallies[products[number] ?? -1];
      if (count === 0 || tally === undefined || assignment === null) return;
      add(tally, assignment, count);
    });
  const bySet = usersBySet(context, slots);
  tallied(bySet, tallyPaths);
  const untold = bySet.map((users, set) => (context.sets.isUntold(set) ? users : 0));
  const all = untold.reduce((sum, users) => sum + users, 0);
  if (all === 0) return tallies;
  for (const tally of tallies) tally.untold = all;
  tallied(untold, (tally, _held, users) => {
    tally.untold -= users;
  });
  return tallies;
}
