import type { DetectedEncoding } from './detect-encoding.ts';
import type { Damage } from './read-csv.ts';
import type { UserHeader, UsersCsvKind } from './user-header.ts';

export type CustomerFileKind = 'graphUsers' | 'graphSkus' | 'graphGroups' | UsersCsvKind;

/** What one file turned out to be and to hold; null and 0 where it could not be read. */
export interface ReadFile {
  readonly name: string;
  readonly bytes: number;
  readonly kind: CustomerFileKind | null;
  /** How the header of a users CSV was read; null for other files. */
  readonly header: UserHeader | null;
  /** True for a text that may be CSV, whatever it turned out to be. */
  readonly isCsv: boolean;
  readonly encoding: string | null;
  /** How sure the encoding is; `said`: a person chose it. Null where there is no doubt. */
  readonly confidence: DetectedEncoding['confidence'] | 'said' | null;
  readonly delimiter: string | null;
  /** Text that could not be decoded and was replaced; null when there is none. */
  readonly damage: Damage | null;
  readonly users: number;
  readonly products: number;
  readonly groups: number;
}

/** A file that holds nothing for a customer, as far as is known. */
export const unread = ({ name, size }: { name: string; size: number }): ReadFile => ({
  name,
  bytes: size,
  kind: null,
  header: null,
  isCsv: false,
  encoding: null,
  confidence: null,
  delimiter: null,
  damage: null,
  users: 0,
  products: 0,
  groups: 0,
});
