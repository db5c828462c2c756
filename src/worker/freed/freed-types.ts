import type { CustomerId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';

/** Licenses are free now for users for whom a Save found none: they can be planned. */
export interface FreedOffer {
  readonly customerId: CustomerId;
  readonly customerName: string;
  readonly changeId: ChangeId;
  /** Which of the change's parts it is about. */
  readonly part: number;
  readonly savedAt: number;
  readonly reference: string | null;
  /** The products of which licenses were short, by name. */
  readonly products: readonly string[];
  /** Users who wait still, and how many of them, the first ones, can be planned. */
  readonly waiting: number;
  readonly served: number;
}
