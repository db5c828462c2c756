import type { Jump } from './elapsed.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Operation, Outcome, Work } from '#plan/operation.ts';
import type { Result } from '#base/result.ts';
import type { UserId } from '#users/ids.ts';
import type { LocationCode } from '#users/usage-location.ts';

/** Time in ms, and waiting; `sleep` may end early when something woke the run (back online, a press). */
export interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** And a second clock that nobody can set: ms since some moment. It may stand still while the machine sleeps. */
export interface RunClock extends Clock {
  steady(): number;
  /** Where the first ran ahead of the second since this window was opened; those that were taken back are none. */
  jumps(): readonly Jump[];
}

/** Numbers from 0 up to 1, for jitter. */
export interface Random {
  next(): number;
}

/** A user as the cloud has it now. */
export interface RemoteUser {
  readonly userId: UserId;
  /** As the cloud told them, with paths that give nothing (`heldIn`). */
  readonly licenses: LicenseSet;
  readonly location: LocationCode;
  /** Where the answer carried them. */
  readonly names?: UserNames;
}

/** By what people know a user; the id stays when these change. */
export interface UserNames {
  readonly displayName: string;
  readonly userPrincipalName: string;
}

/** The cloud did not answer a request as a whole. */
export type NoAnswer =
  /** Lost, late, cut off or a fault of the server: a write may have landed or may land yet. */
  | { readonly kind: 'unclear' }
  /** `retryAfter` in ms; null where it was not told. Nothing landed. */
  | { readonly kind: 'throttled'; readonly retryAfter: number | null }
  /** A person has to sign in. Nothing landed. */
  | { readonly kind: 'signIn' }
  /** The access to this customer ended, or was never given. Nothing landed. */
  | { readonly kind: 'noAccess'; readonly raw: string }
  /** The cloud does not take what was asked, whatever it was about. Nothing landed. */
  | { readonly kind: 'refused'; readonly status: number; readonly raw: string }
  /** The right to send was lost before it left. Nothing landed. */
  | { readonly kind: 'notSent' };

/** What the cloud said of one request that it did not do. */
export interface Said {
  /** Its own sentence. */
  readonly raw: string;
  /** Its own word, as in `error.code` (`Request_BadRequest`); null where the answer has none. */
  readonly code: string | null;
  /** For Microsoft's support. */
  readonly requestId: string | null;
}

/** The answer about one user that was read. */
export type ReadAnswer =
  | { readonly kind: 'user'; readonly user: RemoteUser }
  | { readonly kind: 'gone' }
  /** This one may not be read, others may. */
  | ({ readonly kind: 'forbidden' } & Said)
  /** The question about this one is not taken. */
  | ({ readonly kind: 'refused' } & Said)
  | { readonly kind: 'unread'; readonly retryAfter: number | null };

/** What is sent for one user: the whole change of licenses in one call, or the usage location. */
export type Sending =
  | {
      readonly kind: 'licenses';
      readonly userId: UserId;
      readonly add: readonly { readonly skuId: SkuId; readonly disabledPlans: readonly string[] }[];
      readonly remove: readonly SkuId[];
    }
  | { readonly kind: 'location'; readonly userId: UserId; readonly location: LocationCode };

/** Why one request of a batch was refused. Nothing of it landed. */
export interface Refused extends Said {
  readonly reason:
    'shortage' | 'location' | 'notHeld' | 'notOwned' | 'notFound' | 'forbidden' | 'other';
  /** The product that is short or not owned, where the text names it. */
  readonly skuId: SkuId | null;
}

export type SendAnswer =
  | { readonly kind: 'done' }
  | ({ readonly kind: 'refused' } & Refused)
  | { readonly kind: 'throttled'; readonly retryAfter: number | null }
  /** Not done now, and may be later; `isContested`: others write the same at this moment. */
  | ({
      readonly kind: 'busy';
      readonly retryAfter: number | null;
      readonly isContested: boolean;
    } & Said)
  /** A person has to sign in. Nothing landed. */
  | { readonly kind: 'signIn' }
  /** `answered`: a fault of the server, which has done with it: nothing of it lands later. */
  | { readonly kind: 'unclear'; readonly answered?: { readonly retryAfter: number | null } };

