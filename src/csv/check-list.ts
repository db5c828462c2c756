import type { Pace } from '#base/pace.ts';
import type { Position } from '#users/ids.ts';
import type { RowRefusal } from '#users/row-refusal.ts';
import type { UserTable } from '#users/user-table.ts';
import type { Ask, AssignmentList } from './assignment-list.ts';
import { findUsers } from './find-users.ts';
import { MergedRows } from './merged-rows.ts';
import { KEPT_REFUSALS } from './refusals.ts';
import { rowsByUser } from './rows-by-user.ts';

/** A user of whom the list says something that is not followed, so that nothing is done at all. */
export interface LeftAlone {
  readonly position: Position;
  readonly why: RowRefusal;
}

/** What `contentOf` says of a user who is left alone. */
export const LEFT_ALONE = -1;

/** A list that was looked up in the customer's users: what it says of whom, whatever of it will be followed. */
export interface CheckedList {
  readonly list: AssignmentList;
  /** Who is named by a row that can be followed, ascending. */
  readonly positions: Uint32Array;
  /** Index i: what is asked for `positions[i]`, as an index in `contents`, or `LEFT_ALONE`. */
  readonly contentOf: Int32Array;
  /** Distinct asks for one user, each product once. */
  readonly contents: readonly (readonly Ask[])[];
  /** How many of the list's rows are about users who are not left alone. */
  readonly followedRows: number;
  /** By index in the list's `whos`: a position; less than 0 where it is no one user. */
  readonly userOf: Int32Array;
  /** In ascending order of positions. */
  readonly leftAlone: readonly LeftAlone[];
  /** Rows that are not followed, ascending: the first 100,000 of `refusedCount`. */
  readonly refused: readonly RowRefusal[];
  readonly refusedCount: number;
  /** Rows that say again what another says: the first 100,000 of `duplicateCount`. */
  readonly duplicates: readonly RowRefusal[];
  readonly duplicateCount: number;
}

/** The names under which users of the list are looked up. */
function* keysOf({ whos, spoiled }: AssignmentList): Generator<string> {
  for (const who of whos) yield* who;
  yield* spoiled.keys();
}

/**
 * Looks up the list's users and puts together what its rows say of each: who has a refused, ambiguous
 * or contradictory row is left alone entirely. Rests with (done, all) of users or rows.
 */
export async function checkList(
  list: AssignmentList,
  table: UserTable,
  pace: Pace,
): Promise<CheckedList> {
  const found = await findUsers(table, keysOf(list), pace);
  const { positions, rows, starts, userOf, left, refusals } = await rowsByUser(
    list,
    found,
    table,
    pace,
  );
  const merged = new MergedRows(list);
  const contentOf = new Int32Array(positions.length).fill(LEFT_ALONE);
  let followedRows = 0;
  for (let index = 0; index < positions.length; index++) {
    if (pace.due()) await pace.rest(index, positions.length);
    const position = positions[index] ?? 0;
    if (left.has(position)) continue;
    const [start, end] = [starts[index] ?? 0, starts[index + 1] ?? 0];
    const content = merged.contentOf(rows, start, end);
    if (content.ok) {
      contentOf[index] = content.value;
      followedRows += end - start;
    } else {
      refusals.add(content.error);
      left.set(position, content.error);
    }
  }
  const leftAlone = [...left].map(([position, why]) => ({ position, why }));
  const refused = [...list.refused, ...refusals.kept].sort((a, b) => a.row - b.row);
  return {
    list,
    positions,
    contentOf,
    contents: merged.contents,
    followedRows,
    userOf,
    leftAlone: leftAlone.sort((a, b) => a.position - b.position),
    refused: refused.slice(0, KEPT_REFUSALS),
    refusedCount: list.refusedCount + refusals.count,
    duplicates: merged.duplicates.kept,
    duplicateCount: merged.duplicates.count,
  };
}
