/** Users, lists of them and who is selected, as the page shows them. */
import type { Page } from '#base/page.ts';
import type { Customer } from '#customers/customer.ts';
import type { LicenseErrorCause } from '#licenses/license-errors.ts';
import type { Position, UserId } from '#users/ids.ts';
import type { HeldView, LicenseErrorView } from '#worker/licenses/license-types.ts';

/** One user by name. A user without display name is shown by userPrincipalName. */
export interface Who {
  readonly position: Position;
  readonly userId: UserId;
  readonly displayName: string;
  readonly userPrincipalName: string;
}

export interface UserRow extends Who {
  readonly department: string;
  /** Two letters; null: none; undefined is never sent. */
  readonly usageLocation: string | null;
  readonly locationKnown: boolean;
  readonly locationPlanned: boolean;
  readonly blocked: boolean;
  readonly guest: boolean;
  readonly gone: boolean;
  readonly licenses: readonly HeldView[];
  /** No source told all of the user's licenses: there may be more. */
  readonly isUntold: boolean;
  /** What the cloud could not give, as last known; not among `licenses`. */
  readonly licenseErrors: readonly LicenseErrorView[];
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

/** Where users of a customer are, with how many, to filter by. */
export interface UserPlacesView {
  /** By name; where there are very many, those with the most users. */
  readonly departments: readonly { readonly name: string; readonly users: number }[];
  readonly countries: readonly { readonly letters: string; readonly users: number }[];
}

export interface UserPage extends Page<UserRow> {
  /** Users per cause, of everybody in the customer; empty unless the filter asks for license errors. */
  readonly licenseErrors: readonly { readonly cause: LicenseErrorCause; readonly users: number }[];
  /** Matching users who are selected. */
  readonly selectedMatching: number;
  readonly selection: SelectionView;
  readonly version: number;
}

export interface UserView {
  readonly customer: Customer;
  readonly row: UserRow;
  readonly mail: string;
}

export type { PageView as WindowView } from '#store/views.ts';
