import {
  freedBy,
  isRevocation,
  type Operation,
  type OperationId,
  type Work,
} from '#plan/operation.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { UserId } from '#users/ids.ts';
import { LONGEST_WAIT } from './limits.ts';
import type { Agenda } from './ports.ts';

/** One user who stands in the queue: claimed already (`operation`), or only planned. */
export interface QueuedUser {
  readonly work: Work;
  readonly operation: Operation | null;
  /** When we last changed this user before, in ms. */
  readonly writtenAt: number | null;
  /** Not looked at before, in ms. */
  readonly notBefore: number;
  /** False for what is claimed while something else is planned by now. */
  readonly isWanted: boolean;
  /** As in `Agenda`. */
  readonly inTurn?: boolean;
}

/** 0 claimed · 1 only takes away · 2 swaps · 3 swaps and assigns in turn · 4 assigns · 5 refused for want of a license. */
const RANKS = [0, 1, 2, 3, 4, 5] as const;
type Rank = (typeof RANKS)[number];

/**
 * Who is next. In doubt and claimed ones first, then revocations, swaps, those among whom too few
 * licenses were shared out, in their order, assignments, and last those for whom no license was left,
 * when one was freed since.
 */
export class RunQueue {
  /** By rank, so that who is next is found without looking at everybody. */
  readonly #ranks = RANKS.map(() => new Map<UserId, QueuedUser>());
  readonly #rankOf = new Map<UserId, Rank>();
  /** How often a license of each product was freed in this run. */
  readonly #freed = new Map<SkuId, number>();
  /** That count of what an operation needs, when it was last sent. */
  readonly #sentAt = new Map<OperationId, number>();

  /** Takes over what the store has; what was put off stays so, by a clock that was ahead not for long. */
  renew({ open, unwanted, pending }: Agenda, now: number): void {
    const before = new Map(this.#all().map((waiting) => [waiting.work.userId, waiting]));
    const notBefore = (user: UserId): number =>
      Math.min(before.get(user)?.notBefore ?? 0, now + LONGEST_WAIT);
    for (const rank of this.#ranks) rank.clear();
    this.#rankOf.clear();
    for (const operation of open) {
      const { state, userId, writtenAt } = operation;
      const until = state.kind === 'waiting' ? state.until : 0;
      this.#put({
        work: operation,
        operation,
        writtenAt,
        notBefore: Math.max(notBefore(userId), until),
        isWanted: !unwanted.has(userId),
      });
    }
    for (const one of pending) {
      const { userId } = one.work;
      const { writtenAt } = one;
      // of a time that is still to come counts when it was met first
      const isAhead = writtenAt !== null && writtenAt > now;
      this.#put({
        ...one,
        operation: null,
        isWanted: true,
        notBefore: notBefore(userId),
        writtenAt: isAhead ? Math.min(now, before.get(userId)?.writtenAt ?? now) : writtenAt,
      });
    }
  }

  get size(): number {
    return this.#rankOf.size;
  }

  /** Up to `most` users of the same rank who are due, and of two ranks the more urgent one. */
  due(now: number, most: number): QueuedUser[] {
    for (const rank of this.#ranks) {
      const found: QueuedUser[] = [];
      for (const waiting of rank.values()) {
        if (waiting.notBefore > now || !this.#isFreed(waiting)) continue;
        found.push(waiting);
        if (found.length === most) break;
      }
      if (found.length > 0) return found;
    }
    return [];
  }

  /** When somebody is due next, in ms; null when only those are left for whom no license can be freed. */
  next(): number | null {
    return this.awaited().reduce<number | null>(
      (soonest, { notBefore }) => Math.min(soonest ?? Infinity, notBefore),
      null,
    );
  }

  /** Those who will be due, now or later. */
  awaited(): QueuedUser[] {
    return this.#all().filter((waiting) => this.#isFreed(waiting));
  }

  /** Those for whom no license is left, whatever else happens in this run. */
  short(): QueuedUser[] {
    return this.#all();
  }

  /** Those who are claimed and known not to be sent. */
  unsent(): Operation[] {
    return this.#all().flatMap(({ operation }) =>
      // whether an earlier request landed is found out by reading
      operation?.state.kind === 'waiting' && operation.doubts === 0 ? [operation] : [],
    );
  }

  putOff(user: UserId, until: number): void {
    const rank = this.#rankOf.get(user);
    const waiting = rank === undefined ? undefined : this.#ranks[rank]?.get(user);
    if (waiting) this.#put({ ...waiting, notBefore: until });
  }

  /** The operation stands differently now. */
  keep(operation: Operation): void {
    const { state, writtenAt } = operation;
    const notBefore = state.kind === 'waiting' ? state.until : 0;
    this.#put({ work: operation, operation, writtenAt, notBefore, isWanted: true });
    if (state.kind === 'sending') this.#sentAt.set(operation.id, this.#freedFor(operation));
  }

  /** It ended; when it was applied its licenses are free. */
  end(operation: Operation, isApplied: boolean): void {
    this.drop(operation.userId);
    if (!isApplied) return;
    for (const sku of freedBy(operation)) this.#freed.set(sku, (this.#freed.get(sku) ?? 0) + 1);
  }

  drop(user: UserId): void {
    const rank = this.#rankOf.get(user);
    if (rank === undefined) return;
    this.#rankOf.delete(user);
    this.#ranks[rank]?.delete(user);
  }

  #all(): QueuedUser[] {
    return this.#ranks.flatMap((rank) => [...rank.values()]);
  }

  /** Keeps the place of whoever stands in the same rank already. */
  #put(waiting: QueuedUser): void {
    const { userId } = waiting.work;
    const rank = rankOf(waiting);
    if (this.#rankOf.get(userId) !== rank) this.drop(userId);
    this.#rankOf.set(userId, rank);
    this.#ranks[rank]?.set(userId, waiting);
  }

  #freedFor({ touches }: Work): number {
    return touches.reduce(
      (sum, { skuId, target }) => sum + (target === 'absent' ? 0 : (this.#freed.get(skuId) ?? 0)),
      0,
    );
  }

  /** False for one that waits for a license while nothing that it needs was freed since it was sent. */
  #isFreed({ operation }: QueuedUser): boolean {
    if (operation === null || !isShort(operation)) return true;
    const at = this.#sentAt.get(operation.id);
    return at === undefined || this.#freedFor(operation) > at;
  }
}

const isShort = ({ state }: Operation): boolean =>
  state.kind === 'waiting' && state.why === 'shortage';

function rankOf({ work, operation, inTurn = false }: QueuedUser): Rank {
  if (operation !== null) return isShort(operation) ? 5 : 0;
  if (isRevocation(work)) return 1;
  if (inTurn) return 3;
  return freedBy(work).length > 0 ? 2 : 4;
}
