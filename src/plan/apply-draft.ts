import { canonicalSet, type Assignment, type LicenseSet } from '#licenses/license-set.ts';
import type { LicenseCase, Touch } from '#rules/case.ts';
import { Held, heldAssignment, heldOf } from '#rules/held.ts';
import type { Issue } from '#rules/issue.ts';
import { leftUntold } from '#rules/licenses-untold.ts';
import type { ProductIndex } from '#rules/product-index.ts';
import type { Draft } from './draft.ts';
import { readDraft, type Orders } from './orders.ts';
import { swap, type JudgedSwap } from './swap.ts';
import { touch } from './touch.ts';

/** What a draft does to a license set, with what the rules say of each product alone. */
export interface Applied extends LicenseCase {
  /** How many of the touches, the first ones, are of the draft's lines; the others are of its swaps. */
  readonly lines: number;
  /** Index i: what the i-th swap does; null where it does not concern the set. */
  readonly swaps: readonly (JudgedSwap | null)[];
  /** The caller's own. */
  readonly touchIssues: Issue[];
}

function isTouched(assignment: Assignment | undefined, touches: readonly Touch[]): boolean {
  for (const { before } of touches) if (before === assignment) return true;
  return false;
}

/** Writes what is held after the touches into `after`; untouched products keep their objects. */
function fillAfter(after: Held, before: Held, touches: readonly Touch[]): void {
  after.clear();
  for (let i = 0; i < before.size; i++) {
    if (!isTouched(before.assignments[i], touches)) after.addFrom(before, i);
  }
  for (const touched of touches) {
    if (touched.after !== undefined) {
      after.add(touched.after, touched.product, touched.maskAfter, 0);
    }
  }
}

/**
 * What the orders do to one license set. `room` is filled with what is held after them: who needs
 * the answer for a moment only gives the same one again.
 */
export function applyOrders(
  before: Held,
  orders: Orders,
  index: ProductIndex,
  room = new Held(index.layout.words),
): Applied {
  const touches: Touch[] = [];
  const touchIssues: Issue[] = [];
  let isChanged = false;
  for (const order of orders.products) {
    const held = heldAssignment(before, order.product, order.skuId);
    const judged = touch(order, held, index);
    if (judged === null) {
      if (held === undefined && before.isUntold) touchIssues.push(leftUntold(order.skuId, index));
      continue;
    }
    touches.push(judged.touch);
    for (const issue of judged.issues) touchIssues.push(issue);
    isChanged ||= judged.touch.after !== judged.touch.before;
  }
  const lines = touches.length;
  for (const issue of orders.switchingOn.issues(touches, before)) touchIssues.push(issue);
  const swaps = orders.swaps.map((order) => {
    const judged = swap(order, before, index);
    if (judged === null) {
      if (before.isUntold) touchIssues.push(leftUntold(order.from.skuId, index));
      return null;
    }
    touches.push(...judged.touches);
    touchIssues.push(...judged.issues);
    isChanged ||= judged.touches.length > 0;
    return judged;
  });
  if (isChanged) fillAfter(room, before, touches);
  return { before, after: isChanged ? room : before, touches, lines, swaps, touchIssues };
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
export function applyDraft(set: LicenseSet, draft: Draft, index: ProductIndex): LicenseSet {
  const { before, after } = applyOrders(heldOf(set, index), readDraft(draft, index), index);
  return after === before ? set : canonicalSet(after.set());
}
