import { atOnce, STEP, type Steps } from '#base/steps.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import type { Product } from '#licenses/product.ts';
import { ProductIndex } from '#rules/product-index.ts';
import { applyOrders } from './apply-draft.ts';
import { Standing, type Change } from './change.ts';
import { locationAfter, readDraft } from './orders.ts';
import { PairMemo } from './pair-memo.ts';
import { settle } from './difference.ts';

/** The two columns that a plan changes: license set numbers and usage location codes by position. */
export interface PlanColumns {
  readonly licenses: Uint32Array;
  readonly locations: Uint16Array;
}

function* applyChange(
  change: Change,
  { baseline, planned }: { readonly baseline: PlanColumns; readonly planned: PlanColumns },
  { sets, index }: { readonly sets: LicenseSets; readonly index: ProductIndex },
): Steps<void> {
  const parts = change.parts.map((draft) => ({
    orders: readDraft(draft, index),
    numbers: new PairMemo(),
  }));
  const { users, causeOf, standing, partOf } = change;
  const isPlanned = change.causes.map(({ kind }) => kind === 'planned');
  for (let i = 0; i < users.length; i++) {
    if (i % STEP === 0) yield;
    if (standing[i] !== Standing.open || isPlanned[causeOf[i] ?? 0] !== true) continue;
    const position = users[i] ?? 0;
    const part = parts[partOf[i] ?? 0];
    if (part === undefined) throw new RangeError(`change ${change.id} has no such part`);
    const { orders, numbers } = part;
    const from = planned.licenses[position] ?? 0;
    const known = baseline.licenses[position] ?? 0;
    planned.licenses[position] = numbers.get(from, known, () => {
      const before = sets.at(from);
      const after = applyOrders(before, orders, index);
      if (after === before) return from;
      return sets.internHeld(settle(after, sets.at(known), index), known);
    });
    planned.locations[position] = locationAfter(planned.locations[position] ?? 0, orders);
  }
}

/**
 * The plan rebuilt: the baseline with every change applied in the order of the Saves. A change
 * touches only the users for whom something was planned and is still open, and does to what they
 * have now what their part of it says. Not judged again. Interns license sets that are new.
 */
export const foldChanges = (...fold: Parameters<typeof foldInSteps>): PlanColumns =>
  atOnce(foldInSteps(...fold));

/** The same, step by step. */
export function* foldInSteps(
  baseline: PlanColumns,
  changes: readonly Change[],
  sets: LicenseSets,
  products: readonly Product[],
): Steps<PlanColumns> {
  const index = new ProductIndex(products, []);
  const planned = {
    licenses: baseline.licenses.slice(),
    locations: baseline.locations.slice(),
  };
  for (const change of [...changes].sort((a, b) => a.sequence - b.sequence)) {
    yield* applyChange(change, { baseline, planned }, { sets, index });
  }
  return planned;
}
