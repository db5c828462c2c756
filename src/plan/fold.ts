import { canonicalSet } from '#licenses/license-set.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import type { Product } from '#licenses/product.ts';
import { heldOf } from '#rules/held.ts';
import { ProductIndex } from '#rules/product-index.ts';
import { applyOrders } from './apply-draft.ts';
import type { Change } from './change.ts';
import { locationAfter, readDraft } from './orders.ts';
import { PairMemo } from './pair-memo.ts';
import { settle } from './settle.ts';

/** The two columns that a plan changes: license set numbers and usage location codes by position. */
export interface PlanColumns {
  readonly licenses: Uint32Array;
  readonly locations: Uint16Array;
}

function applyChange(
  change: Change,
  baseline: PlanColumns,
  planned: PlanColumns,
  sets: LicenseSets,
  index: ProductIndex,
): void {
  const orders = readDraft(change.draft, index);
  const numbers = new PairMemo();
  change.users.forEach((position, i) => {
    if (change.causes[change.causeOf[i] ?? 0]?.kind !== 'planned') return;
    const from = planned.licenses[position] ?? 0;
    const known = baseline.licenses[position] ?? 0;
    planned.licenses[position] = numbers.get(from, known, () => {
      const { before, after } = applyOrders(heldOf(sets.at(from), index), orders, index);
      if (after === before) return from;
      return sets.intern(settle(canonicalSet(after.assignments), sets.at(known)));
    });
    planned.locations[position] = locationAfter(planned.locations[position] ?? 0, orders);
  });
}

/**
 * The plan rebuilt: the baseline with every open change applied in the order of the Saves. A change
 * touches only the users for whom something was planned, and does to what they have now what its
 * draft says. Not judged again. Interns license sets that are new.
 */
export function foldChanges(
  baseline: PlanColumns,
  changes: readonly Change[],
  sets: LicenseSets,
  products: readonly Product[],
): PlanColumns {
  const index = new ProductIndex(products, []);
  const planned = {
    licenses: baseline.licenses.slice(),
    locations: baseline.locations.slice(),
  };
  changes
    .filter(({ state }) => state === 'open')
    .sort((a, b) => a.sequence - b.sequence)
    .forEach((change) => applyChange(change, baseline, planned, sets, index));
  return planned;
}
