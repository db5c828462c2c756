import type { ServicePlanId } from '#licenses/ids.ts';
import type { Assignment } from '#licenses/license-set.ts';
import { overlaps, type Bits } from '#rules/bits.ts';
import { isGained, isLost, type Touch } from '#rules/case.ts';
import type { Held } from '#rules/held.ts';
import type { Issue } from '#rules/issue.ts';
import type { ProductIndex } from '#rules/product-index.ts';
import { carryOver, SameServices } from './carry-over.ts';
import type { ProductOrder } from './orders.ts';

/** A service plan that is off in a lost product, and one of a gained product that brings it on. */
interface SwitchedOn {
  readonly gain: Touch;
  /** Where one of both is on today, nothing is switched on. */
  readonly plans: Bits;
  readonly issue: Issue;
}

/** A line that gives a product, with what it does to who does not hold it. */
interface Gain {
  readonly order: ProductOrder;
  readonly gain: Touch;
}

/** What giving one product in the place of another one switches on; each finding is made once. */
export class Replacement {
  readonly #gain: Touch;
  readonly #order: ProductOrder;
  readonly #index: ProductIndex;
  readonly #services: SameServices;
  readonly #found = new Map<string, SwitchedOn>();
  readonly #known = new Map<Assignment, readonly SwitchedOn[]>();

  constructor(lost: Touch, { order, gain }: Gain, index: ProductIndex) {
    const { products } = index;
    this.#order = order;
    this.#gain = gain;
    this.#index = index;
    this.#services = new SameServices(products[lost.product], products[order.product]);
  }

  /** What a swap would keep off for who holds the lost product so, and the draft does not. */
  switchedOn(before: Assignment): readonly SwitchedOn[] {
    let known = this.#known.get(before);
    if (known === undefined) this.#known.set(before, (known = this.#find(before)));
    return known;
  }

  #find(before: Assignment): SwitchedOn[] {
    const { off, choices } = carryOver({}, before, this.#services);
    return (off ?? []).flatMap((on) => {
      if (this.#order.switches.has(on)) return [];
      const offs = choices.filter(({ becomes }) => becomes === on).map((choice) => choice.off);
      return (offs.length === 0 ? [on] : offs).map((plan) => this.#finding(before, plan, on));
    });
  }

  #finding({ skuId: from }: Assignment, off: ServicePlanId, on: ServicePlanId): SwitchedOn {
    const key = `${off} ${on}`;
    let found = this.#found.get(key);
    if (found === undefined) {
      const about = { from, to: this.#order.skuId, off, on };
      const issue = { code: 'switchedOn', severity: 'warning', ...about } as const;
      const { issues, toldOn } = this.#index;
      found = { gain: this.#gain, plans: toldOn.bits([off, on]), issue: issues.enter(issue) };
      this.#found.set(key, found);
    }
    return found;
  }
}

const NOTHING: readonly Issue[] = [];

/**
 * Clearing one product and ticking another switches on what was off in the first one; a swap of the
 * two would keep it off. Says nothing of what is on by another product today, of what the draft
 * switches itself, nor where no source says what is off.
 */
export class SwitchingOn {
  readonly #index: ProductIndex;
  readonly #gains: readonly Gain[];
  /** By how the product was held that is lost. */
  readonly #known = new Map<Assignment, readonly SwitchedOn[]>();
  /** Room for what is on today in one license set. */
  readonly #on: Bits;

  constructor(orders: readonly ProductOrder[], index: ProductIndex) {
    this.#index = index;
    this.#gains = orders.flatMap((order) => {
      const gain = order.gain?.touch;
      return gain?.after === undefined ? [] : [{ order, gain }];
    });
    this.#on = index.toldOn.bits([]);
  }

  /** The issues of one license set; `touches`: of the draft's lines. */
  issues(touches: readonly Touch[], before: Held): readonly Issue[] {
    if (this.#gains.length === 0 || !touches.some(isGained)) return NOTHING;
    let issues: Issue[] | null = null;
    for (const lost of touches) {
      if (!isLost(lost)) continue;
      for (const { gain, plans, issue } of this.#switchedOn(lost)) {
        if (issues === null) this.#readOn(before);
        issues ??= [];
        if (touches.includes(gain) && !overlaps(this.#on, plans)) issues.push(issue);
      }
    }
    return issues ?? NOTHING;
  }

  #switchedOn(lost: Touch): readonly SwitchedOn[] {
    const { before } = lost;
    if (before === undefined) return [];
    let known = this.#known.get(before);
    if (known === undefined) {
      const found: SwitchedOn[] = [];
      for (const gain of this.#gains) {
        for (const one of this.#replacement(lost, gain).switchedOn(before)) found.push(one);
      }
      known = found;
      this.#known.set(before, known);
    }
    return known;
  }

  #replacement(lost: Touch, gain: Gain): Replacement {
    const { replaces } = gain.order;
    let known = replaces.get(lost.product);
    if (known === undefined) {
      known = new Replacement(lost, gain, this.#index);
      replaces.set(lost.product, known);
    }
    return known;
  }

  #readOn(held: Held): void {
    this.#on.fill(0);
    for (let i = 0; i < held.size; i++) {
      const assignment = held.assignments[i];
      if (assignment === undefined) continue;
      const bits = this.#index.toldOn.of(assignment, held.products[i] ?? -1);
      for (let word = 0; word < bits.length; word++) {
        this.#on[word] = (this.#on[word] ?? 0) | (bits[word] ?? 0);
      }
    }
  }
}
