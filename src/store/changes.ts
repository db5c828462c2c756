import { steady, type Pace } from '#base/pace.ts';
import { STEP, type Steps } from '#base/steps.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { Cause, Change, ChangeId } from '#plan/change.ts';
import type { movesOf } from '#plan/change-sheet.ts';
import { endSettled } from '#plan/end-settled.ts';
import { countByStanding, stands } from '#plan/standing.ts';
import type { Position } from '#users/ids.ts';
import { joinLicenseBlocks } from './blocks.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';
import type { ChangeColumnsRow, ChangeRow } from './rows.ts';

/** A change as the list of changes shows it. */
export type ChangeHead = ChangeRow;

const newestFirst = (a: ChangeRow, b: ChangeRow): number => b.sequence - a.sequence;

/** How many users of a change ended in each way. */
function* countCauses(
  causeOf: Change['causeOf'],
  causes: readonly Cause[],
): Steps<ChangeRow['counts']> {
  const usersOf = new Uint32Array(causes.length);
  for (let i = 0; i < causeOf.length; i++) {
    if (i % STEP === 0) yield;
    const code = causeOf[i] ?? 0;
    if (code >= causes.length) throw new RangeError(`no cause ${code}`);
    usersOf[code] = (usersOf[code] ?? 0) + 1;
  }
  const counts = { planned: 0, already: 0, unchanged: 0, notChanged: 0, waits: 0 };
  causes.forEach(({ kind }, code) => (counts[kind] += usersOf[code] ?? 0));
  return counts;
}

/** The two rows of a change: what lists need, and its columns. */
export function* rowsOfChange(
  change: Change,
): Steps<{ head: ChangeRow; columns: ChangeColumnsRow }> {
  const { parts, users, partOf, causeOf, causes, before, after, standing, eventOf, ...rest } =
    change;
  const { id, customerId } = change;
  const ofUsers = { users, partOf, causeOf, causes, before, after, standing, eventOf };
  const counts = yield* countCauses(causeOf, causes);
  yield;
  const standings = countByStanding(change);
  yield;
  return {
    head: { ...rest, userCount: users.length, counts, standings },
    columns: { id, customerId, parts, ...ofUsers },
  };
}

/** What sync has ended since counts as ended, whether the columns of the change say so already or not. */
export function changeOf(
  head: ChangeRow,
  columns: ChangeColumnsRow | undefined,
  settledThrough: Uint32Array,
): Change {
  if (columns === undefined) throw new Error(`change ${head.id} has no columns`);
  const { userCount: _userCount, counts: _counts, standings: _standings, ...rest } = head;
  return endSettled({ ...rest, ...columns }, settledThrough);
}

const tablesOf = (db: SeatwiseDatabase) => [
  db.changes,
  db.changeColumns,
  db.customers,
  db.licenseBlocks,
];

/** Up to which change everything has ended, by position. To be called in a transaction over `tablesOf`. */
async function settledThroughOf(db: SeatwiseDatabase, id: CustomerId): Promise<Uint32Array> {
  const row = await db.customers.get(id);
  if (row === undefined) return new Uint32Array();
  const blocks = await rowsUnder(db.licenseBlocks, id, row.revision).toArray();
  return joinLicenseBlocks(blocks).settledThrough;
}

/** All changes of a customer without their users, newest first. */
export const listChanges = async (db: SeatwiseDatabase, id: CustomerId): Promise<ChangeHead[]> =>
  (await rowsUnder(db.changes, id).toArray()).sort(newestFirst);

/** Those of these changes that this customer has, with their users. */
function changesAt(
  db: SeatwiseDatabase,
  id: CustomerId,
  ids: readonly ChangeId[],
): Promise<Change[]> {
  const keys = ids.map((changeId): [CustomerId, ChangeId] => [id, changeId]);
  return db.transaction('r', tablesOf(db), async () => {
    const [heads, columns, settledThrough] = await Promise.all([
      db.changes.bulkGet(keys),
      db.changeColumns.bulkGet(keys),
      settledThroughOf(db, id),
    ]);
    return heads.flatMap((head, i) =>
      head === undefined ? [] : [changeOf(head, columns[i], settledThrough)],
    );
  });
}

/** One change with its users; null when this customer has none of that id. */
export const getChange = async (
  db: SeatwiseDatabase,
  id: CustomerId,
  changeId: ChangeId,
): Promise<Change | null> => (await changesAt(db, id, [changeId]))[0] ?? null;

/** What is in memory at a time: each change is read quickest beside others, but may have all users. */
const MOST_CHANGES = 100;
const MOST_USERS = 200_000;