/**
 * The cloud, for one customer. Answers stand in the order of what was asked; at most `BATCH` at once. A
 * reading where nobody at all may be read is no answer (`noAccess`). However long a token took, `isStillAsked`
 * looks at what is stored once it is there, and `mayLeave` is asked at the last moment before anything
 * leaves: where one of them says no, nothing does (`notSent`).
 */
export interface Provider {
  read(users: readonly UserId[]): Promise<Result<readonly ReadAnswer[], NoAnswer>>;
  send(
    sendings: readonly Sending[],
    mayLeave: () => boolean,
    isStillAsked?: () => Promise<boolean>,
  ): Promise<Result<readonly SendAnswer[], NoAnswer>>;
}

/** The right to send for one customer. Who holds an older epoch writes nothing any more. */
export interface Lease {
  readonly epoch: number;
  /** In ms; extended by every commit. */
  readonly expiresAt: number;
}

/**
 * What a person asked of the run. `cancel`: stop, and take what is not sent out of the plan. Whoever asks
 * takes out the users who are not claimed; the run ends those who are and resolves what is in doubt.
 */
export type Control = 'go' | 'pause' | 'stop' | 'cancel';

/** A change of what is stored about one operation. */
export type OutboxStep =
  /** Claims a user: refused where the plan of that user moved since the agenda. */
  | { readonly kind: 'claim'; readonly operation: Operation }
  | { readonly kind: 'update'; readonly operation: Operation }
  /** Ends it for good. Claims it first if need be. */
  | {
      readonly kind: 'end';
      readonly operation: Operation;
      readonly outcome: Outcome;
      readonly seen: Seen | null;
    }
  /** Nothing of it landed, and nothing of it will: its user is as if never claimed. */
  | { readonly kind: 'release'; readonly operation: Operation; readonly seen: Seen };

/** What the cloud has now. */
export interface Seen {
  readonly user: RemoteUser;
  /** False where only what the operation touches may be believed: the rest may be older than our own last change. */
  readonly isWhole: boolean;
}

/** What there is to do. */
export interface Agenda {
  readonly control: Control;
  /** Until when the run may send, in ms: after that a person has to review again. */
  readonly goodUntil: number;
  /** Claimed and not ended, by this run or an earlier one. */
  readonly open: readonly Operation[];
  /** Of these, users for whom something else is planned by now: what is known not to have landed is not sent. */
  readonly unwanted: ReadonlySet<UserId>;
  /**
   * Users for whom something is planned that the run's review showed, not claimed; `writtenAt`: when we last
   * changed that user, in ms; `inTurn`: licenses did not go round at a Save, and these users are sent in
   * the order in which they got them, which is theirs here.
   */
  readonly pending: readonly {
    readonly work: Work;
    readonly writtenAt: number | null;
    readonly inTurn?: boolean;
  }[];
}

/** What a commit found. `refused`: claims and sendings that were not written. `moved`: read the agenda again. */
export interface Committed {
  readonly lease: Lease;
  readonly goodUntil: number;
  readonly control: Control;
  readonly moved: boolean;
  readonly refused: ReadonlySet<UserId>;
}

/** The durable queue of one customer. Every write checks the lease's epoch; null: the lease is another's. */
export interface Outbox {
  /** Null while another window holds it. */
  take(now: number): Promise<Lease | null>;
  agenda(lease: Lease): Promise<Agenda | null>;
  commit(lease: Lease, steps: readonly OutboxStep[], now: number): Promise<Committed | null>;
  /** True while the lease is good and nobody asked the run to wait: what was claimed may leave. */
  isAsked(lease: Lease): Promise<boolean>;
  release(lease: Lease): Promise<void>;
}
