/** Plans that others carry out: as a script, or as a file for another Seatwise. */
import type { Customer, CustomerId } from '#customers/customer.ts';
import type { HandedPlan, HandedPlanId, Handover } from '#handover/handed-plan.ts';
import type { KnownPlan } from '#store/opened-plans.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import type { UserQuery } from '#users/user-query.ts';
import type { ExportedUsers } from '#worker/exports/export-types.ts';
import type { MadeFile } from '#worker/jobs/job-types.ts';
import type { ListId } from '#worker/lists/assignment-list-types.ts';
import type { WindowId } from '#worker/scope-types.ts';

/** Users of a customer who are, or were, handed over together, counted. */
export interface HandoverView extends Handover {
  readonly users: number;
  /** Not sent from here, no outcome yet. */
  readonly out: number;
  readonly takenBack: number;
  readonly ended: number;
}

export interface HandOverAsk {
  readonly customerId: CustomerId;
  readonly as: Handover['kind'];
  readonly to: string;
  readonly operator: string;
  /** Of whom those who are pending are handed over. */
  readonly whom: ExportedUsers;
  /** The version that the person saw. */
  readonly version: number;
}

export interface HandOverAgainAsk {
  readonly customerId: CustomerId;
  readonly id: HandedPlanId;
}

/** How many users could be handed over now. */
export interface CanBeHandedOver {
  readonly all: number;
  /** Of those selected in the window. */
  readonly selected: number;
  /** Of those whom the window's filter of the users shows; null where it shows everybody. */
  readonly matching: { readonly query: UserQuery; readonly users: number } | null;
}

export interface OpenPlanAsk {
  readonly file: File;
  /** The customer that the person chose; null: the one that is bound to the plan's tenant. */
  readonly customerId: CustomerId | null;
  readonly window: WindowId;
}

/** What became of users of one plan whose outcomes were read. */
export interface ScriptOutcomesView {
  readonly customer: Customer;
  readonly id: HandedPlanId;
  readonly applied: number;
  readonly already: number;
  readonly rejected: number;
  /** Not as the plan knew them: pending here again. */
  readonly skipped: number;
  /** Nobody knows how they ended: still handed over, until the script is run again. */
  readonly failed: number;
  /** Of users who are not handed over any more, or never were. */
  readonly ignored: number;
}

/** A plan file, as it was read. */
export interface OpenedPlanView extends Omit<HandedPlan, 'id' | 'works' | 'users'> {
  readonly users: number;
}

/** The file of a handover. */
export interface HandedOverValue extends MadeFile {
  readonly kind: 'handedOver';
  readonly users: number;
}

export type HandOverValue =
  | HandedOverValue
  /** The customer moved since, or nothing of it can be handed over. */
  | { readonly kind: 'notHandedOver'; readonly why: 'stale' | 'nothing' };

export type HandOverAgainValue =
  | HandedOverValue
  /** What the file said of its users is not what would be said now, or some are not handed over any more. */
  | { readonly kind: 'notTheSame' };

export type ScriptOutcomesValue =
  | {
      readonly kind: 'scriptOutcomes';
      readonly plans: readonly ScriptOutcomesView[];
      readonly problems: readonly ImportProblem[];
      /** Rows of plans that were not made on this device. */
      readonly unknown: number;
    }
  | { readonly kind: 'outcomesRefused'; readonly problem: ImportProblem };

export interface PlanRefused {
  readonly kind: 'planRefused';
  readonly why:
    | { readonly kind: 'notAPlan' | 'altered' | 'unreadable' }
    | { readonly kind: 'newerFormat'; readonly version: number }
    | KnownPlan
    /** No customer, or not the one chosen, is bound to its tenant. */
    | { readonly kind: 'otherTenant' | 'chooseCustomer' };
  readonly plan: OpenedPlanView | null;
}

export type OpenPlanValue =
  | {
      readonly kind: 'planOpened';
      readonly plan: OpenedPlanView;
      /** False for files of older versions: nobody can tell whether they were altered. */
      readonly isProven: boolean;
      readonly customer: Customer;
      readonly listId: ListId;
      /** Users of the plan who are in the customer, and who are not. */
      readonly matched: number;
      readonly missing: number;
    }
  | PlanRefused;
