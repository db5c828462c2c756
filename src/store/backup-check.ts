import { STEP, type Steps } from '#base/steps.ts';
import { canonicalSet, setKey, type LicenseSet } from '#licenses/license-set.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import { BLOCK_SIZE } from './blocks.ts';
import { Standing } from '#plan/change.ts';
import { backupTables, emptyContent, type BackupContent } from './backup-schema.ts';
import { runOfHandover } from './end-handover.ts';
import { Handed } from './handovers.ts';
import type { ChangeColumnsRow, CustomerRow, LicenseBlockRow, UserBlockRow } from './rows.ts';
import type { HeldRow, OperationRow } from './sync-rows.ts';

type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** Sets that are looked at in a step: each is put in order anew. */
const SETS = 256;

function* areBelow(numbers: Numbers, limit: number): Steps<boolean> {
  for (let i = 0; i < numbers.length; i++) {
    if (i % STEP === 0) yield;
    if ((numbers[i] ?? 0) >= limit) return false;
  }
  return true;
}

function* all<T>(rows: Iterable<T>, holds: (row: T) => Steps<boolean>): Steps<boolean> {
  for (const row of rows) if (!(yield* holds(row))) return false;
  return true;
}

/** True where all of each column is below the limit beside it. */
const areAllBelow = (...columns: readonly (readonly [Numbers, number])[]): Steps<boolean> =>
  all(columns, ([numbers, limit]) => areBelow(numbers, limit));

const haveLength = (length: number, ...columns: readonly Numbers[]): boolean =>
  columns.every((column) => column.length === length);

export interface CustomerPart {
  readonly row: CustomerRow;
  readonly rows: BackupContent;
}

/** The rows of a backup by the customer they belong to; what belongs to none is in no part. */
export function customerParts(content: BackupContent): CustomerPart[] {
  const parts = new Map(content.customers.map((row) => [row.id, emptyContent()]));
  for (const table of backupTables) {
    for (const row of content[table]) {
      const part = 'customerId' in row ? parts.get(row.customerId) : undefined;
      // a row of the table, whichever it is
      (part?.[table] as unknown[] | undefined)?.push(row);
    }
  }
  return content.customers.map((row) => ({ row, rows: parts.get(row.id) ?? content }));
}

function ascend(numbers: Numbers): boolean {
  let before = 0;
  for (const number of numbers) {
    if (number < before) return false;
    before = number;
  }
  return true;
}

/** Texts that end one after the other and inside their bytes. */
const areTexts = ({ texts, flags }: UserBlockRow): boolean =>
  Object.values(texts).every(
    ({ bytes, ends }) =>
      ends.length === flags.length && ascend(ends) && (ends.at(-1) ?? 0) === bytes.length,
  );

/** Blocks 0, 1, 2 … of one revision, all but the last full; gives how many users they hold, null if they do not fit. */
function* countUsers(
  { revision, setCount }: CustomerRow,
  users: readonly UserBlockRow[],
  licenses: readonly LicenseBlockRow[],
): Steps<number | null> {
  if (users.length !== licenses.length) return null;
  let count = 0;
  for (const [i, block] of users.entries()) {
    const plan = licenses[i];
    const size = block.flags.length;
    const fits =
      plan !== undefined &&
      [block, plan].every((row) => row.block === i && row.revision === revision) &&
      (size === BLOCK_SIZE || (i === users.length - 1 && size < BLOCK_SIZE)) &&
      areTexts(block) &&
      haveLength(size, ...Object.values(plan.licenses), ...Object.values(plan.locations)) &&
      haveLength(size, plan.settledThrough) &&
      (yield* all(Object.values(plan.licenses), (numbers) => areBelow(numbers, setCount)));
    if (!fits) return null;
    count += size;
  }
  return count;
}

/** `events`: how many the change's head has. */
function* isChange(
  change: ChangeColumnsRow,
  events: number,
  users: number,
  setCount: number,
): Steps<boolean> {
  const { parts, partOf, causeOf, causes, before, after, standing, eventOf } = change;
  return (
    haveLength(change.users.length, causeOf, before.licenses, before.locations) &&
    haveLength(change.users.length, after.licenses, after.locations) &&
    haveLength(change.users.length, partOf, standing, eventOf) &&
    (yield* areAllBelow(
      [change.users, users],
      [partOf, parts.length],
      [standing, Object.keys(Standing).length],
      [eventOf, events + 1],
      [causeOf, causes.length],
      [before.licenses, setCount],
      [after.licenses, setCount],
    ))
  );
}

const isCanonical = (set: LicenseSet): boolean => setKey(set) === setKey(canonicalSet(set));

