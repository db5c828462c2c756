/** All pending users of all customers, as the page shows them: plain cloneable data. */
import type { Page } from '#base/page.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { Service } from '#plan/change-sheet.ts';
import type { PendingKind, WaitingState } from '#plan/pending-kinds.ts';
import type { SheetItem } from '#plan/sheet-items.ts';
import type { Position, UserId } from '#users/ids.ts';
import type { NamesView } from '#worker/licenses/license-types.ts';
import type { Who } from '#worker/users/user-types.ts';

/** Which pending users are asked for. Parts that are null, and an empty text, do not filter. */
export interface PendingQuery {
  readonly customerId: CustomerId | null;
  readonly kind: PendingKind | null;
  readonly state: WaitingState | null;
  /** In a name or a username, in any letter case. */
  readonly text: string;
}

export interface PendingUser {
  readonly customerId: CustomerId;
  readonly userId: UserId;
}

export interface PlannedView {
  /** What is planned, the most serious first. */
  readonly items: readonly SheetItem[];
  /** What goes for good with it. */
  readonly losing: readonly Service[];
}

/** What is planned for some users of one customer; those for whom nothing is are not in it. */
export interface PlannedUsers {
  readonly of: ReadonlyMap<Position, PlannedView>;
  readonly names: NamesView;
}

export interface PendingUserRow extends Who, PlannedView {
  readonly customerId: CustomerId;
  readonly state: WaitingState;
  readonly selected: boolean;
}

/** What a person does to the selection of pending users; `matching`: all of them are selected too. */
export type PendingSelectionEdit =
  | { readonly kind: 'set'; readonly users: readonly PendingUser[]; readonly selected: boolean }
  | { readonly kind: 'matching'; readonly query: PendingQuery }
  | { readonly kind: 'clear' };

/** What removing the selected users from the plan would do, before it is done. */
export interface RemovalView {
  /** Those for whom nothing would be planned any more, and of how many customers they are. */
  readonly users: number;
  readonly customers: number;
  /** Selected, and they stay pending: a sync has them, or others were asked to do it. */
  readonly claimed: number;
  readonly handedOver: number;
  /** Products of which more would be planned than there are, as the plan frees fewer then. */
  readonly short: readonly {
    readonly customerId: CustomerId;
    readonly customer: string;
    readonly product: string;
    readonly count: number;
  }[];
  /** Stands for all that it says; must be handed to `removePending`. */
  readonly shown: string;
}

/** What was removed last, for as long as it can be undone. */
export interface Removed {
  readonly users: number;
  readonly customers: number;
}

/**
 * One page of pending users: by customer, within it by display name. Each number says how many users
 * would be shown if just that were chosen in the place of what is chosen of its kind.
 */
export interface PendingUserPage extends Page<PendingUserRow> {
  /** Pending users without any filter. */
  readonly all: number;
  /** By name; those with somebody pending. */
  readonly customers: readonly {
    readonly id: CustomerId;
    readonly name: string;
    readonly users: number;
  }[];
  readonly ofAllCustomers: number;
  readonly kinds: Readonly<Record<PendingKind, number>>;
  readonly ofAnyKind: number;
  readonly states: Readonly<Record<WaitingState, number>>;
  readonly ofAnyState: number;
  /** Selected users who are pending, and how many of them match. */
  readonly selected: number;
  readonly selectedMatching: number;
  /** For the customers on this page. */
  readonly names: Readonly<Record<CustomerId, NamesView>>;
}
