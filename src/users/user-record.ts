import type { LicenseSet } from '#licenses/license-set.ts';
import type { LocationCode } from './usage-location.ts';

/** The longest text of a user, in UTF-16 units; a longer one is no data but a broken file. */
export const LONGEST_TEXT = 64 * 1024;

/**
 * What one source says about one user. Null means "this source does not carry it", so that an import
 * overwrites only what it carries; an empty string or LOCATION_NONE means "it says that there is none".
 */
export interface UserRecord {
  /** Lower-cased GUID. */
  readonly objectId: string | null;
  readonly userPrincipalName: string;
  readonly displayName: string | null;
  readonly department: string | null;
  readonly mail: string | null;
  /** LOCATION_UNKNOWN when the source does not carry usage locations. */
  readonly usageLocation: LocationCode;
  readonly blocked: boolean | null;
  readonly guest: boolean | null;
  /** Parsers reuse one LicenseSet object for equal cells, so that storing them is cheap. */
  readonly licenses: LicenseSet | null;
}

/** What licenses of records mean at the customer into which they are imported. */
export type ReadLicenses = (licenses: LicenseSet) => LicenseSet;

/** They mean what they say. */
export const asTheySay: ReadLicenses = (licenses) => licenses;
