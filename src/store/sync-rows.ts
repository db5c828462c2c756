import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Drift, Operation, Outcome, RunId } from '#plan/operation.ts';
import type { Control, UserNames } from '#sync/ports.ts';
import type { RunEnd, RunNews } from '#sync/run-ports.ts';
import type { Position, UserId } from '#users/ids.ts';
import type { LocationCode } from '#users/usage-location.ts';

/** A user at one time: the number of a license set, and a usage location. */
export interface UserNumbers {
  readonly licenses: number;
  readonly location: LocationCode;
}

/** A user claimed by a run, until the operation has ended. */
export interface OperationRow {
  readonly customerId: CustomerId;
  readonly userId: UserId;
  readonly runId: RunId;
  readonly operation: Operation;
  /** Sequence of the newest change that it carries: what has a higher one was saved since. */
  readonly through: number;
  /** The user as last known, and as planned, when it was claimed. */
  readonly before: UserNumbers;
  readonly planned: UserNumbers;
}

/** A sync of one customer; it may be interrupted and go on until `endedAt`. */
export interface RunRow {
  readonly customerId: CustomerId;
  readonly id: RunId;
  readonly startedAt: number;
  readonly operator: string;
  /** Null while it can go on. */
  readonly endedAt: number | null;
  /** How the engine last came to an end; null while it runs, or was cut off. */
  readonly end: RunEnd | null;
  readonly control: Control;
  /** Users by outcome; those who have none yet stand in `operations` and in the plan. */
  readonly counts: Readonly<Record<Outcome['kind'], number>>;
  /** What the engine waits for. */
  readonly waiting: Omit<Extract<RunNews, { kind: 'waiting' }>, 'kind'> | null;
  /** Facts that refusals taught. */
  readonly learned: number;
  /** After the run: products of which the customer's counts and the cloud's differ; null while not compared. */
  readonly differs:
    readonly { readonly skuId: SkuId; readonly planned: number; readonly cloud: number }[] | null;
}

/** What is the same for many outcomes; `kind` alone where there is no more to say. */
export type OutcomeCause =
  | { readonly kind: 'applied' | 'already' }
  | { readonly kind: 'rejected'; readonly raw: string; readonly locationSet: boolean }
  | ({ readonly kind: 'cancelled' } & AfterLocation)
  | ({ readonly kind: 'conflict'; readonly drifts: readonly Drift[] } & AfterLocation);

/** There where our usage location had been set by then. */
interface AfterLocation {
  readonly locationSet?: true;
}

/** How operations of a run ended, in the order in which they did: index i of every column is the same one. */
export interface OutcomesRow {
  readonly customerId: CustomerId;
  readonly runId: RunId;
  /** From 0. */
  readonly part: number;
  /** When the last one ended, in ms. */
  readonly lastAt: number;
  readonly positions: Uint32Array;
  /** Which of `causes`. */
  readonly causeOf: Uint16Array;
  readonly causes: readonly OutcomeCause[];
  readonly requestIds: readonly (string | null)[];
  /** In ms. */
  readonly at: readonly number[];
  /** Requests that left. */
  readonly attempts: Uint16Array;
  /** The changes that it carried have a sequence above `since`, up to `through`. */
  readonly since: Uint32Array;
  readonly through: Uint32Array;
  /** The user as last known, and as planned, when it was claimed. */
  readonly before: { readonly licenses: Uint32Array; readonly locations: Uint16Array };
  readonly planned: { readonly licenses: Uint32Array; readonly locations: Uint16Array };
}

/** The right to send for a customer. Stays when it is given back, so that no epoch comes twice. */
export interface LeaseRow {
  readonly customerId: CustomerId;
  readonly epoch: number;
  readonly owner: string;
  /** In ms; 0: given back. */
  readonly expiresAt: number;
}

/** A user kept back by a conflict until a person chooses. What the cloud has is the user's baseline now. */
export interface HeldRow {
  readonly customerId: CustomerId;
  readonly position: Position;
  readonly runId: RunId;
  readonly heldAt: number;
  readonly drifts: readonly Drift[];
  /** By what the user was known, and what the cloud says now, where these differ. */
  readonly renamed?: { readonly from: UserNames; readonly to: UserNames };
  /** The user as last known, and as planned, when the operation was claimed. */
  readonly before: UserNumbers;
  readonly planned: UserNumbers;
}