function* fewAtATime(heads: readonly ChangeHead[]): Generator<readonly ChangeHead[]> {
  let few: ChangeHead[] = [];
  let users = 0;
  for (const head of heads) {
    const isFull = few.length === MOST_CHANGES || users + head.userCount > MOST_USERS;
    if (isFull && few.length > 0) {
      yield few;
      [few, users] = [[], 0];
    }
    few.push(head);
    users += head.userCount;
  }
  if (few.length > 0) yield few;
}

/**
 * Those of these changes that are still there, with their users, in the same order. A few at a time are
 * read and in memory, so that others get their turn in between.
 */
export async function* changesOf(
  db: SeatwiseDatabase,
  id: CustomerId,
  heads: readonly ChangeHead[],
): AsyncGenerator<Change> {
  for (const few of fewAtATime(heads)) {
    yield* await changesAt(
      db,
      id,
      few.map((head) => head.id),
    );
  }
}

/** What a Save planned, without what became of it since. */
export type PlannedByChange = Pick<ChangeColumnsRow, 'id' | keyof Parameters<typeof movesOf>[0]>;

/**
 * What those of these changes that are still there planned, in no order. They are read as they lie beside
 * each other, a few at a time, which takes about half the time of asking for each: of many, where most are wanted.
 */
export async function* plannedByChanges(
  db: SeatwiseDatabase,
  id: CustomerId,
  heads: readonly ChangeHead[],
): AsyncGenerator<PlannedByChange> {
  const lying = [...heads].sort((a, b) => (a.id < b.id ? -1 : 1));
  const wanted = new Set(lying.map((head) => head.id));
  for (const few of fewAtATime(lying)) {
    const [first, last] = [few[0], few.at(-1)];
    if (first === undefined || last === undefined) continue;
    const beside = db.changeColumns.where(':id').between([id, first.id], [id, last.id], true, true);
    for (const row of await beside.toArray()) if (wanted.has(row.id)) yield row;
  }
}

/** The changes with their users whose heads are wanted, in the order in which they were saved. */
async function changesWhere(
  db: SeatwiseDatabase,
  id: CustomerId,
  isWanted: (head: ChangeRow) => boolean,
  pace: Pace = steady,
): Promise<Change[]> {
  const { heads, columns, settledThrough } = await db.transaction('r', tablesOf(db), async () => {
    const heads = await db.changes
      .where('[customerId+sequence]')
      .between([id], [id, []])
      .filter(isWanted)
      .toArray();
    const columns = await db.changeColumns.bulkGet(
      heads.map((head): [CustomerId, ChangeId] => [id, head.id]),
    );
    return { heads, columns, settledThrough: await settledThroughOf(db, id) };
  });
  const changes: Change[] = [];
  for (const [i, head] of heads.entries()) {
    if (pace.due()) await pace.rest(i, heads.length);
    changes.push(changeOf(head, columns[i], settledThrough));
  }
  return changes;
}

/** The changes that make up the plan, with their users, in the order in which they were saved. */
export const openChanges = (db: SeatwiseDatabase, id: CustomerId): Promise<Change[]> =>
  changesWhere(db, id, ({ standings }) => standings.open > 0);

/** The changes that stand: not taken out for everybody for whom they planned something. */
export const standingChanges = (
  db: SeatwiseDatabase,
  id: CustomerId,
  pace?: Pace,
): Promise<Change[]> => changesWhere(db, id, ({ standings }) => stands(standings), pace);

/** The changes with a sequence above `after`, up to `through`, with their users, in the order in which they were saved. */
export const changesBetween = (
  db: SeatwiseDatabase,
  id: CustomerId,
  { after, through }: { readonly after: number; readonly through: number },
): Promise<Change[]> =>
  changesWhere(db, id, ({ sequence }) => sequence > after && sequence <= through);

/** The changes of these ids, with their users, in the order in which they were saved. */
export const changesNamed = (
  db: SeatwiseDatabase,
  id: CustomerId,
  ids: ReadonlySet<ChangeId>,
): Promise<Change[]> => changesWhere(db, id, (head) => ids.has(head.id));

/** A change and where in its columns a user stands. */
export interface ChangeOfUser {
  readonly change: Change;
  readonly index: number;
}

/** The changes that concern the user at `position`, newest first. */
export async function* changesOfUser(
  db: SeatwiseDatabase,
  id: CustomerId,
  position: Position,
): AsyncGenerator<ChangeOfUser> {
  for await (const change of changesOf(db, id, await listChanges(db, id))) {
    const index = change.users.indexOf(position);
    if (index >= 0) yield { change, index };
  }
}
