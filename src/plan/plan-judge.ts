import type { Issue } from '#rules/issue.ts';
import { judge } from '#rules/judge.ts';
import type { Position } from '#users/ids.ts';
import type { LocationCode } from '#users/usage-location.ts';
import { FACT_BITS, userFacts, type UserFacts } from '#users/user-facts.ts';
import {
  differenceBetween,
  isEmptyDifference,
  type Difference,
  type UserState,
  touchesOf,
} from './difference.ts';
import type { PlanningContext } from './planning-context.ts';
import { PairMemo } from './pair-memo.ts';

/** All of a user that a plan changes: the number of the license set, and the usage location. */
export interface StateNumbers {
  readonly set: number;
  readonly location: LocationCode;
}

/** What is planned for a user, with what the rules say of it. */
export interface JudgedPlan {
  readonly baseline: StateNumbers;
  /** From what is known in Microsoft 365 to what is planned. */
  readonly difference: Difference;
  /** Objects of the index's issue book, each once. */
  readonly issues: readonly Issue[];
}

/** Judges whole plans of users, once for equal ones, and numbers them from 0. */
export class PlanJudge {
  readonly #context: PlanningContext;
  readonly #sets = new PairMemo();
  readonly #locations = new PairMemo();
  readonly #users = new PairMemo();
  readonly #numbers = new PairMemo();
  readonly #plans: JudgedPlan[] = [];
  #pairs = 0;

  constructor(context: PlanningContext) {
    this.#context = context;
  }

  /** The number of this plan for the user at the position. */
  number(position: Position, planned: StateNumbers): number {
    const { licenses, locations, flags } = this.#context.table;
    const baseline = {
      set: licenses.baseline[position] ?? 0,
      location: locations.baseline[position] ?? 0,
    };
    const known = (flags[position] ?? 0) & FACT_BITS;
    const next = () => this.#pairs++;
    const sets = this.#sets.get(baseline.set, planned.set, next);
    const moved = this.#locations.get(baseline.location, planned.location, next);
    return this.#numbers.get(
      sets,
      this.#users.get(moved, known, next),
      () => this.#plans.push(this.#judge(baseline, planned, userFacts(known))) - 1,
    );
  }

  /** The plan with this number. */
  at(number: number): JudgedPlan {
    const plan = this.#plans[number];
    if (plan === undefined) throw new RangeError(`no plan ${number}`);
    return plan;
  }

  #judge(baseline: StateNumbers, planned: StateNumbers, user: UserFacts): JudgedPlan {
    const { index } = this.#context;
    const difference = differenceBetween(this.#state(baseline), this.#state(planned));
    if (isEmptyDifference(difference)) return { baseline, difference, issues: [] };
    const before = this.#context.held(baseline.set);
    const after = planned.set === baseline.set ? before : this.#context.held(planned.set);
    const touches = touchesOf(difference, index);
    const where = { locationBefore: baseline.location, locationAfter: planned.location };
    const issues = judge({ before, after, touches, ...where, user }, index);
    return { baseline, difference, issues: [...new Set(issues)] };
  }

  #state({ set, location }: StateNumbers): UserState {
    return { licenses: this.#context.sets.at(set), location };
  }
}
