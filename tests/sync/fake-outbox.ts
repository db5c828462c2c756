import type { SkuId } from '../../src/licenses/ids.ts';
import type {
  DirectPath,
  Operation,
  OperationId,
  OperationTouch,
  Work,
} from '../../src/plan/operation.ts';
import { directOf } from '../../src/sync/compare.ts';
import type { Limits } from '../../src/sync/limits.ts';
import type { Agenda, Committed, Control, Lease, OutboxStep } from '../../src/sync/ports.ts';
import type { Position, UserId } from '../../src/users/ids.ts';
import { LOCATION_NONE } from '../../src/users/usage-location.ts';
import type { Ended, KnownUser, Undone, WatchedOutbox } from './watched-outbox.ts';
import type { Mutant } from './weather.ts';
import { WishJournal } from './wish-journal.ts';

/** The durable queue, in memory: every call is one transaction. */
export class FakeOutbox implements WatchedOutbox {
  readonly users = new Map<UserId, KnownUser>();
  readonly open = new Map<UserId, Operation>();
  readonly claimedAt = new Map<OperationId, number>();
  readonly ended: Ended[] = [];
  readonly faults: string[] = [];
  readonly #journal = new WishJournal();
  #control: Control = 'go';
  #epoch = 0;
  #leaseUntil = 0;
  #version = 0;
  #seen = new Map<number, number>();
  readonly #limits: Limits;
  readonly #mutant: Mutant | null;

  constructor(limits: Limits, mutant: Mutant | null = null) {
    this.#limits = limits;
    this.#mutant = mutant;
  }

  begin(): void {
    for (const { userId, wishes } of this.users.values()) {
      for (const [sku, path] of wishes) this.#journal.wished(userId, { sku, path });
    }
  }

  finish(): void {}

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
    if (now < this.#leaseUntil) return null;
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
      return work === null ? [] : [{ work, writtenAt: user.writtenAt }];
    });
    return { control: this.#control, open: [...this.open.values()], pending };
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
    return { lease: next, control: this.#control, moved, refused };
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
    if (known === undefined) {
      if (this.claimedAt.has(id)) {
        this.faults.push(`I2: ${id} again after its end`);
        return true;
      }
      const isHeldUp = step.kind === 'claim' && this.#control !== 'go';
      if (isHeldUp && this.#mutant !== 'claimWhileHeld') return false;
      const isPlanned = isSameWork(operation, workOf(this.#user(userId), operation.position));
      if (!isPlanned && this.#mutant !== 'claimUnchecked') return false;
      this.claimedAt.set(id, now);
      this.#journal.claimed(userId);
    } else if (known.id !== id) return false;
    if (step.kind !== 'end') {
      this.open.set(userId, operation);
      return true;
    }
    this.open.delete(userId);
    this.#journal.ended(userId, step.outcome.kind === 'conflict');
    this.ended.push({ operation, outcome: step.outcome, at: now });
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
    const baseline = new Map(user.baseline);
    const isTouched = (sku: SkuId): boolean => operation.touches.some(({ skuId }) => skuId === sku);
    for (const sku of seen === null ? [] : baseline.keys()) {
      const isWhole = seen?.isWhole === true || this.#mutant === 'partIsWhole';
      if (!isWhole && !isTouched(sku)) continue;
      baseline.set(sku, directOf(seen?.user.licenses ?? [], sku));
    }
    return {
      ...user,
      wishes,
      baseline,
      wishedLocation: isConflict ? user.wishedLocation : null,
      location: seen?.user.location ?? user.location,
      isHeld: isConflict,
      writtenAt: operation.attempts > 0 ? now : user.writtenAt,
      knownAt: seen === null ? user.knownAt : now,
    };
  }
}

const isSamePath = (one: DirectPath | undefined, other: DirectPath): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What is planned and differs from what is known; null when that is nothing. */
function workOf(user: KnownUser, position: Position): Work | null {
  const { userId, baseline, wishes, wishedLocation } = user;
  const touches = [...wishes].flatMap(([skuId, target]): OperationTouch[] => {
    const before = baseline.get(skuId) ?? 'absent';
    return isSamePath(before, target) ? [] : [{ skuId, before, target, groups: [] }];
  });
  const location =
    wishedLocation === null || user.location !== LOCATION_NONE
      ? null
      : { before: user.location, target: wishedLocation };
  return touches.length === 0 && location === null ? null : { userId, position, touches, location };
}

const isSameWork = (one: Work, other: Work | null): boolean =>
  other !== null &&
  JSON.stringify([one.touches, one.location]) === JSON.stringify([other.touches, other.location]);
