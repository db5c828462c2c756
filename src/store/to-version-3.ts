import type { Transaction } from 'dexie';
import type { LicenseBlockRow } from './rows.ts';

/** A block as versions 1 and 2 kept it: nothing was ever sent. */
export type SecondLicenseBlockRow = Omit<LicenseBlockRow, 'settledThrough'>;

/** The same block today. */
export const blockFromSecond = (row: SecondLicenseBlockRow): LicenseBlockRow => ({
  ...row,
  settledThrough: new Uint32Array(row.licenses.baseline.length),
});

/** What versions 1 and 2 stored, as version 3 reads it: no change has ended for anybody. */
export async function toVersion3(transaction: Transaction): Promise<void> {
  await transaction
    .table<SecondLicenseBlockRow>('licenseBlocks')
    .toCollection()
    .modify((row, ref) => {
      ref.value = blockFromSecond(row);
    });
}
