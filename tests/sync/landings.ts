import type { SkuId } from '../../src/licenses/ids.ts';
import type { DirectPath, Operation } from '../../src/plan/operation.ts';
import type { RemoteUser, Sending } from '../../src/sync/ports.ts';
import { REVIEW_LASTS } from '../../src/sync/limits.ts';
import type { UserId } from '../../src/users/ids.ts';
import type { LastWords } from './last-words.ts';
import { unkeptBy } from './mailboxes.ts';
import type { WatchedOutbox } from './watched-outbox.ts';
import { limits, MOST_LAG } from './weather.ts';

/** A landing of a request that a device sent. */
interface Landing {
  readonly operation: Operation | null;
  readonly sending: Sending;
  readonly done: boolean;
  /** When the request left, in ms. */
  readonly leftAt: number;
  /** What the cloud has of the user then. */
  readonly then: RemoteUser | null;
}

/** A change that a device did not make. */
interface Edit {
  readonly at: number;
  readonly path: DirectPath;
}

/** How long after it was shown last something may still land, in ms. */
const REACH = limits.leaseTime + limits.requestTimeout + MOST_LAG;

/** What reached the cloud, as one device sees it: its own landings, and what others changed. */
export class Landings {
  readonly all: Landing[] = [];
  readonly faults: string[] = [];
  readonly #edits = new Map<string, Edit>();
  /** Since when no group gives a product to a user. */
  readonly #ungrouped = new Map<string, number>();
  readonly #words: LastWords;
  /** When the newest of what landed for a user had left. */
  readonly #newest = new Map<UserId, number>();
  /** When the newest request for a user left. */
  readonly #left = new Map<UserId, number>();
  /** By how much the clock was set back, all in all, in ms. */
  setBack = 0;
  /** When it was set forward last. */
  #setForwardAt = -Infinity;
  /** Users whom a window may have misread that was opened then. */
  readonly #hurried = new Map<UserId, number>();

  constructor(words: LastWords) {
    this.#words = words;
  }

  /** Somebody else changed it. */
  edited(user: string, sku: string, edit: Edit): void {
    this.#edits.set(`${user} ${sku}`, edit);
  }

  /** A group gives it to the user by now, or none since `endedAt`. */
  regrouped(user: string, sku: string, endedAt: number | null): void {
    if (endedAt === null) this.#ungrouped.delete(`${user} ${sku}`);
    else this.#ungrouped.set(`${user} ${sku}`, endedAt);
  }

  /** A request for a user leaves. */
  leaves(user: UserId, at: number): void {
    this.#left.set(user, at);
  }

  clockSet(ms: number, now: number): void {
    this.setBack += Math.max(0, -ms);
    if (ms > 0) this.#setForwardAt = now;
  }

  /**
   * A window is opened. Where the clock was set forward just before, it takes for old what is not: no browser keeps a
   * clock across windows that nobody can set, so nothing tells it that readings may be behind what was sent before.
   */
  opened(now: number): void {
    for (const [user, at] of this.#left) {
      if (at <= this.#setForwardAt && now - at < REACH) this.#hurried.set(user, now);
    }
  }

  /** True where of what began then for the user nobody can tell what it met; ever, where no time is given. */
  isHurried(user: UserId, began = -Infinity): boolean {
    return began < (this.#hurried.get(user) ?? -Infinity) + REACH;
  }

  /**
   * I5: nothing lands after the end. I9: nobody's older change is overwritten. I15, I16: a person's word holds. I26:
   * what a group was to keep is not lost. I27: nor a mailbox that another product was to keep.
   */
  landed(landing: Landing, outbox: WatchedOutbox, now: number): void {
    this.all.push(landing);
    const { operation, sending, done, leftAt } = landing;
    if (!done || sending.kind !== 'licenses') return;
    const { userId } = sending;
    this.#follow(landing, now);
    if (operation !== null && outbox.replaced.has(operation.id)) return;
    if (operation === null || outbox.open.get(userId)?.id !== operation.id) {
      this.faults.push(`I5: a request for ${userId} landed after its end`);
      return;
    }
    const claimedAt = outbox.claimedAt.get(operation.id) ?? 0;
    const heard = Math.max(this.#words.lastReview(leftAt), outbox.activeAt);
    if (leftAt > heard + REVIEW_LASTS + this.setBack) {
      this.faults.push(`I25: ${userId} was sent long after it was reviewed`);
    }
    const sentAt = outbox.sentAt.get(operation.id) ?? claimedAt;
    const against = this.#words.against(operation, { claimedAt, sentAt, leftAt });
    if (against !== null) this.faults.push(against);
    const unkept = unkeptBy(operation, landing.then);
    if (unkept.length > 0 && unkept.every((sku) => now - this.#changedAt(userId, sku) >= REACH)) {
      this.faults.push(`I27: ${userId} lost the mailbox, which ${unkept.join()} was to keep`);
    }
    const sent = new Set([...sending.remove, ...sending.add.map(({ skuId }) => skuId)]);
    for (const { skuId, before, target, groups } of operation.touches) {
      // a second request leaves alone what the first one did
      if (!sent.has(skuId)) continue;
      const ungroupedAt = this.#ungrouped.get(`${userId} ${skuId}`) ?? Infinity;
      const isKept = target === 'absent' && groups !== null && groups.length > 0;
      if (isKept && now - ungroupedAt >= REACH) {
        this.faults.push(`I26: ${userId} lost ${skuId}, which a group was to keep`);
      }
      // what nobody knew cannot have become different
      if (before === 'unknown') continue;
      const edit = this.#edits.get(`${userId} ${skuId}`);
      const known = outbox.users.get(userId)?.knownAt ?? 0;
      if (!edit || edit.at < known || now - edit.at < REACH) continue;
      const isOurs = [before, target].some((path) => isSame(path, edit.path));
      if (!isOurs) this.faults.push(`I9: ${userId} ${skuId} was overwritten`);
    }
  }

  /** When somebody else last changed it for the user, in ms; −Infinity where nobody did. */
  #changedAt(user: UserId, sku: SkuId): number {
    const key = `${user} ${sku}`;
    return Math.max(this.#edits.get(key)?.at ?? -Infinity, this.#ungrouped.get(key) ?? -Infinity);
  }

  /** I21: nothing that left earlier lands on what left later. */
  #follow({ sending: { userId }, leftAt }: Landing, now: number): void {
    const newest = this.#newest.get(userId) ?? 0;
    if (leftAt < newest) this.faults.push(`I21: ${userId} got at ${now} what left at ${leftAt}`);
    this.#newest.set(userId, Math.max(newest, leftAt));
  }
}

const isSame = (one: DirectPath | 'unknown', other: DirectPath): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
