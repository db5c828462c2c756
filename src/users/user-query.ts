import type { SkuId } from '#licenses/ids.ts';
import type { LicenseErrorCause } from '#licenses/license-errors.ts';
import { filterNames, type UserFilter } from './user-filters.ts';

/** Columns by which users can be sorted. */
export type UserSort = 'displayName' | 'userPrincipalName' | 'usageLocation' | 'licenses';

/** The parts of a query that are lists of products. */
export const productLists = ['holdsAny', 'holdsAll', 'holdsNone'] as const;
export type ProductList = (typeof productLists)[number];

/** A filter over one customer's users, as data. Parts that are null, false or empty do not filter. */
export interface UserQuery extends Readonly<Record<UserFilter, boolean>> {
  /** Substring of display name, userPrincipalName or department, any case. Empty: everybody. */
  readonly text: string;
  /** Users who hold one of these products or more, by any path, planned. */
  readonly holdsAny: readonly SkuId[];
  /** Users who hold each of these products, by any path, planned. */
  readonly holdsAll: readonly SkuId[];
  /** Users who are known to hold none of these products by any path, planned. */
  readonly holdsNone: readonly SkuId[];
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
  holdsAny: [],
  holdsAll: [],
  holdsNone: [],
  licenseError: null,
  department: null,
  country: null,
  ...allOff,
  sort: { by: 'displayName', descending: false },
};

/** How products stood in a query until there could be any number of them. */
interface SingleProducts {
  readonly holds: SkuId | null;
  readonly holdsOr: SkuId | null;
  readonly holdsToo: SkuId | null;
  readonly lacks: SkuId | null;
}

/** A query as it was ever stored. */
export type StoredQuery = Partial<UserQuery & SingleProducts>;

/** A query that was stored when there were fewer filters: those it does not name do not filter. */
export function wholeQuery(query: StoredQuery): UserQuery {
  const { holds, holdsOr, holdsToo, lacks, ...stored } = query;
  const named = (...skus: readonly (SkuId | null | undefined)[]): readonly SkuId[] => [
    ...new Set(skus.filter((sku) => sku !== null && sku !== undefined)),
  ];
  const lists = { holdsAny: named(holds, holdsOr), holdsAll: named(holdsToo) };
  return { ...everybody, ...lists, holdsNone: named(lacks), ...stored };
}

/** The same order without any filter. */
export const unfiltered = ({ sort }: UserQuery): UserQuery => ({ ...everybody, sort });

/** True when the query leaves somebody out. */
export const isFiltered = ({ sort: _sort, ...filters }: UserQuery): boolean =>
  Object.values<unknown>(filters).some((part) =>
    Array.isArray(part) ? part.length > 0 : part !== null && part !== false && part !== '',
  );
