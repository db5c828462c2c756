import type { SkuId } from '#licenses/ids.ts';
import type { LicenseErrorCause } from '#licenses/license-errors.ts';
import { filterNames, type UserFilter } from './user-filters.ts';

/** Columns by which users can be sorted. */
export type UserSort = 'displayName' | 'userPrincipalName' | 'usageLocation' | 'licenses';

/** A filter over one customer's users, as data. Parts that are null or false do not filter. */
export interface UserQuery extends Readonly<Record<UserFilter, boolean>> {
  /** Substring of display name, userPrincipalName or department, any case. Empty: everybody. */
  readonly text: string;
  /** Users who hold this product by any path, planned. */
  readonly holds: SkuId | null;
  /** Users who hold this product count as those who hold `holds`. */
  readonly holdsOr: SkuId | null;
  /** Users who hold this product as well. */
  readonly holdsToo: SkuId | null;
  /** Users who are known to hold this product by no path, planned. */
  readonly lacks: SkuId | null;
  /** Users for whom the cloud reports an error of a license, of any cause or of this one; as last known. */
  readonly licenseError: 'any' | LicenseErrorCause | null;
  /** Users of exactly this department. */
  readonly department: string | null;
  /** Users at this usage location, planned; two letters. */
  readonly country: string | null;
  readonly sort: { readonly by: UserSort; readonly descending: boolean };
}

const allOff = Object.fromEntries(filterNames.map((name) => [name, false])) as Record<
  UserFilter,
  false
>;

/** Everybody, by display name. */
export const everybody: UserQuery = {
  text: '',
  holds: null,
  holdsOr: null,
  holdsToo: null,
  lacks: null,
  licenseError: null,
  department: null,
  country: null,
  ...allOff,
  sort: { by: 'displayName', descending: false },
};

/** A query that was stored when there were fewer filters: those it does not name do not filter. */
export const wholeQuery = (stored: Partial<UserQuery>): UserQuery => ({ ...everybody, ...stored });

/** The same order without any filter. */
export const unfiltered = ({ sort }: UserQuery): UserQuery => ({ ...everybody, sort });

/** True when the query leaves somebody out. */
export const isFiltered = ({ sort: _sort, ...filters }: UserQuery): boolean =>
  Object.values(filters).some((part) => part !== null && part !== false && part !== '');
