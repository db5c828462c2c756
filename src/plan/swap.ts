import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Assignment } from '#licenses/license-set.ts';
import type { Touch } from '#rules/case.ts';
import type { Issue } from '#rules/issue.ts';
import { judgeSwap, judgeTouch } from '#rules/judge.ts';
import type { ProductIndex } from '#rules/product-index.ts';
import {
  carryOver,
  switchedOff,
  NOTHING_OFF,
  SameServices,
  type SwapChoice,
} from './carry-over.ts';
import type { Swap } from './draft.ts';

interface NumberedProduct {
  readonly skuId: SkuId;
  /** Number in the `ProductIndex`, −1 for a product that the customer is not known to have. */
  readonly product: number;
}

/** What a swap does to users who hold its products in the same way. */
export interface JudgedSwap {
  /** The product that goes, and the one that comes unless it is held already; none for who is left out. */
  readonly touches: readonly Touch[];
  readonly issues: readonly Issue[];
  /** Service plans of the product that comes which stay off, those that the draft switches not counted. */
  readonly staysOff: readonly ServicePlanId[];
  /** Service plans that would be asked about. */
  readonly choices: readonly SwapChoice[];
  /** No source says which service plans to keep off. */
  readonly isUnknown: boolean;
}

/** One swap of a draft, read for one customer. */
export interface SwapOrder {
  readonly swap: Swap;
  readonly from: NumberedProduct;
  readonly to: NumberedProduct;
  /** Service plans of `to` that the draft switches for everybody who gets it. */
  readonly switches: Touch['switches'];
  readonly services: SameServices;
  /** What the swap does to an assignment of `from`, remembered by `swap`: for who lacks `to`, and for who holds it. */
  readonly known: Map<Assignment, JudgedSwap>;
  readonly knownWithTo: Map<Assignment, JudgedSwap>;
}

/** The swap, with its products looked up. */
export function readSwap(swap: Swap, switches: Touch['switches'], index: ProductIndex): SwapOrder {
  const numbered = (skuId: SkuId): NumberedProduct => ({ skuId, product: index.numberOf(skuId) });
  const [from, to] = [numbered(swap.from), numbered(swap.to)];
  return {
    swap,
    from,
    to,
    switches,
    services: new SameServices(index.products[from.product], index.products[to.product]),
    known: new Map(),
    knownWithTo: new Map(),
  };
}

/** How the first product of a swap is held, and whether the second one is. */
interface HeldToSwap {
  readonly held: Assignment;
  readonly holdsTo: boolean;
}

const NO_SWITCHES: Touch['switches'] = new Map();

function goes({ from }: SwapOrder, before: Assignment, index: ProductIndex): Touch {
  const asked = { ...from, action: 'revoke', switches: NO_SWITCHES } as const;
  return { ...asked, before, after: undefined, maskAfter: index.none };
}

function comes(
  { to }: SwapOrder,
  disabledPlans: readonly ServicePlanId[],
  index: ProductIndex,
): Touch {
  const path = { via: { kind: 'direct' }, disabledPlans, state: null, error: null } as const;
  const after = { skuId: to.skuId, paths: [path] };
  const maskAfter = index.maskOf(after, to.product);
  const asked = { ...to, action: 'assign', switches: NO_SWITCHES } as const;
  return { ...asked, before: undefined, after, maskAfter };
}

function judged(order: SwapOrder, { held, holdsTo }: HeldToSwap, index: ProductIndex): JudgedSwap {
  const { swap: wanted, from, to } = order;
  const carried = holdsTo ? NOTHING_OFF : carryOver(wanted.decided, held, order.services);
  const off = carried.off ?? (wanted.ifUnknown === 'allOn' ? [] : null);
  const why = judgeSwap({ from: from.skuId, to: to.skuId, held, off }, index);
  const isUnknown = carried.off === null;
  if (why.length > 0 || off === null) {
    return { touches: [], issues: why, staysOff: [], choices: [], isUnknown };
  }
  const lost = goes(order, held, index);
  const touches = holdsTo ? [lost] : [lost, comes(order, switchedOff(off, order.switches), index)];
  const issues = touches.flatMap((touch) => judgeTouch(touch, index));
  return { touches, issues, staysOff: off, choices: carried.choices, isUnknown };
}

/**
 * What a swap does to who holds the first product so, judged once for equal assignments. Who holds the
 * second one already only loses the first.
 */
export function swap(
  order: SwapOrder,
  { held, holdsTo }: HeldToSwap,
  index: ProductIndex,
): JudgedSwap {
  const memo = holdsTo ? order.knownWithTo : order.known;
  let known = memo.get(held);
  if (known === undefined) {
    known = judged(order, { held, holdsTo }, index);
    memo.set(held, known);
  }
  return known;
}
