import type { BitSet } from '#base/bit-set.ts';
import type { SkuId } from '#licenses/ids.ts';
import { allotmentOf, type Allotment } from './allotment.ts';
import { buildChange, type ChangeColumns } from './build-change.ts';
import {
  consequencesOf,
  stepConsequencesOf,
  type Confirmable,
  type Weighed,
} from './consequences.ts';
import { expandParts } from './expand-parts.ts';
import { Ground, type Availability, type PlanningGround } from './ground.ts';
import { holdings, type Holding } from './holdings.ts';
import { leftOutOf, type LeftOut } from './left-out.ts';
import { demandOf, ledgerOf } from './ledger.ts';
import type { LedgerLine, Preview, ServicePlanState } from './preview.ts';
import type { Change } from './change.ts';
import { reviewPlan, type PlanReview } from './plan-review.ts';
import { putBack } from './put-back.ts';
import type { Sent } from './sent.ts';
import { stepColumns } from './step-columns.ts';
import { stepPreview } from './step-preview.ts';
import { stepStays } from './step-stays.ts';
import type { Stay, Step, StepColumns, StepPreview } from './step.ts';
import { takeOut } from './take-out.ts';
import type { Drafted } from './part.ts';
import { previewOf } from './preview-of.ts';
import { inDisplayOrder, type ShortageChoice } from './shortage-choice.ts';
import { SetDigests } from './set-digests.ts';
import { revokeEverything, type RevokeEverything } from './revoke-everything.ts';
import { servicePlanStates } from './service-plan-states.ts';

const UNKNOWN: Availability = { cloud: null, planned: null };

/**
 * Answers what a draft would do to some users of one customer. Made for one state of the customer
 * and kept while that lasts: what it works out once, it remembers. Everywhere `users` are positions
 * in display order, each once; those no longer in the customer are left out. What is planned is
 * one draft for all of them, or parts.
 */
export class Planner {
  readonly #ground: Ground;
  readonly #weighed: Weighed;

  constructor(ground: PlanningGround) {
    this.#ground = new Ground(ground);
    this.#weighed = { ground: this.#ground, digests: new SetDigests(ground.sets) };
  }

  /** How the users hold each of the customer's products, in the order of the products. */
  holdings(users: Uint32Array): Holding[] {
    return holdings(this.#ground, this.#ground.slots(users));
  }

  /** How many of the users have each service plan of the product on. */
  servicePlanStates(users: Uint32Array, sku: SkuId): ServicePlanState[] {
    return servicePlanStates(this.#ground, users, sku);
  }

  /** The draft that takes from the users all that can be taken on them, and what groups keep. */
  revokeEverything(users: Uint32Array): RevokeEverything {
    return revokeEverything(this.#ground, users);
  }

  /** How many units of the product can still be assigned. */
  available(sku: SkuId): Availability {
    return this.#ground.availability()[this.#ground.index.numberOf(sku)] ?? UNKNOWN;
  }

  /** Everything that Save would do; where units run short, as `choice` says. */
  preview(users: Uint32Array, drafted: Drafted, choice = inDisplayOrder()): Preview {
    return previewOf(this.#ground, expandParts(this.#ground, users, drafted), choice);
  }

  /** The preview, and what stands for all that it says. */
  confirmable(users: Uint32Array, drafted: Drafted, choice: ShortageChoice): Confirmable<Preview> {
    const expansion = expandParts(this.#ground, users, drafted);
    const preview = previewOf(this.#ground, expansion, choice);
    return { preview, consequences: consequencesOf(this.#weighed, expansion, preview) };
  }

  /** The units of each product under the draft, in the order of the products. */
  ledger(users: Uint32Array, drafted: Drafted): LedgerLine[] {
    const { index } = this.#ground;
    const demand = demandOf(expandParts(this.#ground, users, drafted), index.products.length);
    return ledgerOf(demand, this.#ground.availability(), index);
  }

  /** Who would get the units of short products; those in `waitingLast` get theirs after all others. */
  allot(users: Uint32Array, drafted: Drafted, waitingLast: BitSet): Allotment {
    return allotmentOf(this.#ground, expandParts(this.#ground, users, drafted), waitingLast);
  }

  /** Those whom a blocking issue keeps out, with their issues. */
  leftOut(users: Uint32Array, drafted: Drafted): LeftOut {
    return leftOutOf(expandParts(this.#ground, users, drafted));
  }

  /** The columns of the change that Save makes; interns new license sets. */
  change(users: Uint32Array, drafted: Drafted, choice: ShortageChoice): ChangeColumns {
    return buildChange(this.#ground, expandParts(this.#ground, users, drafted), choice);
  }

  /**
   * Undo: what is left of the plan when the change is taken out, for all its users or `only` these
   * positions. `changes`: the customer's open changes. Interns new license sets.
   */
  takeOut(
    changes: readonly Change[],
    change: Change,
    only: BitSet | null = null,
    sent?: Sent,
  ): Step {
    return takeOut(this.#ground, changes, change, only, sent);
  }

  /**
   * Redo: the plan with the change in its old place, for those for whom it was taken out. `changes`:
   * the open ones, and those saved since the undo.
   */
  putBack(
    changes: readonly Change[],
    change: Change,
    only: BitSet | null = null,
    sent?: Sent,
  ): Step {
    return putBack(this.#ground, changes, change, only, sent);
  }

  /** Everything that the step would do. */
  stepPreview(step: Step, choice = inDisplayOrder()): StepPreview {
    return stepPreview(this.#ground, step, choice);
  }

  /** The same, and what stands for all that it says. */
  confirmableStep(step: Step, choice: ShortageChoice): Confirmable<StepPreview> {
    const preview = stepPreview(this.#ground, step, choice);
    return { preview, consequences: stepConsequencesOf(this.#weighed, step, preview) };
  }

  /** Those for whom the change stays as it is, with the reasons. */
  stepStays(step: Step, choice = inDisplayOrder()): Stay[] {
    return stepStays(this.#ground, step, choice);
  }

  /** Who would get the units of products that are short for the step. */
  stepAllotment(step: Step, waitingLast: BitSet): Allotment {
    return allotmentOf(this.#ground, step, waitingLast);
  }

  /** What would be sent for these pending users. */
  review(users: Uint32Array): PlanReview {
    return reviewPlan(this.#ground, users);
  }

  /** Whom the step moves, and what is planned for them then. */
  stepColumns(step: Step, choice: ShortageChoice): StepColumns {
    return stepColumns(this.#ground, step, choice);
  }
}
