import type { Pace } from '#base/pace.ts';
import type { Result } from '#base/result.ts';
import type { Position } from '#users/ids.ts';
import type { RowRefusal } from '#users/row-refusal.ts';
import type { UserTable } from '#users/user-table.ts';
import type { AssignmentList } from './assignment-list.ts';
import { userOf, type FoundUsers, type NoUser } from './find-users.ts';
import { Refusals } from './refusals.ts';

/** Who is named by the cells of a row: nobody, or not one user. */
export const NO_ONE = -1;

/** The rows of a list by the user whom they are about. */
export interface RowsByUser {
  /** Who is named, ascending. */
  readonly positions: Uint32Array;
  /** Indices of the list's rows: those about one user side by side, ascending. */
  readonly rows: Uint32Array;
  /** Index i: where in `rows` those about `positions[i]` begin; at the end, how many there are. */
  readonly starts: Uint32Array;
  /** By index in the list's `whos`: a position, or `NO_ONE`. */
  readonly userOf: Int32Array;
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
  for (const [key, why] of spoiled) {
    leave(found.get(key) ?? [], why);
    if (pace.due()) await pace.rest(0, rows.who.length);
  }

  const users: Result<Position, NoUser>[] = [];
  for (const who of whos) {
    users.push(userOf(who, found, table));
    if (pace.due()) await pace.rest(0, rows.who.length);
  }
  const refusals = new Refusals();
  const counts = new Uint32Array(table.count);
  for (let index = 0; index < rows.who.length; index++) {
    if (pace.due()) await pace.rest(index, rows.who.length);
    const who = rows.who[index] ?? 0;
    const user = users[who];
    if (user === undefined) continue;
    if (user.ok) {
      counts[user.value] = (counts[user.value] ?? 0) + 1;
      continue;
    }
    const value = whos[who]?.join(' ') ?? '';
    const row = rows.numbers[index] ?? 0;
    const refusal = { row, column: null, value, reason: user.error.reason };
    refusals.add(refusal);
    leave(user.error.candidates, refusal);
  }
  const positionOf = new Int32Array(users.length);
  for (let who = 0; who < users.length; who++) {
    if (pace.due()) await pace.rest(rows.who.length, rows.who.length);
    const user = users[who];
    positionOf[who] = user?.ok === true ? user.value : NO_ONE;
  }
  const sorted = await sortRows(rows.who, positionOf, counts, pace);
  return { ...sorted, userOf: positionOf, left, refusals };
}

/** Rows by user, by counting: `counts` are rows by position. Rests with (rows, rows). */
async function sortRows(
  who: Uint32Array,
  userOf: Int32Array,
  counts: Uint32Array,
  pace: Pace,
): Promise<Pick<RowsByUser, 'positions' | 'rows' | 'starts'>> {
  const positions: number[] = [];
  const starts: number[] = [];
  const next = new Uint32Array(counts.length);
  let all = 0;
  for (let position = 0; position < counts.length; position++) {
    if (pace.due()) await pace.rest(who.length, who.length);
    const count = counts[position] ?? 0;
    if (count === 0) continue;
    positions.push(position);
    starts.push(all);
    next[position] = all;
    all += count;
  }
  starts.push(all);
  const rows = new Uint32Array(all);
  for (let index = 0; index < who.length; index++) {
    if (pace.due()) await pace.rest(who.length, who.length);
    const position = userOf[who[index] ?? 0] ?? NO_ONE;
    if (position === NO_ONE) continue;
    const at = next[position] ?? 0;
    rows[at] = index;
    next[position] = at + 1;
  }
  return { positions: Uint32Array.from(positions), starts: Uint32Array.from(starts), rows };
}
