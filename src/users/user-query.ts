import type { SkuId } from '#licenses/ids.ts';

/** Columns by which users can be sorted. */
export type UserSort = 'displayName' | 'userPrincipalName' | 'usageLocation' | 'licenses';

/** A filter over one customer's users, as data. Parts that are null or false do not filter. */
export interface UserQuery {
  /** Substring of display name, userPrincipalName or department, any case. Empty: everybody. */
  readonly text: string;
  /** Users who hold this product by any path, planned. */
  readonly holds: SkuId | null;
  /** Users who hold this product as well. */
  readonly holdsToo: SkuId | null;
  /** Users who hold this product by no path, planned. */
  readonly lacks: SkuId | null;
  readonly withoutLicense: boolean;
  /** Users who have no usage location, planned (unknown is not missing). */
  readonly withoutLocation: boolean;
  /** Users who hold something, planned, and are known to be blocked from signing in. */
  readonly licensedBlocked: boolean;
  /** Users who hold something, planned, and are known to be guests. */
  readonly licensedGuest: boolean;
  /** Users who hold a product, planned, of which another of theirs gives everything (`superfluousIn`). */
  readonly overlapping: boolean;
  readonly sort: { readonly by: UserSort; readonly descending: boolean };
}

/** Everybody, by display name. */
export const everybody: UserQuery = {
  text: '',
  holds: null,
  holdsToo: null,
  lacks: null,
  withoutLicense: false,
  withoutLocation: false,
  licensedBlocked: false,
  licensedGuest: false,
  overlapping: false,
  sort: { by: 'displayName', descending: false },
};

/** A query that was stored when there were fewer filters: those it does not name do not filter. */
export const wholeQuery = (stored: Partial<UserQuery>): UserQuery => ({ ...everybody, ...stored });

/** The same order without any filter. */
export const unfiltered = ({ sort }: UserQuery): UserQuery => ({ ...everybody, sort });

/** True when the query leaves somebody out. */
export const isFiltered = ({ sort: _sort, ...filters }: UserQuery): boolean =>
  Object.values(filters).some((part) => part !== null && part !== false && part !== '');
