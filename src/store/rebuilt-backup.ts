import type { Pace } from '#base/pace.ts';
import { inTurns, type Steps } from '#base/steps.ts';
import { unpackStrings } from '#base/string-column.ts';
import { countByStanding } from '#plan/standing.ts';
import { countPending } from '#plan/pending.ts';
import type { CustomerId } from '#customers/customer.ts';
import { customerParts, fitsTogether, type CustomerPart } from './backup-check.ts';
import type { BackupContent } from './backup-schema.ts';
import { BLOCK_SIZE, blockCount, blockOf, countPresent, licenseBlock } from './blocks.ts';
import { changeOf, rowsOfChange } from './changes.ts';
import { withoutTexts } from './load-customer.ts';
import { setsFromTold } from './migrations.ts';
import { OutboxPlan } from './outbox-plan.ts';
import { endedOf } from './outcomes.ts';
import { foldedPlan } from './replan.ts';
import type { UserBlockRow } from './rows.ts';
import type { OperationRow, OutcomesRow, RunRow } from './sync-rows.ts';
import { toldFromSets } from './told-sets.ts';
import { setRows } from './write-plan.ts';

/** A backup as it is put back. */
export interface RebuiltBackup {
  readonly content: BackupContent;
  /** Customers whose rows do not fit together. */
  readonly damaged: ReadonlySet<CustomerId>;
}

/**
 * A backup as it is put back: of what can be computed nothing is believed. The plan is made anew from the
 * changes, and counts are counted. No run goes on: one that was under way ends as stopped at `now` (ms), and
 * only users stay claimed for whom a request may have left and is still what the plan wants. A customer
 * that was damaged when it was saved comes back as it stood, and stays unreadable. `pace` counts customers.
 */
export async function rebuilt(
  content: BackupContent,
  now: number,
  pace: Pace,
): Promise<RebuiltBackup> {
  const parts: Rebuilt[] = [];
  const damaged = new Set<CustomerId>();
  const all = customerParts(content);
  for (const [done, part] of all.entries()) {
    const its: Pace = { due: () => pace.due(), rest: () => pace.rest(done, all.length) };
    const one = await inTurns(rebuiltOf(part, now), its);
    if (one === null) damaged.add(part.row.id);
    parts.push(one ?? unreadable(part, now));
  }
  const whole = {
    ...content,
    customers: parts.flatMap(({ customers }) => customers),
    licenseBlocks: parts.flatMap(({ licenseBlocks }) => licenseBlocks),
    licenseSets: parts.flatMap(({ licenseSets }) => licenseSets),
    changes: parts.flatMap(({ changes }) => changes),
    operations: parts.flatMap(({ operations }) => operations),
    runs: parts.flatMap(({ runs }) => runs),
  };
  return { content: whole, damaged };
}

type Rebuilt = Pick<
  BackupContent,
  'customers' | 'licenseBlocks' | 'licenseSets' | 'changes' | 'operations' | 'runs'
>;

/** Null where its rows do not fit together. */
function* rebuiltOf(part: CustomerPart, now: number): Steps<Rebuilt | null> {
  return (yield* fitsTogether(part)) ? yield* rebuiltCustomer(part, now) : null;
}

/** One change after the other. */
function* eachChange<T, U>(changes: readonly T[], made: (change: T) => U): Steps<U[]> {
  const all: U[] = [];
  for (const change of changes) {
    yield;
    all.push(made(change));
  }
  return all;
}

