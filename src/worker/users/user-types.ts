/** Users, lists of them and who is selected, as the page shows them. */
import type { Customer } from '#customers/customer.ts';
import type { Position, UserId } from '#users/ids.ts';
import type { UserQuery } from '#users/user-query.ts';
import type { HeldView } from '#worker/licenses/license-types.ts';

export interface UserRow {
  readonly position: Position;
  readonly userId: UserId;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly department: string;
  /** Two letters; null: none; undefined is never sent. */
  readonly usageLocation: string | null;
  readonly locationKnown: boolean;
  readonly locationPlanned: boolean;
  readonly blocked: boolean;
  readonly guest: boolean;
  readonly gone: boolean;
  readonly licenses: readonly HeldView[];
  readonly selected: boolean;
}

export interface SelectionView {
  readonly count: number;
  /** Of these: not among what the given filter matches. */
  readonly hidden: number;
  /** Users who match the filter of "Select all" since, and are not selected. */
  readonly newlyMatching: number;
  readonly chosenAt: number | null;
  /** Names of users who are not here yet. */
  readonly awaited: number;
}

export interface UserPage {
  readonly rows: readonly UserRow[];
  readonly total: number;
  /** Matching users who are selected. */
  readonly selectedMatching: number;
  /** 0-based; moved back if the asked page is past the end. */
  readonly page: number;
  readonly selection: SelectionView;
  readonly version: number;
}

export interface UserView {
  readonly customer: Customer;
  readonly row: UserRow;
  readonly mail: string;
}

/** Where a window stood, so that a reload continues there. */
export interface WindowView {
  readonly query: UserQuery;
  readonly page: number;
  readonly pageSize: 25 | 50 | 100;
}
