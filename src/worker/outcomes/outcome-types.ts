/** What became of the users of a sync run, and who of them waits for a person. */
import type { FoundPage, Page } from '#base/page.ts';
import type { Customer } from '#customers/customer.ts';
import type { Refusal } from '#graph/refusal.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { ChangeId } from '#plan/change.ts';
import type { Drift, Outcome, RunId } from '#plan/operation.ts';
import type { Retry } from '#plan/retry-refused.ts';
import type { Issue } from '#rules/issue.ts';
import type { Said, UserNames } from '#sync/ports.ts';
import type { HeldView, NamesView, ServicePlanView } from '#worker/licenses/license-types.ts';
import type { Who } from '#worker/users/user-types.ts';

/** How a user of a run stands: ended in one of the ways of `Outcome`, or not yet. */
export type CallState = Outcome['kind'] | 'inDoubt' | 'waiting';

/** `open`: claimed and not ended. */
export type SyncOutcomeFilter = 'all' | Outcome['kind'] | 'open';

/** One product of the call that was (to be) sent for a user. */
export interface SentView {
  readonly skuId: SkuId;
  readonly name: string;
  readonly action: 'assign' | 'revoke' | 'servicePlans';
  /** Service plans that are off then; empty on `revoke`. */
  readonly servicePlansOff: readonly ServicePlanView[];
  /** The newest Save that planned it; null where none is known any more. */
  readonly change: { readonly id: ChangeId; readonly savedAt: number } | null;
  /** True for what the refusal names: the rest of the call was not applied because of it. */
  readonly isCause: boolean;
  /** True for what Microsoft 365 has so although the call was cancelled. */
  readonly isDone: boolean;
}

/** Why Microsoft 365 refused a user's call: by the ids in its text first, then by its words. */
export interface RefusalView extends Said {
  readonly kind: Refusal['kind'];
  /** The same as a rule says it, where a rule can; else the kind says what is known. */
  readonly issue: Issue | null;
}

/** What became of one user in a run. */
export interface OutcomeRow extends Who {
  readonly outcome: CallState;
  /** When it ended, in ms; null before. */
  readonly at: number | null;
  readonly sent: readonly SentView[];
  /** Two letters of the usage location that was (to be) set first; null: none. */
  readonly locationSent: string | null;
  /** True when the usage location was set although the licenses were not: it stays. */
  readonly locationSet: boolean;
  /** Set for `rejected`. */
  readonly refusal: RefusalView | null;
  /** Set for `conflict`. */
  readonly drifts: readonly Drift[];
}

/** One page of the users of a run. */
export interface OutcomePage extends FoundPage<OutcomeRow> {
  readonly runId: RunId;
  readonly customer: Customer;
  readonly counts: Readonly<Record<Exclude<SyncOutcomeFilter, 'all'>, number>>;
  readonly names: NamesView;
}

/** What planning again what was refused would come to now. */
export interface RetryNumbers extends Pick<Retry, 'stays'> {
  /** Users whom the new change would be for. */
  readonly users: number;
}

/** What of a run can be planned again: all that was refused, or without a product that refusals name. */
export interface RetryView {
  readonly all: RetryNumbers;
  /** Only products without which there is something left to plan, those with most users first. */
  readonly without: readonly ({ readonly skuId: SkuId; readonly name: string } & RetryNumbers)[];
}

/** A user's licenses and usage location at one time. */
export interface StateView {
  readonly licenses: readonly HeldView[];
  /** Two letters; null: none, or unknown. */
  readonly usageLocation: string | null;
  readonly locationKnown: boolean;
}

/** A user held back: Microsoft 365 is not as it was last known where the plan touches it. */
export interface ConflictRow extends Who {
  readonly drifts: readonly Drift[];
  /** False: what is wanted cannot be had, the change can only be dropped or wait. */
  readonly canApply: boolean;
  /** By what the user was known when it was planned, and now, where these differ; matched by id. */
  readonly renamed: { readonly from: UserNames; readonly to: UserNames } | null;
  /** When it was seen, in ms. */
  readonly seenAt: number;
  /** As it was known before. */
  readonly baseline: StateView;
  /** As the plan wants it. */
  readonly ours: StateView;
  /** As Microsoft 365 has it; null: the user is deleted there. */
  readonly theirs: StateView | null;
}

/** One page of the users held back, in display order. */
export interface ConflictPage extends Page<ConflictRow> {
  readonly customer: Customer;
  /** Users all of whose drifts are of the kind. */
  readonly counts: Readonly<Partial<Record<Drift['kind'], number>>>;
  /** Of these kinds our change can be applied for everybody. */
  readonly appliable: readonly Drift['kind'][];
  /** Users with drifts of several kinds: they are chosen for one by one. */
  readonly mixed: number;
  readonly names: NamesView;
  readonly version: number;
}

/** Who is settled: these users, or everybody whose drifts are all of one kind. */
export type ConflictChoiceUsers =
  | { readonly kind: 'users'; readonly positions: readonly number[] }
  | { readonly kind: 'all'; readonly drift: Drift['kind'] };

/** `apply`: plan it upon what the cloud has. `drop`: keep Microsoft 365 as it is. `later`: stays pending, not sent. */
export type ConflictChoice = 'apply' | 'drop' | 'later';
