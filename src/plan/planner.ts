import type { BitSet } from '#base/bit-set.ts';
import { atOnce, type Steps } from '#base/steps.ts';
import type { SkuId } from '#licenses/ids.ts';
import {
  allotmentOf,
  type Allotment,
  inDisplayOrder,
  servedBy,
  type ShortageChoice,
} from './short-products.ts';
import { buildChange, type ChangeColumns } from './build-change.ts';
import {
  consequencesOf,
  stepConsequencesOf,
  type Confirmable,
  type Weighed,
} from './consequences.ts';
import { expandParts } from './expand-parts.ts';
import { PlanningContext, type Availability, type PlanningInput } from './planning-context.ts';
import type { ProductHolders } from './product-holders.ts';
import { leftOutOf, type LeftOut } from './expand.ts';
import { demandOf, ledgerOf } from './ledger.ts';
import type { LedgerLine, Preview, ServicePlanState } from './preview.ts';
import type { Change } from './change.ts';
import { SheetReader, type Moves } from './change-sheet.ts';
import { reviewPlan, type PlanReview } from './plan-review.ts';
import { putBack, takeOut, type TakenHow } from './undo.ts';
import type { SyncProgress } from './sync-progress.ts';
import { stepColumns, stepMoves, stepPreview, stepStays } from './undo-preview.ts';
import type { Stay, UndoStep, UndoColumns, UndoPreview } from './undo-step.ts';
import type { Drafted } from './draft.ts';
import { previewOf } from './preview-of.ts';
import { SetDigests } from './set-digests.ts';
import { takingTurns, type Turns } from './turns.ts';
import { revokeEverything, type RevokeEverything } from './revoke-everything.ts';
import { servicePlanStates } from './service-plan-states.ts';

const UNKNOWN: Availability = { cloud: null, planned: null };

/**
 * Answers what a draft would do to some users of one customer. Made for one state of the customer
 * and kept while that lasts: what it works out once, it remembers. Everywhere `users` are positions
 * in display order, each once; those no longer in the customer are left out. What is planned is
 * one draft for all of them, or parts. What goes through every user can be had `InSteps`, too.
 */
export class Planner {
  readonly #context: PlanningContext;
  readonly #weighed: Weighed;

  constructor(input: PlanningInput) {
    this.#context = new PlanningContext(input);
    this.#weighed = { context: this.#context, digests: new SetDigests(input.sets) };
  }

