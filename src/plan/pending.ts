import { atOnce, STEP, type Steps } from '#base/steps.ts';
import { isPending, isPresent, type UserTable } from '#users/user-table.ts';

/** Users still in the customer whom the plan would change. */
export const countPending = (table: UserTable): number => atOnce(pendingIn(table));

/** The same, step by step. */
export function* pendingIn(table: UserTable): Steps<number> {
  let pending = 0;
  for (let i = 0; i < table.count; i++) {
    if (i % STEP === 0) yield;
    if (isPresent(table, i) && isPending(table, i)) pending++;
  }
  return pending;
}
