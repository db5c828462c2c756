import {
  freedBy,
  isRevocation,
  type Operation,
  type OperationId,
  type Work,
} from '#plan/operation.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { UserId } from '#users/ids.ts';
import type { Agenda } from './ports.ts';

/** One user who stands in line: claimed already (`operation`), or only planned. */
export interface Waiting {
  readonly work: Work;
  readonly operation: Operation | null;
  /** When we last changed this user before, in ms. */
  readonly writtenAt: number | null;
  /** Not looked at before, in ms. */
  readonly notBefore: number;
}

/** 0 claimed · 1 only takes away · 2 swaps · 3 assigns · 4 refused for want of a license. */
type Rank = 0 | 1 | 2 | 3 | 4;

/**
 * Who is next. In doubt and claimed ones first, then revocations, swaps, assignments, and last those
 * for whom no license was left, when one was freed since.
 */
export class Line {
  readonly #waiting = new Map<UserId, Waiting>();
  /** How often a license of each product was freed in this run. */
  readonly #freed = new Map<SkuId, number>();
  /** That count of what an operation needs, when it was last sent. */
  readonly #sentAt = new Map<OperationId, number>();

  /** Takes over what the store has; what was put off stays so. */
  renew({ open, pending }: Agenda): void {
    const before = new Map(this.#waiting);
    this.#waiting.clear();
    for (const operation of open) {
      const notBefore = before.get(operation.userId)?.notBefore ?? 0;
      const { standing } = operation;
      const until = standing.kind === 'waiting' ? standing.until : 0;
      this.#waiting.set(operation.userId, {
        ...{ work: operation, operation, writtenAt: operation.writtenAt },
        notBefore: Math.max(notBefore, until),
      });
    }
    for (const { work, writtenAt } of pending) {
      const notBefore = before.get(work.userId)?.notBefore ?? 0;
      this.#waiting.set(work.userId, { work, operation: null, writtenAt, notBefore });
    }
  }

  get size(): number {
    return this.#waiting.size;
  }

  /** Up to `most` users of the same rank who are due, and of two ranks the more urgent one. */
  due(now: number, most: number): Waiting[] {
    let best: Rank = 4;
    let found: Waiting[] = [];
    for (const waiting of this.#waiting.values()) {
      if (waiting.notBefore > now) continue;
      const rank = rankOf(waiting);
      if (rank > best || (rank === best && found.length === most)) continue;
      if (rank === 4 && !this.#isFreed(waiting)) continue;
      if (rank < best) found = [];
      best = rank;
      found.push(waiting);
    }
    return found;
  }

  /** When somebody is due next, in ms; null when only those are left for whom no license can be freed. */
  next(): number | null {
    let soonest: number | null = null;
    for (const waiting of this.#waiting.values()) {
      if (rankOf(waiting) === 4 && !this.#isFreed(waiting)) continue;
      soonest = Math.min(soonest ?? Infinity, waiting.notBefore);
    }
    return soonest;
  }

  /** Those for whom no license is left, whatever else happens in this run. */
  short(): Waiting[] {
    return [...this.#waiting.values()];
  }

  /** Those who are claimed and known not to be sent. */
  unsent(): Operation[] {
    return [...this.#waiting.values()].flatMap(({ operation }) =>
      operation?.standing.kind === 'waiting' ? [operation] : [],
    );
  }

  putOff(user: UserId, until: number): void {
    const waiting = this.#waiting.get(user);
    if (waiting) this.#waiting.set(user, { ...waiting, notBefore: until });
  }

  /** The operation stands differently now. */
  keep(operation: Operation): void {
    const { standing, userId, writtenAt } = operation;
    const notBefore = standing.kind === 'waiting' ? standing.until : 0;
    this.#waiting.set(userId, { work: operation, operation, writtenAt, notBefore });
    if (standing.kind === 'sending') this.#sentAt.set(operation.id, this.#freedFor(operation));
  }

  /** It ended; when it was applied its licenses are free. */
  end(operation: Operation, isApplied: boolean): void {
    this.#waiting.delete(operation.userId);
    if (!isApplied) return;
    for (const sku of freedBy(operation)) this.#freed.set(sku, (this.#freed.get(sku) ?? 0) + 1);
  }

  drop(user: UserId): void {
    this.#waiting.delete(user);
  }

  #freedFor({ touches }: Work): number {
    return touches.reduce(
      (sum, { skuId, target }) => sum + (target === 'absent' ? 0 : (this.#freed.get(skuId) ?? 0)),
      0,
    );
  }

  /** True when something that it needs was freed since it was sent, or nobody knows. */
  #isFreed({ operation }: Waiting): boolean {
    if (operation === null) return true;
    const at = this.#sentAt.get(operation.id);
    return at === undefined || this.#freedFor(operation) > at;
  }
}

const isShort = ({ standing }: Operation): boolean =>
  standing.kind === 'waiting' && standing.why === 'shortage';

function rankOf({ work, operation }: Waiting): Rank {
  if (operation !== null) return isShort(operation) ? 4 : 0;
  if (isRevocation(work)) return 1;
  return freedBy(work).length > 0 ? 2 : 3;
}
