import { assignmentOf, type LicenseSet } from '#licenses/license-set.ts';
import type { Touch } from '#rules/case.ts';
import type { ProductIndex } from '#rules/product-index.ts';
import type { Draft } from './draft.ts';
import { readDraft, type Orders } from './orders.ts';
import { swap } from './swap.ts';
import { touch } from './touch.ts';

/** What the orders change in a license set. */
function changesIn(set: LicenseSet, orders: Orders, index: ProductIndex): Touch[] {
  const touches = orders.products.flatMap((order) => {
    const judged = touch(order, assignmentOf(set, order.skuId), index);
    return judged === null ? [] : [judged.touch];
  });
  const swapped = orders.swaps.flatMap((order) => {
    const held = assignmentOf(set, order.from.skuId);
    if (held === undefined) return [];
    const holdsTo = assignmentOf(set, order.to.skuId) !== undefined;
    return swap(order, { held, holdsTo }, index).touches;
  });
  return [...touches, ...swapped].filter(({ before, after }) => before !== after);
}

/** The license set after the orders, the same object where they change nothing; see `applyDraft`. */
export function applyOrders(set: LicenseSet, orders: Orders, index: ProductIndex): LicenseSet {
  const changes = changesIn(set, orders, index);
  if (changes.length === 0) return set;
  const gone = new Set(changes.map(({ before }) => before));
  const left = set.filter((assignment) => !gone.has(assignment));
  const come = changes.flatMap(({ after }) => after ?? []);
  // what is changed of canonical assignments stays so
  return [...left, ...come].sort((a, b) => (a.skuId < b.skuId ? -1 : 1));
}

/**
 * The license set of a user for whom the draft is planned. Only what the draft names changes:
 * - assigning gives a direct path to those who hold the product by no path, with the service plans
 *   marked `off` switched off; who holds it by any path keeps what there is;
 * - service plans are switched on the direct path (or one that no source explained), never on a
 *   group's, never where no source said which are off, never ones that act for the whole tenant;
 * - revoking takes the direct path and one that no source explained; what groups give stays;
 * - a swap does so too and gives the other product to those who do not hold it; who has the first one
 *   by a group, or of whom no source says what to keep off, keeps both as they are.
 */
export const applyDraft = (set: LicenseSet, draft: Draft, index: ProductIndex): LicenseSet =>
  applyOrders(set, readDraft(draft, index), index);
