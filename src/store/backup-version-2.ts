import * as v from 'valibot';
import { rowSchemas, type BackupRows, type BackupTable } from './backup-schema.ts';
import { blockName, licenseColumns } from './backup-shapes.ts';
import { blockFromSecond } from './to-version-3.ts';

/** What a row of each table looked like in version 2, read as a row of today. */
export const secondRowSchemas: {
  readonly [T in BackupTable]: v.GenericSchema<unknown, BackupRows[T]>;
} = {
  ...rowSchemas,
  licenseBlocks: v.pipe(
    v.object({ ...blockName, ...licenseColumns }),
    v.transform((row) => blockFromSecond(row)),
  ),
};