/** Numbered without a gap from 0, no set twice. */
function* areSets(rows: BackupContent['licenseSets'], setCount: number): Steps<boolean> {
  const sets = rows.flatMap((row) => row.sets);
  let next = 0;
  for (const row of rows) {
    if (row.first !== next) return false;
    next += row.sets.length;
  }
  if (next !== setCount) return false;
  const numbered = new LicenseSets();
  for (const [i, set] of sets.entries()) {
    if (i % SETS === 0) yield;
    if (!isCanonical(set) || numbered.intern(set) !== i) return false;
  }
  return true;
}

/** What sync and handovers keep of a customer's users points at users, sets and changes that are there. */
function* isHistory(
  { setCount, lastSequence }: CustomerRow,
  users: number,
  rows: Pick<BackupContent, 'operations' | 'runs' | 'outcomes' | 'held' | 'handovers'>,
): Steps<boolean> {
  const runs = new Set(rows.runs.map(({ id }) => id));
  const tellers = new Set([...runs, ...rows.handovers.map(({ id }) => runOfHandover(id))]);
  const areUsers = (one: OperationRow | HeldRow, position: number): boolean =>
    position < users && one.before.licenses < setCount && one.planned.licenses < setCount;
  return (
    rows.operations.every(
      (row) =>
        areUsers(row, row.operation.position) &&
        row.userId === row.operation.userId &&
        row.through <= lastSequence &&
        runs.has(row.runId),
    ) &&
    rows.held.every((row) => areUsers(row, row.position)) &&
    (yield* all(rows.outcomes, function* (row): Steps<boolean> {
      const { positions, before, planned } = row;
      const { length } = positions;
      return (
        haveLength(length, row.causeOf, row.attempts, row.since, row.through) &&
        haveLength(length, before.licenses, before.locations) &&
        haveLength(length, planned.licenses, planned.locations) &&
        [row.requestIds, row.at].every((column) => column.length === length) &&
        tellers.has(row.runId) &&
        (yield* areAllBelow(
          [positions, users],
          [row.causeOf, row.causes.length],
          [before.licenses, setCount],
          [planned.licenses, setCount],
          [row.through, lastSequence + 1],
        ))
      );
    })) &&
    (yield* all(rows.handovers, function* (row): Steps<boolean> {
      const { positions, workOf, works, handed, through } = row;
      return (
        haveLength(positions.length, workOf, handed) &&
        through <= lastSequence &&
        (yield* areAllBelow(
          [positions, users],
          [workOf, works.length],
          [handed, Object.keys(Handed).length],
        ))
      );
    }))
  );
}

/** Each change has a place of its own in the order of Saves, and nothing has ended that was never saved. */
function* areSequences(
  { lastSequence }: CustomerRow,
  heads: BackupContent['changes'],
  blocks: readonly LicenseBlockRow[],
): Steps<boolean> {
  return (
    new Set(heads.map(({ sequence }) => sequence)).size === heads.length &&
    heads.every(({ sequence }) => sequence >= 1 && sequence <= lastSequence) &&
    (yield* all(blocks, ({ settledThrough }) => areBelow(settledThrough, lastSequence + 1)))
  );
}

/** True when every row belongs to a customer of the file, or to none at all, as in every file that we write. */
export function isOurs(content: BackupContent): boolean {
  const { customers } = content;
  const ids = new Set(customers.map(({ id }) => id));
  if (ids.size !== customers.length) return false;
  const {
    settings: _settings,
    customers: _customers,
    factSwitches: _switches,
    presets: _presets,
    mappings: _mappings,
    catalog: _catalog,
    ruleFacts,
    ...owned
  } = content;
  const belong = Object.values(owned).every((rows) =>
    rows.every(({ customerId }) => ids.has(customerId)),
  );
  const factsFit = ruleFacts.every(
    ({ scope, id, fact }) =>
      fact.id === id &&
      (fact.scope.kind === 'customer'
        ? fact.scope.id === scope && ids.has(fact.scope.id)
        : scope === ''),
  );
  return belong && factsFit;
}

/**
 * True when the rows of a customer fit together: columns are equally long, and no number points nowhere. What
 * passes here loads without an error.
 */
export function* fitsTogether({ row, rows }: CustomerPart): Steps<boolean> {
  const users = yield* countUsers(row, rows.userBlocks, rows.licenseBlocks);
  if (users === null || !(yield* areSets(rows.licenseSets, row.setCount))) return false;
  if (!(yield* areSequences(row, rows.changes, rows.licenseBlocks))) return false;
  if (!(yield* isHistory(row, users, rows))) return false;
  const known = rows.changeColumns;
  const events = new Map(rows.changes.map((head) => [head.id, head.events.length]));
  return (
    known.length === events.size &&
    (yield* all(known, function* (change): Steps<boolean> {
      const happened = events.get(change.id);
      return happened !== undefined && (yield* isChange(change, happened, users, row.setCount));
    }))
  );
}
