import type { ServicePlanId } from '#licenses/ids.ts';
import { isGained, isLost } from '#rules/case.ts';
import type { ProductIndex } from '#rules/product-index.ts';
import { newServicePlans, type SwapChoice } from './carry-over.ts';
import type { ServicePlanAction } from './draft.ts';
import type { Expansion } from './expand.ts';
import type { PlanningContext } from './planning-context.ts';
import type { ServicePlanState, SwapPreview, SwapQuestion } from './preview.ts';
import type { JudgedSwap, SwapOrder } from './swap.ts';

interface CaseUsers {
  readonly users: number;
  readonly planned: number;
  readonly waiting: number;
  readonly blocked: number;
}

/** Counts what a swap does, case by case, in all parts that have it. */
class SwapCount {
  users = 0;
  alreadyHaveTo = 0;
  waits = 0;
  blocked = 0;
  leftOut = 0;
  plansUnknown = 0;
  #comes = 0;
  /** Users for whom a service plan of `to` stays off. */
  readonly #staysOff = new Map<ServicePlanId, number>();
  readonly #order: SwapOrder;
  readonly #questions = new Map<string, SwapQuestion>();

  constructor(order: SwapOrder) {
    this.#order = order;
  }

  /** `users`: all of the case; the others: those of them for whom it is planned, or would be but for units, or but for a rule. */
  add(
    { touches, issues, staysOff, choices, isUnknown }: JudgedSwap,
    { swap: { decided } }: SwapOrder,
    { users, planned, waiting, blocked }: CaseUsers,
  ): void {
    if (issues.some(({ code }) => code === 'swapInherited')) {
      this.leftOut += users;
      return;
    }
    if (isUnknown) this.plansUnknown += users;
    if (touches.some(isLost)) {
      this.users += planned;
      this.waits += waiting;
      this.blocked += blocked;
    }
    if (touches.some(isGained)) {
      this.#comes += users;
      for (const id of staysOff) this.#staysOff.set(id, (this.#staysOff.get(id) ?? 0) + users);
    } else if (touches.length > 0) this.alreadyHaveTo += planned;
    for (const choice of choices) this.#ask(choice, decided[choice.becomes] ?? null, users);
  }

  preview({ products }: ProductIndex): SwapPreview {
    const { from, to } = this.#order;
    const [product, other] = [products[from.product], products[to.product]];
    const { users, alreadyHaveTo, waits, blocked, leftOut, plansUnknown } = this;
    return {
      from: from.skuId,
      to: to.skuId,
      users,
      alreadyHaveTo,
      waits,
      blocked,
      leftOut,
      plansUnknown,
      servicePlans: (other?.servicePlans ?? [])
        .filter(({ appliesTo }) => appliesTo === 'User')
        .map(({ id }) => this.#stateOf(id)),
      questions: this.#inOrderOf((other?.servicePlans ?? []).map(({ id }) => id)),
      newServicePlans: newServicePlans(product, other),
    };
  }

  #stateOf(servicePlanId: ServicePlanId): ServicePlanState {
    const on = this.#comes - (this.#staysOff.get(servicePlanId) ?? 0);
    return { servicePlanId, holders: this.#comes, on, onByGroup: 0, unknown: 0 };
  }

  #ask({ off, becomes }: SwapChoice, decided: ServicePlanAction | null, users: number): void {
    const key = `${off} ${becomes} ${decided ?? ''}`;
    const before = this.#questions.get(key)?.users ?? 0;
    this.#questions.set(key, { off, becomes, users: before + users, decided });
  }

  #inOrderOf(servicePlans: readonly ServicePlanId[]): SwapQuestion[] {
    const all = [...this.#questions.values()].sort((a, b) => (a.off < b.off ? -1 : 1));
    return servicePlans.flatMap((id) => all.filter(({ becomes }) => becomes === id));
  }
}

/**
 * What the swaps of an expanded draft would do; one that several parts have is counted as one.
 * `planned`: users per case for whom it would be planned.
 */
export function swapPreviews(
  context: PlanningContext,
  { parts, cases, counts }: Expansion,
  planned: Uint32Array,
): SwapPreview[] {
  if (parts.every(({ orders }) => orders.swaps.length === 0)) return [];
  const found = new Map<string, SwapCount>();
  const countsOf = parts.map(({ orders }) =>
    orders.swaps.map((order) => {
      const key = `${order.from.skuId} ${order.to.skuId}`;
      const count = found.get(key) ?? new SwapCount(order);
      found.set(key, count);
      return { order, count };
    }),
  );
  cases.forEach(({ part, swaps, kind }, i) => {
    const [all, some] = [counts[i] ?? 0, planned[i] ?? 0];
    const [waiting, blocked] = kind === 'planned' ? [all - some, 0] : [0, all];
    const here = { users: all, planned: some, waiting, blocked };
    countsOf[part]?.forEach(({ order, count }, swap) => {
      const judged = swaps[swap] ?? null;
      if (judged !== null) count.add(judged, order, here);
    });
  });
  return [...found.values()].map((count) => count.preview(context.index));
}