function* rebuiltCustomer({ row, rows }: CustomerPart, now: number): Steps<Rebuilt> {
  const { licenseBlocks, awaited } = rows;
  const [products] = rows.products;
  const [groups] = rows.groups;
  const storedSets = rows.licenseSets.map(setsFromTold);
  const stored = { row, products, groups, licenseBlocks, setRows: storedSets, awaited };
  const underWay = rows.operations.filter(isUnderWay);
  yield;
  // texts take most of the memory, and tell nothing of the plan
  const data = withoutTexts(stored, rows.userBlocks);
  const { sets, settledThrough } = data;
  const columns = new Map(rows.changeColumns.map((one) => [one.id, one]));
  const heads = [...rows.changes].sort((a, b) => a.sequence - b.sequence);
  const changesAt = (through: Uint32Array) =>
    eachChange(heads, (head) => changeOf(head, columns.get(head.id), through));
  const asStored = yield* changesAt(new Uint32Array());
  const changes = yield* changesAt(settledThrough);
  const areOpen = yield* eachChange(changes, (change) => countByStanding(change).open > 0);
  const open = changes.filter((_, i) => areOpen[i]);
  const plan = yield* foldedPlan({ columns: data.table, sets, products: data.products }, open);
  yield;
  const texts = { ...data.table.texts, id: idsOf(underWay, rows.userBlocks) };
  const table = { ...data.table, ...plan, texts };
  const customer = {
    ...row,
    userCount: countPresent(table.flags),
    productCount: data.products.length,
    pendingCount: countPending(table),
    setCount: sets.size,
  };
  yield;
  const newSets = sets.since(row.setCount);
  const outbox = new OutboxPlan({ ...data, table }, open);
  const headsNow: Rebuilt['changes'][number][] = [];
  for (const change of asStored) headsNow.push((yield* rowsOfChange(change)).head);
  yield;
  return {
    customers: [customer],
    licenseBlocks: Array.from({ length: blockCount(table.count) }, (_, block) =>
      licenseBlock(
        { customerId: row.id, revision: row.revision, block },
        { ...plan, settledThrough },
      ),
    ),
    licenseSets: [
      ...rows.licenseSets,
      ...setRows(row.id, row.setCount, newSets).flatMap(toldFromSets),
    ],
    changes: headsNow,
    operations: underWay.filter((one) => isWanted(one, outbox)),
    runs: rows.runs.map((run) => stopped(counted(run, rows.outcomes), now)),
  };
}

/** Nothing of it is sent, shown or planned on: a customer who is said to have more sets than there are is never loaded. */
function unreadable({ row, rows }: CustomerPart, now: number): Rebuilt {
  const setCount = 2 + rows.licenseSets.reduce((sum, { sets }) => sum + sets.length, 0);
  return {
    ...rows,
    customers: [{ ...row, setCount }],
    operations: [],
    runs: rows.runs.map((run) => stopped(run, now)),
  };
}

const isUnderWay = ({ operation: { state } }: OperationRow): boolean =>
  state.kind === 'sending' || state.kind === 'inDoubt';

/** The ids of these operations' users, by position; of others in their blocks too. */
function idsOf(operations: readonly OperationRow[], blocks: readonly UserBlockRow[]): string[] {
  const ids: string[] = [];
  for (const number of new Set(operations.map(({ operation }) => blockOf(operation.position)))) {
    const block = blocks[number];
    const those = block === undefined ? [] : unpackStrings(block.texts.id);
    those.forEach((id, i) => (ids[number * BLOCK_SIZE + i] = id));
  }
  return ids;
}

const isWanted = ({ userId, operation }: OperationRow, plan: OutboxPlan): boolean =>
  plan.work(operation.position)?.userId === userId && plan.isPlanned(operation);

function counted(run: RunRow, outcomes: readonly OutcomesRow[]): RunRow {
  const counts = { applied: 0, already: 0, rejected: 0, conflict: 0, cancelled: 0 };
  for (const part of outcomes) {
    if (part.runId === run.id) for (const { cause } of endedOf(part)) counts[cause.kind]++;
  }
  return { ...run, counts };
}

const stopped = (run: RunRow, now: number): RunRow =>
  run.endedAt === null
    ? { ...run, endedAt: now, end: { kind: 'stopped' }, control: 'stop', waiting: null }
    : run;
