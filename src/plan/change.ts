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

/** What became of a change for one of its users, as numbers in the column `standing`. */
export const Standing = {
  /** Part of the plan (for those for whom the Save planned something). */
  open: 0,
  /** Undone before it was sent; can be put back. */
  takenOut: 1,
  /** Sync told the outcome. */
  ended: 2,
} as const;

/** What happened to a change after its Save. */
export interface ChangeEvent {
  readonly kind: 'takenOut' | 'putBack';
  /** ms since 1970. */
  readonly at: number;
  readonly operator: string;
  /** How many users it was done for. */
  readonly users: number;
  /** Sequence of the customer's newest change at that time: what has a higher one was saved since. */
  readonly lastSequence: number;
}

/**
 * One Save. Users are columns: index i of `users`, `partOf`, `causeOf`, `before`, `after`, `standing` and
 * `eventOf` is the same user. `before` and `after` are planned license set numbers and usage location codes
 * as they were at the Save; equal where nothing was planned.
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
  /** What was ticked: one draft for everybody from the screen, one per distinct row content from a list. */
  readonly parts: readonly Draft[];
  /** Positions, in the order in which licenses went out: those picked first, then display order at the time of the Save. */
  readonly users: Uint32Array;
  /** Which of `parts` is for the user. */
  readonly partOf: Uint32Array;
  /** Wide only where there are more causes than 16 bits can name. */
  readonly causeOf: Uint16Array | Uint32Array;
  readonly causes: readonly Cause[];
  readonly before: { readonly licenses: Uint32Array; readonly locations: Uint16Array };
  readonly after: { readonly licenses: Uint32Array; readonly locations: Uint16Array };
  readonly shortages: readonly PlannedShortage[];
  /** Its users are sent in their order, as where licenses were short: planned again is what was shared out before. */
  readonly inTurn?: true;
  /** A person typed the number of its users before it was saved on this device, or on that of a backup. */
  readonly confirmed?: true;
  /** A number of `Standing`. */
  readonly standing: Uint8Array;
  /** The event that last moved the user's standing, counted from 1; 0: none did. */
  readonly eventOf: Uint16Array;
  /** What happened to the change after the Save, in order. */
  readonly events: readonly ChangeEvent[];
}

/** True when the Save planned something for the user at `index` of the change's columns. */
export const isPlannedFor = (
  { causes, causeOf }: Pick<Change, 'causes' | 'causeOf'>,
  index: number,
): boolean => causes[causeOf[index] ?? 0]?.kind === 'planned';
