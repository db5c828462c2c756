import type { SkuId } from '#licenses/ids.ts';

/** Columns by which users can be sorted. */
export type UserSort = 'displayName' | 'userPrincipalName' | 'usageLocation' | 'licenses';

/** A filter over one customer's users, as data. Parts that are null or false do not filter. */
export interface UserQuery {
  /** Substring of display name, userPrincipalName or department, any case. Empty: everybody. */
  readonly text: string;
  /** Users who hold this product by any path, planned. */
  readonly holds: SkuId | null;
  readonly withoutLicense: boolean;
  /** Users who have no usage location, planned (unknown is not missing). */
  readonly withoutLocation: boolean;
  readonly sort: { readonly by: UserSort; readonly descending: boolean };
}

/** Everybody, by display name. */
export const everybody: UserQuery = {
  text: '',
  holds: null,
  withoutLicense: false,
  withoutLocation: false,
  sort: { by: 'displayName', descending: false },
};
