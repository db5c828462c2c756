import * as v from 'valibot';
import {
  rowSchemas,
  type BackupContent,
  type BackupRows,
  type BackupTable,
} from './backup-schema.ts';
import {
  blockFromSecond,
  changeFromFirst,
  columnsFromFirst,
  handoverFromFifth,
  operationFromFifth,
} from './migrations.ts';
import {
  firstChangeColumnsRow,
  firstChangeRow,
  secondLicenseBlockRow,
  type FirstChangeColumnsRow,
  type FirstChangeRow,
} from './rows.ts';

const namedStanding = { standing: v.unknown() };

/** What a row of each table looked like in versions 3 and 4, read as a row of today. */
export const fourthRowSchemas = {
  ...rowSchemas,
  operations: v.pipe(
    v.looseObject({ operation: v.looseObject(namedStanding) }),
    v.transform((row) => operationFromFifth(row)),
    rowSchemas.operations,
  ),
  handovers: v.pipe(
    v.looseObject(namedStanding),
    v.transform((row) => handoverFromFifth(row)),
    rowSchemas.handovers,
  ),
};

/** What a row of each table looked like in version 2, read as a row of today. */
export const secondRowSchemas = {
  ...rowSchemas,
  licenseBlocks: v.pipe(
    secondLicenseBlockRow,
    v.transform((row) => blockFromSecond(row)),
  ),
};

/** What a row of each table looked like in version 1. */
export const firstRowSchemas = {
  ...secondRowSchemas,
  changes: firstChangeRow,
  changeColumns: firstChangeColumnsRow,
};

interface FirstBackupRows extends Omit<BackupRows, 'changes' | 'changeColumns'> {
  readonly changes: FirstChangeRow;
  readonly changeColumns: FirstChangeColumnsRow;
}

export type FirstBackupContent = { readonly [T in BackupTable]: FirstBackupRows[T][] };

/** The content as a backup of today has it; null when a change lacks its head. */
export function contentFromFirst(content: FirstBackupContent): BackupContent | null {
  const keyOf = ({ customerId, id }: { customerId: string; id: string }): string =>
    JSON.stringify([customerId, id]);
  const drafts = new Map(content.changes.map((head) => [keyOf(head), head.draft]));
  const columns = content.changeColumns.flatMap((row) => {
    const found = drafts.get(keyOf(row));
    return found === undefined ? [] : [columnsFromFirst(row, found)];
  });
  if (columns.length < content.changeColumns.length) return null;
  return { ...content, changes: content.changes.map(changeFromFirst), changeColumns: columns };
}