  /** How the users hold each of the customer's products, in the order of the products. */
  holdings(users: Uint32Array): readonly ProductHolders[] {
    return atOnce(this.#context.holdings(users));
  }

  /** How many of the users have each service plan of the product on. */
  servicePlanStates(users: Uint32Array, sku: SkuId): ServicePlanState[] {
    return atOnce(this.servicePlanStatesInSteps(users, sku));
  }

  servicePlanStatesInSteps(users: Uint32Array, sku: SkuId): Steps<ServicePlanState[]> {
    return servicePlanStates(this.#context, users, sku);
  }

  /** The draft that takes from the users all that can be taken on them, and what groups keep. */
  revokeEverything(users: Uint32Array): RevokeEverything {
    return atOnce(this.revokeEverythingInSteps(users));
  }

  revokeEverythingInSteps(users: Uint32Array): Steps<RevokeEverything> {
    return revokeEverything(this.#context, users);
  }

  /** How many units of the product can still be assigned. */
  available(sku: SkuId): Availability {
    return this.#context.availability()[this.#context.index.numberOf(sku)] ?? UNKNOWN;
  }

  /** Everything that Save would do; where units run short, as `choice` says. */
  preview(users: Uint32Array, drafted: Drafted, choice = inDisplayOrder()): Preview {
    const expansion = atOnce(expandParts(this.#context, users, drafted));
    return atOnce(previewOf(this.#context, expansion, choice));
  }

  /** The preview, and what stands for all that it says. */
  confirmable(...ask: Parameters<Planner['confirmableInSteps']>): Confirmable<Preview> {
    return atOnce(this.confirmableInSteps(...ask));
  }

  *confirmableInSteps(
    users: Uint32Array,
    drafted: Drafted,
    choice: ShortageChoice,
  ): Steps<Confirmable<Preview>> {
    const expansion = yield* expandParts(this.#context, users, drafted);
    yield;
    const preview = yield* previewOf(this.#context, expansion, choice);
    yield;
    return { preview, consequences: yield* consequencesOf(this.#weighed, expansion, preview) };
  }

  /** The units of each product under the draft, in the order of the products. */
  ledger(users: Uint32Array, drafted: Drafted): LedgerLine[] {
    const { index } = this.#context;
    const expansion = atOnce(expandParts(this.#context, users, drafted));
    const demand = demandOf(expansion, index.products.length);
    return ledgerOf(demand, this.#context.availability(), index);
  }

  /** Who would get the units of short products. */
  allot(...ask: Parameters<Planner['allotInSteps']>): Allotment {
    return atOnce(this.allotInSteps(...ask));
  }

  *allotInSteps(users: Uint32Array, drafted: Drafted, turns: Turns): Steps<Allotment> {
    const expansion = yield* expandParts(this.#context, users, drafted);
    yield;
    return yield* allotmentOf(this.#context, expansion, turns);
  }

  /** Those who would get licenses by the draft, with those that are free. */
  served(users: Uint32Array, drafted: Drafted): Uint32Array {
    const expansion = atOnce(expandParts(this.#context, users, drafted));
    return atOnce(servedBy(this.#context, expansion));
  }

  /** Those whom a blocking issue keeps out, with their issues. */
  *leftOutInSteps(users: Uint32Array, drafted: Drafted): Steps<LeftOut> {
    const expansion = yield* expandParts(this.#context, users, drafted);
    yield;
    return leftOutOf(expansion);
  }

  /** The columns of the change that Save makes, its users in the order of their turns; interns new license sets. */
  change(...ask: Parameters<Planner['changeInSteps']>): ChangeColumns {
    return atOnce(this.changeInSteps(...ask));
  }

  *changeInSteps(
    users: Uint32Array,
    drafted: Drafted,
    choice: ShortageChoice,
  ): Steps<ChangeColumns> {
    const ordered = takingTurns(users, choice);
    const expansion = yield* expandParts(this.#context, ordered, drafted);
    yield;
    return yield* buildChange(this.#context, expansion, choice);
  }

  /**
   * Undo: what is left of the plan when the change is taken out, for all its users or `only` these
   * positions. `changes`: the customer's open changes. Interns new license sets.
   */
  takeOut(...ask: Parameters<Planner['takeOutInSteps']>): UndoStep {
    return atOnce(this.takeOutInSteps(...ask));
  }

  takeOutInSteps(
    changes: readonly Change[],
    change: Change,
    only: BitSet | null = null,
    how?: TakenHow,
  ): Steps<UndoStep> {
    return takeOut(this.#context, { changes, change, only }, how);
  }

  /**
   * Redo: the plan with the change in its old place, for those for whom it was taken out. `changes`:
   * the open ones, and those saved since the undo.
   */
  putBack(...ask: Parameters<Planner['putBackInSteps']>): UndoStep {
    return atOnce(this.putBackInSteps(...ask));
  }

  putBackInSteps(
    changes: readonly Change[],
    change: Change,
    only: BitSet | null = null,
    sent?: SyncProgress,
  ): Steps<UndoStep> {
    return putBack(this.#context, { changes, change, only }, sent);
  }

  /** Everything that the step would do. */
  stepPreview(step: UndoStep, choice = inDisplayOrder()): UndoPreview {
    return atOnce(stepPreview(this.#context, step, choice));
  }

  /** The same, and what stands for all that it says. */
  confirmableStep(...ask: Parameters<Planner['confirmableStepInSteps']>): Confirmable<UndoPreview> {
    return atOnce(this.confirmableStepInSteps(...ask));
  }

  *confirmableStepInSteps(step: UndoStep, choice: ShortageChoice): Steps<Confirmable<UndoPreview>> {
    const preview = yield* stepPreview(this.#context, step, choice);
    yield;
    return { preview, consequences: yield* stepConsequencesOf(this.#weighed, step, preview) };
  }

  /** Those for whom the change stays as it is, with the reasons. */
  stepStays(step: UndoStep, choice = inDisplayOrder()): Stay[] {
    return atOnce(this.stepStaysInSteps(step, choice));
  }

  stepStaysInSteps(step: UndoStep, choice: ShortageChoice): Steps<Stay[]> {
    return stepStays(this.#context, step, choice);
  }

  /** Who would get the units of products that are short for the step. */
  stepAllotmentInSteps(step: UndoStep, turns: Turns): Steps<Allotment> {
    return allotmentOf(this.#context, step, turns);
  }

  /** What would be sent for these pending users; `changes`: the open ones. */
  review(users: Uint32Array, changes: readonly Change[]): PlanReview {
    return reviewPlan(this.#context, users, changes);
  }

  /** What becomes of the licenses of users, in lines. */
  sheet(moves: Moves): SheetReader {
    return atOnce(this.sheetInSteps(moves));
  }

  sheetInSteps(moves: Moves): Steps<SheetReader> {
    return SheetReader.read(this.#context.index, this.#context.sets, moves);
  }

  /** What becomes of those whom the step moves, in lines. */
  stepSheet(...ask: Parameters<Planner['stepSheetInSteps']>): SheetReader {
    return atOnce(this.stepSheetInSteps(...ask));
  }

  *stepSheetInSteps(step: UndoStep, choice: ShortageChoice): Steps<SheetReader> {
    return yield* this.sheetInSteps(yield* stepMoves(this.#context, step, choice));
  }

  /** Whom the step moves, and what is planned for them then. */
  stepColumns(step: UndoStep, choice: ShortageChoice): UndoColumns {
    return atOnce(this.stepColumnsInSteps(step, choice));
  }

  stepColumnsInSteps(step: UndoStep, choice: ShortageChoice): Steps<UndoColumns> {
    return stepColumns(this.#context, step, choice);
  }
}
