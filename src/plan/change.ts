import type { Brand } from '#base/brand.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Issue } from '#rules/issue.ts';
import type { Draft } from './draft.ts';

export type ChangeId = Brand<string, 'ChangeId'>;

/**
 * What a Save did with a user:
 * `planned` (with warnings), `already` (nothing to do), `unchanged` (only groups give it: inherited issues say which),
 * `notChanged` (a blocking issue: nothing of this Save is planned for the user), `waits` (short of a product, and
 * the person chose that this user waits).
 */
export interface Cause {
  readonly kind: 'planned' | 'already' | 'unchanged' | 'notChanged' | 'waits';
  readonly issues: readonly Issue[];
}

/** A product of which more is planned than is available, because the person chose "plan all and buy N". */
export interface PlannedShortage {
  readonly skuId: SkuId;
  readonly short: number;
}

/**
 * One Save. Users are columns: index i of `users`, `causeOf`, `before` and `after` is the same user.
 * `before` and `after` are planned license set numbers and usage location codes; equal where nothing was planned.
 */
export interface Change {
  readonly id: ChangeId;
  readonly customerId: CustomerId;
  /** Order of changes within the customer, from 1. */
  readonly sequence: number;
  /** ms since 1970. */
  readonly savedAt: number;
  readonly operator: string;
  readonly reference: string | null;
  readonly note: string | null;
  readonly draft: Draft;
  /** Positions, in display order at the time of the Save. */
  readonly users: Uint32Array;
  readonly causeOf: Uint16Array;
  readonly causes: readonly Cause[];
  readonly before: { readonly licenses: Uint32Array; readonly locations: Uint16Array };
  readonly after: { readonly licenses: Uint32Array; readonly locations: Uint16Array };
  readonly shortages: readonly PlannedShortage[];
  /** `open`: part of the plan. Later also ended by sync or taken out by undo. */
  readonly state: 'open' | 'ended' | 'takenOut';
}
