import type { SkuId } from '../../src/licenses/ids.ts';
import type { DirectPath, Operation } from '../../src/plan/operation.ts';
import { LOOK_LASTS } from '../../src/sync/limits.ts';
import type { Control } from '../../src/sync/ports.ts';
import type { UserId } from '../../src/users/ids.ts';
import type { FakeCloud } from './fake-cloud.ts';
import type { WatchedOutbox } from './watched-outbox.ts';

interface Wish {
  readonly user: UserId;
  readonly sku: SkuId;
  readonly path: DirectPath;
  readonly at: number;
}

/** What the person at a device said last, to be held against what happens. */
export class LastWords {
  readonly #wishes = new Map<string, Wish>();
  readonly #takenBack = new Map<UserId, number>();
  #heldSince: number | null = null;
  /** When somebody planned something for a user, in order. */
  readonly #wishTimes = new Map<UserId, number[]>();
  readonly #restores: number[] = [];
  /** When a person saw everything, in order. */
  readonly #reviews: number[] = [];

  /** When a person saw everything last, at that time. */
  lastReview(at: number): number {
    return this.#reviews.findLast((one) => one <= at) ?? -1;
  }

  reviewed(at: number): void {
    this.#reviews.push(at);
  }

  wished(wish: Wish): void {
    this.#wishTimes.set(wish.user, [...(this.#wishTimes.get(wish.user) ?? []), wish.at]);
    this.#wishes.set(`${wish.user} ${wish.sku}`, wish);
    this.#takenBack.delete(wish.user);
  }

  insisted(user: UserId): void {
    this.#takenBack.delete(user);
  }

  tookBack(user: UserId, at: number): void {
    for (const [key, wish] of this.#wishes) if (wish.user === user) this.#wishes.delete(key);
    this.#takenBack.set(user, at);
  }

  /** What is planned for the user was carried out, or refused, somewhere else. */
  settled(user: UserId): void {
    for (const [key, wish] of this.#wishes) if (wish.user === user) this.#wishes.delete(key);
  }

  /** A backup was put back: nothing that was said before holds, and nothing is sent that is not reviewed anew. */
  restored(at: number): void {
    this.#wishes.clear();
    this.#takenBack.clear();
    this.#heldSince = null;
    this.#restores.push(at);
  }

  /** An undo took back what was planned of products. What it leaves, or revives, is wanted. */
  undid(user: UserId, products: readonly SkuId[], isAll: boolean, at: number): void {
    for (const sku of products) this.#wishes.delete(`${user} ${sku}`);
    // without it the plan may be what a review showed before
    this.#wishTimes.get(user)?.pop();
    if (isAll) this.#takenBack.set(user, at);
    else this.#takenBack.delete(user);
  }

  asked(control: Control, at: number): void {
    this.#heldSince = control === 'go' ? null : (this.#heldSince ?? at);
  }

  /** Why what was claimed then, stored as sent, and left, should not have been; null: it should. */
  against(
    { userId: user, touches }: Operation,
    { claimedAt, sentAt, leftAt }: Record<'claimedAt' | 'sentAt' | 'leftAt', number>,
  ): string | null {
    const isBefore = (at: number): boolean => at < claimedAt;
    const lastWish = Math.max(
      this.#wishTimes.get(user)?.findLast(isBefore) ?? 0,
      this.#restores.findLast(isBefore) ?? 0,
    );
    const lastReview = this.lastReview(claimedAt);
    if (lastReview < lastWish) return `I19: ${user} was sent, and no review showed it`;
    if (claimedAt > (this.#takenBack.get(user) ?? Infinity)) return `I15: ${user} was taken back`;
    const heldSince = this.#heldSince ?? Infinity;
    const isHeld = sentAt > heldSince || leftAt > heldSince + LOOK_LASTS;
    if (isHeld) return `I16: ${user} while the run was held`;
    const older = touches.find(({ skuId, target, groups }) => {
      const wish = this.#wishes.get(`${user} ${skuId}`);
      // what a group came to give is not given once more
      const isByGroup = target === 'absent' && wish?.path !== 'absent' && groups !== null;
      if (isByGroup && groups.length > 0) return false;
      const isOther = JSON.stringify(wish?.path) !== JSON.stringify(target);
      return wish !== undefined && isOther && wish.at < sentAt;
    });
    return older ? `I20: ${user} ${older.skuId} is wanted otherwise by now` : null;
  }

  /** Wishes that nobody told to have failed, or to wait for a choice, and that the cloud does not have in the end. */
  *unkept(
    { ended, users }: WatchedOutbox,
    cloud: FakeCloud,
    isExempt: (user: UserId) => boolean,
  ): Generator<string> {
    for (const { user, sku, path, at } of this.#wishes.values()) {
      if (isExempt(user)) continue;
      if (users.get(user)?.isHeld === true) continue;
      const isTold = ended.some(
        ({ operation, outcome, at: endedAt }) =>
          operation.userId === user &&
          endedAt >= at &&
          outcome.kind !== 'applied' &&
          outcome.kind !== 'already',
      );
      const isKept = JSON.stringify(cloud.path(user, sku)) === JSON.stringify(path);
      if (!isTold && !isKept) yield `I17: ${user} ${sku} is not as it was planned last`;
    }
  }
}
