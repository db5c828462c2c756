import { isPending, isPresent, type UserTable } from '#users/user-table.ts';

/** Users still in the customer whom the plan would change. */
export function countPending(table: UserTable): number {
  let pending = 0;
  for (let i = 0; i < table.count; i++) if (isPresent(table, i) && isPending(table, i)) pending++;
  return pending;
}
