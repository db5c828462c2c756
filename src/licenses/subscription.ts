import type { SkuId } from './ids.ts';

/** One purchase of a product (Graph `companySubscription`): some of its licenses, and until when. */
export interface Subscription {
  readonly skuId: SkuId;
  /** As Graph says it: `Enabled`, `Warning`, `Suspended`, `Deleted`, `LockedOut`, or a word of tomorrow. */
  readonly status: string | null;
  readonly total: number | null;
  readonly isTrial: boolean;
  /** When its state changes next if nobody does anything (it ends, or is suspended), in ms; null: not told. */
  readonly nextChangeAt: number | null;
}
