import type { Messages } from '#messages/messages.ts';
import type { UserColumn } from '#routes/user-columns.ts';

/** What stands above the column. */
export function columnName(m: Messages, column: UserColumn): string {
  if (column === 'department') return m.users.department;
  return column === 'planned' ? m.pending.people.columns.what : m.words[column];
}
