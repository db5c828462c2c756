import type { Issue } from '#rules/issue.ts';
import { judge } from '#rules/judge.ts';
import type { LocationCode } from '#users/usage-location.ts';
import { deltaOf, type Delta, type UserState } from './delta.ts';
import type { PlanningContext } from './planning-context.ts';
import { PairMemo } from './pair-memo.ts';
import { touchesOf } from './touches-of.ts';

/** All of a user that a plan changes: the number of the license set, and the usage location. */
export interface StateNumbers {
  readonly set: number;
  readonly location: LocationCode;
}

/** What is planned for a user, with what the rules say of it. */
export interface JudgedPlan {
  readonly baseline: StateNumbers;
  /** From what is known in Microsoft 365 to what is planned. */
  readonly delta: Delta;
  /** Objects of the index's issue book, each once. */
  readonly issues: readonly Issue[];
}

/** Judges whole plans of users, once for equal ones, and numbers them from 0. */
export class PlanJudge {
  readonly #context: PlanningContext;
  readonly #sets = new PairMemo();
  readonly #locations = new PairMemo();
  readonly #numbers = new PairMemo();
  readonly #plans: JudgedPlan[] = [];
  #pairs = 0;

  constructor(context: PlanningContext) {
    this.#context = context;
  }

  /** The number of this plan. */
  number(baseline: StateNumbers, planned: StateNumbers): number {
    const sets = this.#sets.get(baseline.set, planned.set, () => this.#pairs++);
    const locations = this.#locations.get(baseline.location, planned.location, () => this.#pairs++);
    return this.#numbers.get(
      sets,
      locations,
      () => this.#plans.push(this.#judge(baseline, planned)) - 1,
    );
  }

  /** The plan with this number. */
  at(number: number): JudgedPlan {
    const plan = this.#plans[number];
    if (plan === undefined) throw new RangeError(`no plan ${number}`);
    return plan;
  }

  #judge(baseline: StateNumbers, planned: StateNumbers): JudgedPlan {
    const { index } = this.#context;
    const delta = deltaOf(this.#state(baseline), this.#state(planned));
    const isEmpty = delta.products.size === 0 && delta.location === null;
    if (isEmpty) return { baseline, delta, issues: [] };
    const before = this.#context.held(baseline.set);
    const after = planned.set === baseline.set ? before : this.#context.held(planned.set);
    const where = { locationBefore: baseline.location, locationAfter: planned.location };
    const issues = judge({ before, after, touches: touchesOf(delta, index), ...where }, index);
    return { baseline, delta, issues: [...new Set(issues)] };
  }

  #state({ set, location }: StateNumbers): UserState {
    return { licenses: this.#context.sets.at(set), location };
  }
}
