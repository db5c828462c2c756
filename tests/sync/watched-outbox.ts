import type { SkuId } from '../../src/licenses/ids.ts';
import type { LicenseSet } from '../../src/licenses/license-set.ts';
import type { DirectPath, Operation, OperationId, Outcome } from '../../src/plan/operation.ts';
import type { Control, Outbox } from '../../src/sync/ports.ts';
import type { StoredDeeds } from './stored-deeds.ts';
import type { UserId } from '../../src/users/ids.ts';
import type { LocationCode } from '../../src/users/usage-location.ts';

/** A user as a device knows it, and what is planned for it. */
export interface KnownUser {
  readonly userId: UserId;
  /** As the cloud told it last. */
  readonly told: LicenseSet;
  /** The direct paths; unknown where no source said. */
  readonly baseline: ReadonlyMap<SkuId, DirectPath | 'unknown'>;
  readonly location: LocationCode;
  readonly wishes: ReadonlyMap<SkuId, DirectPath>;
  readonly wishedLocation: LocationCode | null;
  /** A conflict keeps it back until a person chooses. */
  readonly isHeld: boolean;
  readonly writtenAt: number | null;
  /** When the baseline was last set. */
  readonly knownAt: number;
}

export interface Ended {
  readonly operation: Operation;
  readonly outcome: Outcome;
  readonly at: number;
}

/** What an undo took back. */
export interface Undone {
  readonly products: readonly SkuId[];
  /** Nothing else is planned for the user. */
  readonly isAll: boolean;
  /** It took back what a run had claimed, which it must never do. */
  readonly isBeingSent: boolean;
}

type Soon<T> = T | Promise<T>;

/** The calls of a port, answered at once or soon. */
type Answered<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => Promise<infer R>
    ? (...args: A) => Soon<R>
    : T[K];
};

/** The durable queue of a device, with everything that a simulation looks at. */
export interface WatchedOutbox {
  readonly users: Map<UserId, KnownUser>;
  readonly open: ReadonlyMap<UserId, Operation>;
  readonly claimedAt: ReadonlyMap<OperationId, number>;
  /** When it was stored that they are about to be sent, the last time. */
  readonly sentAt: ReadonlyMap<OperationId, number>;
  readonly ended: readonly Ended[];
  /** Let go without an end: nothing of them landed. */
  readonly released: readonly Operation[];
  /** When somebody last ended, or was let go. */
  readonly activeAt: number;
  readonly faults: string[];
  /** True when nothing is left but what waits for a person. */
  readonly isDone: boolean;
  /** Called once, when `users` are there. */
  begin(): Soon<void>;
  /** Called once, when everything is over. */
  finish(): Soon<void>;
  /** A person looks at all that is pending, and starts to send it; `now` as the device shows it. False where somebody sends, and it is to wait. */
  review(now: number): Soon<boolean>;
  /**
   * A person plans something for a user: on top of what is planned. False where it cannot be planned. On the real
   * store what else goes on has `turns` turns between looking and pressing.
   */
  wish(user: UserId, sku: SkuId, path: DirectPath, turns: number): Soon<boolean>;
  /** A person takes back what is planned for a user. */
  unwish(user: UserId): Soon<void>;
  /**
   * A person looks at undoing the user's newest change; what that gives is called when they press, and gives
   * null where it is not to be any more. Null: there is nothing to undo.
   */
  undo(user: UserId): Soon<(() => Soon<Undone | null>) | null>;
  /** After a conflict: apply our change all the same. */
  insist(user: UserId): Soon<void>;
  /** A person asks something of the run; `now` as the device shows it, in ms. Gives whom it took out of the plan; null: there is no run. */
  steer(control: Control, now: number): Soon<readonly UserId[] | null>;
  /** As one window sees it. */
  forWindow(name: string): Answered<Outbox>;
  /** Operations that were claimed when a backup replaced what is stored: nothing more is said of them. */
  readonly replaced: ReadonlySet<OperationId>;
  /** True when a backup was put back. */
  readonly isRestored: boolean;
}

/** One with which people do everything that they can do with a customer. */
export interface KeptOutbox extends WatchedOutbox {
  readonly deeds: StoredDeeds;
  /** Looks at what is stored, after a deed. */
  look(): Promise<void>;
  /** Everybody is known as at that time (ms). */
  knownSince(at: number): void;
  /** What is known now is known again after a restore. */
  backedUp(): void;
  /** A backup was put back. */
  restored(): Promise<void>;
}
