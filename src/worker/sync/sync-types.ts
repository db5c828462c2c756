/** What is pending, the review before a sync, and the run while it goes: plain cloneable data. */
import type { Customer, CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { RunId } from '#plan/operation.ts';
import type { PlanReview } from '#plan/plan-review.ts';
import type { Control } from '#sync/ports.ts';
import type { NamesView } from '#worker/licenses/license-types.ts';
import type { SheetView } from '#worker/sheets/sheet-types.ts';

/** One customer on Pending: it has something pending, or a run. */
export interface PendingRow {
  readonly customer: Customer;
  /** Users whose plan differs from what is last known; those below are counted in. */
  readonly pending: number;
  /** Claimed by a run and not ended. */
  readonly open: number;
  /** Held back by a conflict until a person chooses. */
  readonly held: number;
  /** Handed over as a script or file: not sent from here. */
  readonly handedOver: number;
  /** Rejected in the last run. */
  readonly failed: number;
  /** Cannot be sent: no source gave an object id. */
  readonly withoutId: number;
  /** Planned for, and no longer in the customer: not pending until they are back. */
  readonly gone: number;
  /** False: there is no way to a cloud of this customer yet. */
  readonly connected: boolean;
  /** In ms. */
  readonly dataAt: number;
  /** The sync broke off, or could not begin, because there is no room left on this device. */
  readonly isDiskFull: boolean;
  /** The last one; null: never synced. */
  readonly run: RunView | null;
}

/**
 * How a run stands. `running` and `waiting` go on by themselves; `interrupted`: the window that sent was
 * closed or lost its right, Resume goes on; `signIn`: a person has to sign in first; `noAccess`: Microsoft
 * 365 refuses this customer; `refused`: it does not take what is asked; `outdated`: it waited so long that
 * only a new review goes on; `stopped`, `done`: it has ended, another sync is another run.
 */
export type RunState =
  | 'running'
  | 'waiting'
  | 'paused'
  | 'stopped'
  | 'signIn'
  | 'outdated'
  | 'noAccess'
  | 'refused'
  | 'interrupted'
  | 'done';

/** Outcomes of users, and where those stand who have none yet (`left`: not claimed yet). */
export type RunCount =
  'applied' | 'already' | 'rejected' | 'conflict' | 'cancelled' | 'inDoubt' | 'waiting' | 'left';

/** A sync of one customer, for whichever window it is drawn. Times in ms. */
export interface RunView {
  readonly id: RunId;
  readonly customerId: CustomerId;
  /** Who pressed "Sync now". */
  readonly operator: string;
  readonly startedAt: number;
  /** Null while it can go on. */
  readonly endedAt: number | null;
  readonly state: RunState;
  /** What a person asked for last; the run takes it up after its batch. */
  readonly control: Control;
  /** Nothing can be done before `until`. */
  readonly waiting: {
    readonly why: 'throttled' | 'unreachable' | 'quiet';
    readonly until: number;
  } | null;
  /** True when this window sends. */
  readonly own: boolean;
  readonly counts: Readonly<Record<RunCount, number>>;
  /** Users for whom something was planned, or taken back, since its review: it does not send them. */
  readonly changed: number;
  /** Users ended in the last minute, waits included; null while there is nothing to measure. */
  readonly perMinute: number | null;
  /** At that rate; null while unknown. */
  readonly secondsLeft: number | null;
  /** Facts that refusals of this run taught. */
  readonly learned: number;
  /** What Microsoft 365 said when it refused the access, or what was asked; null where it did not. */
  readonly refusal: string | null;
  /** After the run: products whose assigned licenses differ from the cloud's count; null while not compared. */
  readonly differs: readonly CountDifference[] | null;
}

/** Licenses of a product in use: as counted here after the run, and as Microsoft 365 counts them. */
export interface CountDifference {
  readonly skuId: SkuId;
  readonly name: string;
  readonly planned: number;
  readonly cloud: number;
}

/** What a sync of one customer would send now: the numbers are of the users who would be sent. */
export interface SyncReview
  extends
    Omit<PlanReview, 'shortages' | 'sheet'>,
    Pick<PendingRow, 'withoutId' | 'held' | 'handedOver' | 'dataAt'> {
  readonly customer: Customer;
  /** Must be handed to `startSync`. */
  readonly version: number;
  /** `dataAt` is older than 24 hours: new data is read before anything is sent. */
  readonly isOld: boolean;
  /** Against the licenses in Microsoft 365 as last known. */
  readonly sheet: SheetView;
  /** Stands for all users with what each of them is and is to be. */
  readonly digest: string;
  /** For everything that the sheet mentions. */
  readonly names: NamesView;
  /** Against the units as last known. */
  readonly shortages: readonly {
    readonly skuId: SkuId;
    readonly name: string;
    readonly short: number;
  }[];
  /** In ms; null: nothing is open. */
  readonly oldestChangeAt: number | null;
  /** Subscriptions that end within 30 days, soonest first; empty where no source told. */
  readonly endingSoon: readonly {
    readonly skuId: SkuId;
    readonly name: string;
    /** In ms. */
    readonly on: number;
  }[];
  /** Claimed by a run that did not end them: read first, and counted in where something is still planned. */
  readonly claimed: number;
  /** Users of the whole customer who hold at least one license, planned. */
  readonly licensedUsers: number;
}

/**
 * Why a sync was not started; nothing was sent. `stale`: a customer moved since its review, show it
 * again. `busy`: a run of it is under way, here or in another window, and does not wait for anything. `notConnected`: there is no way to
 * its cloud. `nothingToSend`: nothing of it can be sent now.
 */
export interface StartRefusal {
  readonly kind: 'stale' | 'busy' | 'notConnected' | 'nothingToSend';
  readonly customerId: CustomerId;
}
