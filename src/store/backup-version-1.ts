import * as v from 'valibot';
import type { BackupContent, BackupRows, BackupTable } from './backup-schema.ts';
import { changeColumns, changeHead, draft } from './backup-shapes.ts';
import { secondRowSchemas } from './backup-version-2.ts';
import {
  changeFromFirst,
  columnsFromFirst,
  type FirstChangeColumnsRow,
  type FirstChangeRow,
} from './version-1.ts';

/** The rows of a backup of version 1, by table. */
export interface FirstBackupRows extends Omit<BackupRows, 'changes' | 'changeColumns'> {
  readonly changes: FirstChangeRow;
  readonly changeColumns: FirstChangeColumnsRow;
}

export type FirstBackupContent = { readonly [T in BackupTable]: FirstBackupRows[T][] };

/** What a row of each table looked like in version 1. */
export const firstRowSchemas: {
  readonly [T in BackupTable]: v.GenericSchema<unknown, FirstBackupRows[T]>;
} = {
  ...secondRowSchemas,
  changes: v.object({
    ...changeHead,
    draft,
    state: v.picklist(['open', 'ended', 'takenOut']),
  }),
  changeColumns: v.object(changeColumns),
};

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
