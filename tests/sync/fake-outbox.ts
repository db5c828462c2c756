import type { SkuId } from '../../src/licenses/ids.ts';
import type {
  DirectPath,
  Operation,
  OperationId,
  OperationTouch,
  Work,
} from '../../src/plan/operation.ts';
import { directOf } from '../../src/sync/compare.ts';
import { isLeaseGood, REVIEW_LASTS, type Limits } from '../../src/sync/limits.ts';
import type { Agenda, Committed, Control, Lease, OutboxStep, Seen } from '../../src/sync/ports.ts';
import { assignmentOf, canonicalSet, groupsOf, heldIn } from '../../src/licenses/license-set.ts';
import type { Position, UserId } from '../../src/users/ids.ts';
import { LOCATION_NONE } from '../../src/users/usage-location.ts';
import { withMailbox } from './mailboxes.ts';
import type { Ended, KnownUser, Undone, WatchedOutbox } from './watched-outbox.ts';
import type { Mutant } from './weather.ts';
import { WishJournal } from './wish-journal.ts';

/** The durable queue, in memory: every call is one transaction. */
export class FakeOutbox implements WatchedOutbox {
  readonly users = new Map<UserId, KnownUser>();
  readonly open = new Map<UserId, Operation>();
  readonly claimedAt = new Map<OperationId, number>();
  readonly sentAt = new Map<OperationId, number>();
  readonly ended: Ended[] = [];
  readonly released: Operation[] = [];
  readonly faults: string[] = [];
  readonly replaced: ReadonlySet<OperationId> = new Set();
  readonly isRestored = false;
  activeAt = 0;
  readonly #journal = new WishJournal();
  #control: Control = 'go';
  /** What a person saw last, by user, and when. */
  #reviewed = new Map<UserId, string>();
  #reviewedAt = 0;
  #activeAt = 0;
  #epoch = 0;
  #leaseUntil = 0;
  #version = 0;
  #seen = new Map<number, number>();
  readonly #limits: Limits;
  readonly #mutant: Mutant | null;
  readonly #time: (() => number) | null;

  /** `time`: what time it is, whatever the device shows; null: the device shows it. */
  constructor(limits: Limits, mutant: Mutant | null = null, time: (() => number) | null = null) {
    this.#limits = limits;
    this.#mutant = mutant;
    this.#time = time;
  }

  begin(): void {
    for (const { userId, wishes } of this.users.values()) {
      for (const [sku, path] of wishes) this.#journal.wished(userId, { sku, path });
    }
  }

  finish(): void {}

