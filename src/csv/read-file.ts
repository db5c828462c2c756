/** What a file turned out to be. */
export type CustomerFileKind = 'graphUsers' | 'graphSkus' | 'graphGroups' | 'adminUsersCsv';

/** What one file turned out to be and to hold; null and 0 where it could not be read. */
export interface ReadFile {
  readonly name: string;
  readonly bytes: number;
  readonly kind: CustomerFileKind | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly users: number;
  readonly products: number;
  readonly groups: number;
}

/** A file that holds nothing for a customer, as far as is known. */
export const unread = ({ name, size }: File): ReadFile => ({
  ...{ name, bytes: size, kind: null, encoding: null, delimiter: null },
  ...{ users: 0, products: 0, groups: 0 },
});
