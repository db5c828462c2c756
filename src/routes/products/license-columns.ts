import type { SortKey } from '#routes/tables/sort-rows.ts';
import type { LicenseRow } from '#worker/licenses/license-types.ts';

export type LicenseColumn =
  'customer' | 'product' | 'partNumber' | 'status' | 'owned' | 'assigned' | 'available' | 'toBuy';

/** Licenses that can be assigned: active and in grace; null while unknown. */
export const ownedOf = ({ units }: Pick<LicenseRow, 'units'>): number | null =>
  units && units.enabled + units.warning;

/**
 * How many licenses Microsoft 365 counted as assigned: more than the users here who hold one, where
 * the files lack some users. Of typed numbers, only the holders are known.
 */
export const assignedInCloud = ({
  units,
  unitsTyped,
  holdersInCloud,
}: Pick<LicenseRow, 'units' | 'unitsTyped' | 'holdersInCloud'>): number =>
  units === null || unitsTyped ? holdersInCloud : units.consumed;

/** What a table of licenses is sorted by. */
export const licenseKeys: Readonly<Record<LicenseColumn, (row: LicenseRow) => SortKey>> = {
  customer: ({ customerName }) => customerName,
  product: ({ name }) => name,
  partNumber: ({ skuPartNumber }) => skuPartNumber,
  status: ({ status }) => status,
  owned: ownedOf,
  assigned: ({ holders }) => holders,
  available: ({ available }) => available,
  toBuy: ({ toBuy }) => toBuy,
};
