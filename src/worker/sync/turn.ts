import type { CustomerId } from '#customers/customer.ts';
import type { RunId } from '#plan/operation.ts';
import type { Review } from '#store/reviews.ts';

/** A customer whose turn has come, or will. */
export interface Turn {
  readonly customerId: CustomerId;
  /** The run that is begun when the turn comes, if none is there to go on with. */
  readonly runId: RunId;
  readonly operator: string;
  readonly askedAt: number;
  /** What the person who started it saw; null: it goes on with the run that is there. */
  readonly review: Review | null;
}
