import { canonicalSet, type Assignment, type LicenseSet } from '#licenses/license-set.ts';
import { isGained, isLost, type LicenseCase, type Touch } from '#rules/case.ts';
import { heldAssignment, heldOf, type Held } from '#rules/held.ts';
import type { Issue } from '#rules/issue.ts';
import { unionOf, type PlanMask } from '#rules/plan-mask.ts';
import type { ProductIndex } from '#rules/product-index.ts';
import type { Draft } from './draft.ts';
import { readDraft, type Orders } from './orders.ts';
import { swap } from './swap.ts';
import { touch } from './touch.ts';

/** What a draft does to a license set, with what the rules say of each product alone. */
export interface Applied extends LicenseCase {
  readonly touchIssues: readonly Issue[];
}

function isTouched(assignment: Assignment, touches: readonly Touch[]): boolean {
  for (const { before } of touches) if (before === assignment) return true;
  return false;
}

/** What is held after the touches; untouched products keep their objects. */
function heldAfter(before: Held, touches: readonly Touch[], index: ProductIndex): Held {
  let size = before.assignments.length;
  for (const touched of touches) size += isGained(touched) ? 1 : isLost(touched) ? -1 : 0;
  // of exact length: an array that grows by pushing takes room for 17
  const assignments = new Array<Assignment>(size);
  const products = new Array<number>(size);
  const masks = new Array<PlanMask>(size);
  let next = 0;
  for (let i = 0; i < before.assignments.length; i++) {
    const assignment = before.assignments[i];
    const mask = before.masks[i];
    if (assignment === undefined || mask === undefined || isTouched(assignment, touches)) continue;
    assignments[next] = assignment;
    products[next] = before.products[i] ?? -1;
    masks[next++] = mask;
  }
  for (const { after, product, maskAfter } of touches) {
    if (after === undefined) continue;
    assignments[next] = after;
    products[next] = product;
    masks[next++] = maskAfter;
  }
  return { assignments, products, masks, all: unionOf(masks, index.words) };
}

/** What the orders do to one license set. */
export function applyOrders(before: Held, orders: Orders, index: ProductIndex): Applied {
  const touches: Touch[] = [];
  const touchIssues: Issue[] = [];
  let isChanged = false;
  for (const order of orders.products) {
    const held = heldAssignment(before, order.product, order.skuId);
    const judged = touch(order, held, index);
    if (judged === null) continue;
    touches.push(judged.touch);
    for (const issue of judged.issues) touchIssues.push(issue);
    isChanged ||= judged.touch.after !== judged.touch.before;
  }
  for (const order of orders.swaps) {
    const judged = swap(order, before, index);
    if (judged === null) continue;
    touches.push(...judged.touches);
    touchIssues.push(...judged.issues);
    isChanged ||= judged.touches.length > 0;
  }
  const after = isChanged ? heldAfter(before, touches, index) : before;
  return { before, after, touches, touchIssues };
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
  return after === before ? set : canonicalSet(after.assignments);
}
