import type { Transaction } from 'dexie';
import type { CustomerId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import type { WindowRow } from './rows.ts';
import {
  changeFromFirst,
  columnsFromFirst,
  draftFromFirst,
  type FirstChangeColumnsRow,
  type FirstChangeRow,
  type FirstDraft,
} from './version-1.ts';

/**
 * What version 1 stored, as version 2 reads it: drafts of windows and of changes have no swaps yet; of
 * each change the one draft is a part for all its users, who are all open.
 */
export async function toVersion2(transaction: Transaction): Promise<void> {
  await transaction
    .table<WindowRow<FirstDraft>>('drafts')
    .toCollection()
    .modify((row, ref) => {
      ref.value = { ...row, value: draftFromFirst(row.value) };
    });
  const changes = transaction.table<FirstChangeRow, [CustomerId, ChangeId]>('changes');
  // change by change: their columns may be large
  for (const key of await changes.toCollection().primaryKeys()) {
    const head = await changes.get(key);
    if (head === undefined) throw new Error(`change ${key.join(' ')} went while it was upgraded`);
    await transaction
      .table<FirstChangeColumnsRow>('changeColumns')
      .where(':id')
      .equals(key)
      .modify((row, ref) => {
        ref.value = columnsFromFirst(row, head.draft);
      });
    await transaction.table('changes').put(changeFromFirst(head));
  }
}
