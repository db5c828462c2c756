import { SHORT_STEP, type Steps } from '#base/steps.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Issue } from '#rules/issue.ts';
import { judgeLicenses, judgeTouch, judgeUsers } from '#rules/judge.ts';
import { Rows } from '#rules/rows.ts';
import { Sayings } from '#rules/said.ts';
import { TouchedRows } from '#rules/touched-rows.ts';
import type { Position } from '#users/ids.ts';
import type { LocationCode } from '#users/usage-location.ts';
import { FACT_BITS } from '#users/user-facts.ts';
import { differenceBetween, touchesOf, type Difference, type UserState } from './difference.ts';
import { IssueLists } from './issue-lists.ts';
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

/** A plan that is not judged yet. */
interface Plan {
  readonly baseline: StateNumbers;
  readonly planned: StateNumbers;
  /** The flags that `userFacts` reads. */
  readonly flags: number;
}

/** Judges whole plans of users, all at once and equal ones once. Numbers them from 0. */
export class PlanJudge {
  readonly #context: PlanningContext;
  readonly #sets = new PairMemo();
  readonly #locations = new PairMemo();
  readonly #users = new PairMemo();
  readonly #numbers = new PairMemo();
  readonly #plans: Plan[] = [];
  #pairs = 0;

  constructor(context: PlanningContext) {
    this.#context = context;
  }

  /** The number of this plan for the user at the position. */
  number(position: Position, planned: StateNumbers): number {
    const { licenses, locations, flags: all } = this.#context.table;
    const baseline = {
      set: licenses.baseline[position] ?? 0,
      location: locations.baseline[position] ?? 0,
    };
    const flags = (all[position] ?? 0) & FACT_BITS;
    const next = () => this.#pairs++;
    const sets = this.#sets.get(baseline.set, planned.set, next);
    const moved = this.#locations.get(baseline.location, planned.location, next);
    return this.#numbers.get(
      sets,
      this.#users.get(moved, flags, next),
      () => this.#plans.push({ baseline, planned, flags }) - 1,
    );
  }

  /** What the rules say of the plans that were numbered, by their numbers. */
  *judge(): Steps<JudgedPlan[]> {
    const { index } = this.#context;
    const plans = this.#plans;
    const held = this.#context.held(Uint32Array.from(plans, ({ baseline }) => baseline.set));
    const judged: Omit<JudgedPlan, 'issues'>[] = [];
    for (const [row, { baseline, planned }] of plans.entries()) {
      if (row % SHORT_STEP === 0) yield;
      const difference = differenceBetween(this.#state(baseline), this.#state(planned));
      judged.push({ baseline, difference });
    }
    const touched = new Map<SkuId, TouchedRows>();
    const alone = new Sayings(plans.length);
    for (const [row, { difference }] of judged.entries()) {
      if (row % SHORT_STEP === 0) yield;
      for (const touch of touchesOf(difference, index)) {
        const { skuId } = touch;
        const column = held.table.columnOf(skuId);
        const those = touched.get(skuId) ?? new TouchedRows(touch, column, plans.length);
        touched.set(skuId, those);
        those.add(row, touch);
        for (const issue of judgeTouch(touch, index)) alone.sayOf(issue, row);
      }
    }
    yield;
    const users = {
      before: Uint16Array.from(plans, ({ baseline }) => baseline.location),
      after: Uint16Array.from(plans, ({ planned }) => planned.location),
      flags: Uint8Array.from(plans, ({ flags }) => flags),
    };
    const rows = new Rows({ index, before: held, touched: [...touched.values()], users });
    const said = new Sayings(plans.length);
    judgeUsers(rows, said);
    said.sayAll(alone.all());
    judgeLicenses(rows, said);
    yield;
    const all = said.all().map((one) => ({ ...one, first: 0 }));
    const lists = new IssueLists(all, plans.length);
    yield;
    return judged.map((plan, row) => ({ ...plan, issues: lists.of(row) }));
  }

  #state({ set, location }: StateNumbers): UserState {
    return { licenses: this.#context.sets.at(set), location };
  }
}
