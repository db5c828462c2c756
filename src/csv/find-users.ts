import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { WideMap } from '#base/wide-map.ts';
import { readGuid } from '#licenses/ids.ts';
import { objectIdOf, userId, type Position } from '#users/ids.ts';
import { keysOf } from '#users/user-finder.ts';
import { isPresent, type UserTable } from '#users/user-table.ts';
import type { RefusalReason } from '#users/row-refusal.ts';

/** Users of one customer by `userKey`, as `keysOf` has them. */
export interface FoundUsers {
  get(key: string): readonly Position[] | undefined;
}

/** How many users are looked at between two looks at the clock. */
const STEP = 1024;

/**
 * Looks up who is called by the wanted keys, in one walk over the customer's users; those no longer
 * in the customer are not found. Rests with (users, users).
 */
export async function findUsers(
  table: UserTable,
  wanted: Iterable<string>,
  pace: Pace,
): Promise<FoundUsers> {
  const { count } = table;
  const found = new WideMap<Position[] | null>();
  let taken = 0;
  for (const key of wanted) {
    found.set(key, null);
    if (++taken % STEP === 0 && pace.due()) await pace.rest(0, count);
  }
  for (let position = 0; position < count; position++) {
    if (position % STEP === 0 && pace.due()) await pace.rest(position, count);
    if (!isPresent(table, position)) continue;
    for (const key of keysOf(table, position)) {
      if (key === '') continue;
      const same = found.get(key);
      if (same === null) found.set(key, [position]);
      else if (same !== undefined && same.at(-1) !== position) same.push(position);
    }
  }
  return { get: (key) => found.get(key) ?? undefined };
}

/** The row names no one user; `candidates` are those it may be about. */
export interface NoUser {
  readonly reason: RefusalReason;
  readonly candidates: readonly Position[];
}

/**
 * The one user whom all filled user cells of a row name. A cell that names nobody is no obstacle where
 * another names somebody, unless it is an object id and the user is known to have another one.
 */
export function userOf(
  who: readonly string[],
  found: FoundUsers,
  { texts }: UserTable,
): Result<Position, NoUser> {
  const only = who.length === 1 ? who[0] : undefined;
  if (only !== undefined && readGuid(only) === null) {
    const users = found.get(only);
    if (users?.length === 1 && users[0] !== undefined) return ok(users[0]);
  }
  const named = who.map((key) => found.get(key) ?? []).filter((users) => users.length > 0);
  const candidates = [...new Set(named.flat())];
  if (candidates.length === 0) return fail({ reason: { kind: 'unknownUser' }, candidates });
  const ids = who.filter((key) => readGuid(key) !== null);
  const both = candidates.filter((user) => named.every((users) => users.includes(user)));
  const [one, ...others] = both.filter((user) => {
    const known = objectIdOf(userId(texts.id[user] ?? ''));
    return known === null || known === '' || ids.every((id) => id === known);
  });
  if (one === undefined) return fail({ reason: { kind: 'usersDiffer' }, candidates });
  if (others.length === 0) return ok(one);
  return fail({ reason: { kind: 'ambiguousUser', positions: [one, ...others] }, candidates });
}
