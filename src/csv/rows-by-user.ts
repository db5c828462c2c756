import type { Pace } from '#base/pace.ts';
import type { Result } from '#base/result.ts';
import type { Position } from '#users/ids.ts';
import type { UserTable } from '#users/user-table.ts';
import type { AssignmentList } from './assignment-list.ts';
import { userOf, type FoundUsers, type NoUser } from './find-users.ts';
import { Refusals, type RowRefusal } from './row-refusal.ts';

/** The rows of a list by the user whom they are about. */
export interface RowsByUser {
  /** Who is named, ascending. */
  readonly positions: Uint32Array;
  /** Indices of the list's rows, ascending, by position. */
  readonly rowsOf: ReadonlyMap<Position, readonly number[]>;
  /** Who is left alone because of a row that names no one user, or that was refused. */
  readonly left: Map<Position, RowRefusal>;
  readonly refusals: Refusals;
}

/** Finds out whom each row is about. Rests with (rows done, rows). */
export async function rowsByUser(
  { rows, whos, spoiled }: AssignmentList,
  found: FoundUsers,
  table: UserTable,
  pace: Pace,
): Promise<RowsByUser> {
  const left = new Map<Position, RowRefusal>();
  const leave = (positions: readonly Position[], why: RowRefusal): void => {
    for (const position of positions) if (!left.has(position)) left.set(position, why);
  };
  for (const [key, why] of spoiled) leave(found.get(key) ?? [], why);

  const refusals = new Refusals();
  const users: Result<Position, NoUser>[] = [];
  for (const who of whos) {
    users.push(userOf(who, found, table));
    if (pace.due()) await pace.rest(0, rows.who.length);
  }
  const byUser = new Map<Position, number[]>();
  for (let index = 0; index < rows.who.length; index++) {
    if (pace.due()) await pace.rest(index, rows.who.length);
    const who = rows.who[index] ?? 0;
    const user = users[who];
    if (user === undefined) continue;
    if (user.ok) {
      const known = byUser.get(user.value);
      if (known === undefined) byUser.set(user.value, [index]);
      else known.push(index);
      continue;
    }
    const value = whos[who]?.join(' ') ?? '';
    const row = rows.numbers[index] ?? 0;
    const refusal = { row, column: null, value, reason: user.error.reason };
    refusals.add(refusal);
    leave(user.error.candidates, refusal);
  }
  return { positions: Uint32Array.from(byUser.keys()).sort(), rowsOf: byUser, left, refusals };
}
