import type { CustomerId } from '#customers/customer.ts';
import type { RunId } from '#plan/operation.ts';
import { REVIEW_LASTS } from '#sync/limits.ts';
import type { Position } from '#users/ids.ts';
import type { SeatwiseDatabase } from './database.ts';
import { keptBack, keptTables } from './kept-back.ts';
import { StoredPlan } from './stored-plan.ts';
import type { ReviewRow, UserNumbers } from './sync-rows.ts';

/** What a person saw, before it is known of which run it is. */
export type Review = Omit<ReviewRow, 'customerId' | 'runId'>;

/**
 * Everybody whom a sync of the customer would send now, as they are now; null where it is not the given
 * version any more, which is what a person saw.
 */
export function takeReview(
  db: SeatwiseDatabase,
  id: CustomerId,
  version: number | undefined,
  at: number,
): Promise<Review | null> {
  return db.transaction('r', [db.customers, db.licenseBlocks, ...keptTables(db)], async () => {
    const plan = await StoredPlan.read(db, id);
    if (plan === null || plan.row.version !== version) return null;
    const kept = await keptBack(db, id);
    const users = plan.pending().filter((position) => !kept.has(position));
    const states = users.map((position) => plan.user(position));
    const columns = (when: 'baseline' | 'planned'): Review['before'] => ({
      licenses: Uint32Array.from(states, (state) => state[when].licenses),
      locations: Uint16Array.from(states, (state) => state[when].location),
    });
    return {
      at,
      through: plan.row.lastSequence,
      positions: Uint32Array.from(users),
      before: columns('baseline'),
      planned: columns('planned'),
    };
  });
}

/** What the review of a run showed, by user. */
export class Reviewed {
  readonly #row: ReviewRow | null;
  readonly #index: ReadonlyMap<Position, number>;

  /** Null: nobody reviewed anything. */
  constructor(row: ReviewRow | null) {
    this.#row = row;
    this.#index = new Map([...(row?.positions ?? [])].map((position, i) => [position, i]));
  }

  /** Sequence of the newest change that was seen. */
  get through(): number {
    return this.#row?.through ?? 0;
  }

  /** Until when a run in which somebody last ended at that time may send, in ms. */
  goodUntil(activeAt: number | null): number {
    return this.#row === null ? 0 : Math.max(this.#row.at, activeAt ?? 0) + REVIEW_LASTS;
  }

  /** The user as seen; null: not among those who would be sent. */
  user(
    position: Position,
  ): { readonly baseline: UserNumbers; readonly planned: UserNumbers } | null {
    const i = this.#index.get(position);
    if (i === undefined || this.#row === null) return null;
    const { before, planned } = this.#row;
    const numbers = ({ licenses, locations }: ReviewRow['before']): UserNumbers => ({
      licenses: licenses[i] ?? 0,
      location: locations[i] ?? 0,
    });
    return { baseline: numbers(before), planned: numbers(planned) };
  }
}

/** The review of a run. */
export const reviewOf = async (
  db: SeatwiseDatabase,
  id: CustomerId,
  runId: RunId,
): Promise<Reviewed> => new Reviewed((await db.reviews.get([id, runId])) ?? null);