  review(now: number): boolean {
    this.#reviewedAt = now;
    this.#reviewed = new Map(
      [...this.users.values()].flatMap((user) => {
        const work = user.isHeld ? null : workOf(user, 0);
        return work === null ? [] : [[user.userId, contentOf(work)]];
      }),
    );
    this.#version++;
    return true;
  }

  forWindow(): this {
    return this;
  }

  get #isFenced(): boolean {
    return this.#mutant !== 'noFencing';
  }

  wish(user: UserId, sku: SkuId, path: DirectPath): boolean {
    const known = this.#user(user);
    const wishes = new Map(known.wishes).set(sku, path);
    this.users.set(user, { ...known, wishes });
    this.#reviewed.delete(user);
    this.#journal.wished(user, { sku, path });
    this.#version++;
    return true;
  }

  unwish(user: UserId): void {
    const known = this.#user(user);
    this.users.set(user, { ...known, wishes: new Map(), wishedLocation: null, isHeld: false });
    this.#journal.cleared(user);
    this.#version++;
  }

  undo(user: UserId): (() => Undone | null) | null {
    const wish = this.#journal.newest(user);
    if (wish === undefined) return null;
    return () => {
      const isBeingSent = this.#journal.isCarried(wish);
      if (isBeingSent && this.#mutant !== 'undoInFlight') return null;
      const left = this.#journal.takeBack(user, wish);
      if (left === undefined) return null;
      const known = this.#user(user);
      const wishes = new Map(known.wishes);
      if (left === null) wishes.delete(wish.sku);
      else wishes.set(wish.sku, left);
      this.users.set(user, { ...known, wishes });
      this.#version++;
      const isAll = wishes.size === 0 && known.wishedLocation === null;
      return { products: [wish.sku], isAll, isBeingSent };
    };
  }

  insist(user: UserId): void {
    this.users.set(user, { ...this.#user(user), isHeld: false });
    this.#version++;
  }

  steer(control: Control): UserId[] {
    this.#control = control;
    if (control !== 'cancel') return [];
    const unsent = [...this.users.values()].filter(
      (user) => !user.isHeld && !this.open.has(user.userId) && workOf(user, 0) !== null,
    );
    for (const { userId } of unsent) this.unwish(userId);
    return unsent.map(({ userId }) => userId);
  }

  take(now: number): Lease | null {
    if (isLeaseGood({ expiresAt: this.#leaseUntil }, now, this.#limits.leaseTime)) return null;
    this.#epoch++;
    this.#leaseUntil = now + this.#limits.leaseTime;
    return { epoch: this.#epoch, expiresAt: this.#leaseUntil };
  }

  agenda(lease: Lease): Agenda | null {
    if (!this.#holds(lease)) return null;
    this.#seen.set(lease.epoch, this.#version);
    const pending = [...this.users.values()].flatMap((user, position) => {
      if (user.isHeld || this.open.has(user.userId)) return [];
      const work = workOf(user, position);
      return work === null || !this.#isReviewed(work) ? [] : [{ work, writtenAt: user.writtenAt }];
    });
    const open = [...this.open.values()];
    const unwanted = open.filter((operation) => !this.#isWanted(operation));
    return {
      ...{ control: this.#control, goodUntil: this.#goodUntil, open, pending },
      unwanted: new Set(unwanted.map(({ userId }) => userId)),
    };
  }

  get #goodUntil(): number {
    return Math.max(this.#reviewedAt, this.#activeAt) + REVIEW_LASTS;
  }

  #isReviewed(work: Work): boolean {
    return (
      this.#mutant === 'claimUnreviewed' || this.#reviewed.get(work.userId) === contentOf(work)
    );
  }

  /** True where what the operation does is still planned. */
  #isWanted({ userId, touches, location }: Operation): boolean {
    if (this.#mutant === 'sendUnwanted') return true;
    const { wishes, wishedLocation, baseline } = this.#user(userId);
    const isLocated = location === null || location.target === wishedLocation;
    return (
      isLocated &&
      touches.every(({ skuId, target }) =>
        isSamePath(wishes.get(skuId) ?? baseline.get(skuId) ?? 'absent', target),
      )
    );
  }

  commit(lease: Lease, steps: readonly OutboxStep[], now: number): Committed | null {
    if (!this.#holds(lease)) return null;
    const refused = new Set<UserId>();
    for (const step of steps) if (!this.#step(step, now)) refused.add(step.operation.userId);
    if (this.#isFenced || lease.epoch === this.#epoch) {
      this.#leaseUntil = now + this.#limits.leaseTime;
    }
    const moved = this.#seen.get(lease.epoch) !== this.#version;
    const next = { ...lease, expiresAt: now + this.#limits.leaseTime };
    return { lease: next, goodUntil: this.#goodUntil, control: this.#control, moved, refused };
  }

  isAsked(lease: Lease): boolean {
    return this.#holds(lease) && (this.#control === 'go' || this.#mutant === 'claimWhileHeld');
  }

  release(lease: Lease): void {
    if (this.#holds(lease)) this.#leaseUntil = 0;
  }

  get isDone(): boolean {
    if (this.open.size > 0) return false;
    return [...this.users.values()].every((user) => user.isHeld || workOf(user, 0) === null);
  }

  #holds(lease: Lease): boolean {
    return !this.#isFenced || lease.epoch === this.#epoch;
  }

  #user(id: UserId): KnownUser {
    const user = this.users.get(id);
    if (user === undefined) throw new Error(`no user ${id}`);
    return user;
  }

  #step(step: OutboxStep, now: number): boolean {
    const { operation } = step;
    const { userId, id } = operation;
    const known = this.open.get(userId);
    const at = this.#time?.() ?? now;
    if (known === undefined) {
      if (this.claimedAt.has(id)) {
        this.faults.push(`I2: ${id} again after its end`);
        return true;
      }
      const isHeldUp = step.kind === 'claim' && this.#control !== 'go';
      if (isHeldUp && this.#mutant !== 'claimWhileHeld') return false;
      const isPlanned = isSameWork(operation, workOf(this.#user(userId), operation.position));
      if (!isPlanned && this.#mutant !== 'claimUnchecked') return false;
      if (this.#mutant !== 'claimUnchecked' && !this.#isReviewed(operation)) return false;
      this.claimedAt.set(id, at);
      this.#journal.claimed(userId);
    } else if (known.id !== id) return false;
    if (step.kind === 'update' && operation.state.kind === 'sending') {
      const isHeldUp = this.#control !== 'go' && this.#mutant !== 'claimWhileHeld';
      if (isHeldUp || !this.#isWanted(operation)) return false;
    }
    if (step.kind === 'claim' || step.kind === 'update') {
      this.open.set(userId, operation);
      if (operation.state.kind === 'sending') this.sentAt.set(id, at);
      return true;
    }
    this.#activeAt = now;
    this.activeAt = at;
    if (step.kind === 'release') {
      this.open.delete(userId);
      this.released.push(operation);
      this.#journal.ended(userId, true);
      this.users.set(userId, { ...this.#seenBy(operation, step.seen), knownAt: at });
      return true;
    }
    this.open.delete(userId);
    this.#journal.ended(userId, step.outcome.kind === 'conflict');
    this.ended.push({ operation, outcome: step.outcome, at });
    this.users.set(userId, this.#after(operation, step, now));
    return true;
  }

  #after(operation: Operation, step: OutboxStep & { kind: 'end' }, now: number): KnownUser {
    const user = this.#user(operation.userId);
    const { seen, outcome } = step;
    const isConflict = outcome.kind === 'conflict';
    const wishes = new Map(user.wishes);
    if (!isConflict) {
      // what was planned since stays planned
      for (const { skuId, target } of operation.touches) {
        if (isSamePath(wishes.get(skuId), target)) wishes.delete(skuId);
      }
    }
    return {
      ...this.#seenBy(operation, seen),
      wishes,
      wishedLocation: isConflict ? user.wishedLocation : null,
      isHeld: isConflict,
      writtenAt: operation.attempts > 0 ? now : user.writtenAt,
      knownAt: seen === null ? user.knownAt : (this.#time?.() ?? now),
    };
  }

  /** The user with what was seen of it. */
  #seenBy(operation: Operation, seen: Seen | null): KnownUser {
    const user = this.#user(operation.userId);
    if (seen === null) return user;
    const isWhole = seen.isWhole || this.#mutant === 'partIsWhole';
    const isSeen = (sku: SkuId): boolean =>
      isWhole || operation.touches.some(({ skuId }) => skuId === sku);
    const told = canonicalSet([
      ...user.told.filter(({ skuId }) => !isSeen(skuId)),
      ...seen.user.licenses.filter(({ skuId }) => isSeen(skuId)),
    ]);
    const baseline = new Map([...user.baseline.keys()].map((sku) => [sku, directOf(told, sku)]));
    return { ...user, told, baseline, location: seen.user.location };
  }
}

const contentOf = ({ touches, location, keptBy }: Work): string =>
  JSON.stringify([touches, location, keptBy]);

const isSamePath = (
  one: DirectPath | 'unknown' | undefined,
  other: DirectPath | 'unknown',
): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is planned and differs from what is known; null when that is nothing. */
function workOf(user: KnownUser, position: Position): Work | null {
  const { userId, told, baseline, wishes, wishedLocation } = user;
  const touches = [...wishes].flatMap(([skuId, target]): OperationTouch[] => {
    const before = baseline.get(skuId) ?? 'absent';
    if (isSamePath(before, target)) return [];
    const groups = before === 'unknown' ? null : groupsOf(assignmentOf(heldIn(told), skuId));
    return [{ skuId, before, target, groups }];
  });
  const location =
    wishedLocation === null || user.location !== LOCATION_NONE
      ? null
      : { before: user.location, target: wishedLocation };
  if (touches.length === 0 && location === null) return null;
  const known = { userId, licenses: told, location: user.location };
  return withMailbox({ userId, position, touches, location }, known, baseline.keys());
}

const isSameWork = (one: Work, other: Work | null): boolean =>
  other !== null && contentOf(one) === contentOf(other);
