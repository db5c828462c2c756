import type { CustomerId } from '#customers/customer.ts';
import type { HandedPlanId } from '#handover/handed-plan.ts';
import type {
  Operation,
  OperationId,
  OperationState,
  Outcome,
  RunId,
  Work,
} from '#plan/operation.ts';
import { compare } from '#sync/compare.ts';
import type { RemoteUser } from '#sync/ports.ts';
import { landed } from '#sync/landed.ts';
import { userId, type Position } from '#users/ids.ts';
import { openChanges } from './changes.ts';
import { closeChanges, closingTables } from './close-changes.ts';
import type { SeatwiseDatabase } from './database.ts';
import { Handed, readHandovers, usersOut, type HandoverRow } from './handovers.ts';
import { loadCustomer } from './load-customer.ts';
import { OutboxPlan } from './outbox-plan.ts';
import { addOutcomes, endedOperation, type EndedOperation } from './outcomes.ts';
import { settleEnds, type Ending } from './settle-ends.ts';
import { moveTables, writeMove } from './write-plan.ts';

/** What is told of a user who is handed over; `skipped`: nothing was done, the user is sent from here again. */
export type HandedOutcome =
  Extract<Outcome, { kind: 'applied' | 'already' | 'rejected' }> | { readonly kind: 'skipped' };

/** Under which outcomes of a handover are kept. */
export const runOfHandover = (id: HandedPlanId): RunId => id as string as RunId;

const waiting: OperationState = { kind: 'waiting', until: 0, why: 'nextStep' };

/** One customer with one of its handovers, as stored. */
class HandedUsers {
  readonly row: HandoverRow;
  readonly plan: OutboxPlan;
  readonly #index: ReadonlyMap<Position, number>;

  constructor(row: HandoverRow, plan: OutboxPlan) {
    this.row = row;
    this.plan = plan;
    this.#index = new Map([...row.positions].map((position, i) => [position, i]));
  }

  /** Index in the columns of whoever is out; undefined for anybody else. */
  indexOf(position: Position): number | undefined {
    const i = this.#index.get(position);
    return i !== undefined && this.row.handed[i] === Handed.out ? i : undefined;
  }

  work(position: Position, i: number): Work {
    const work = this.row.works[this.row.workOf[i] ?? 0];
    if (work === undefined) throw new RangeError(`no work for user ${String(position)}`);
    return { ...work, position, userId: userId(this.plan.data.table.texts.id[position] ?? '') };
  }

  /** The user as last known. */
  known(position: Position): RemoteUser {
    const { table, sets } = this.plan.data;
    return {
      userId: userId(table.texts.id[position] ?? ''),
      licenses: sets.at(table.licenses.baseline[position] ?? 0),
      location: table.locations.baseline[position] ?? 0,
    };
  }

  ending(position: Position, i: number, outcome: Exclude<HandedOutcome, { kind: 'skipped' }>) {
    const work = this.work(position, i);
    const setsLocation = outcome.kind === 'rejected' && outcome.locationSet;
    const operation: Operation = {
      ...work,
      id: `${this.row.id} ${String(position)}` as OperationId,
      writtenAt: null,
      state: waiting,
      attempts: outcome.kind === 'already' ? 0 : 1,
      doubts: 0,
      locationSetAt: setsLocation ? this.row.at : null,
    };
    const isThere = outcome.kind !== 'rejected';
    const seen = isThere ? { user: landed(work, this.known(position)), isWhole: false } : null;
    const user = this.plan.user(position);
    return { operation, outcome, seen, user, through: this.row.through } satisfies Ending;
  }
}

async function handedUsers(
  db: SeatwiseDatabase,
  id: CustomerId,
  handover: HandedPlanId,
): Promise<HandedUsers | null> {
  const row = await db.handovers.get([id, handover]);
  const data = row && (await loadCustomer(db, id));
  return row && data ? new HandedUsers(row, new OutboxPlan(data, await openChanges(db, id))) : null;
}

/**
 * Ends whoever is out by what is told of them, as sync does with its own outcomes: what was applied is
 * known from now on, what was rejected leaves the plan, and later changes are folded on top. Others in
 * `told` are not touched. Gives for how many users something ended or came back.
 */
export async function endHandover(
  db: SeatwiseDatabase,
  {
    id,
    handover,
    now,
  }: { readonly id: CustomerId; readonly handover: HandedPlanId; readonly now: number },
  told: ReadonlyMap<Position, HandedOutcome>,
): Promise<number> {
  for (;;) {
    const users = await handedUsers(db, id, handover);
    if (users === null) return 0;
    const ended = await write(db, users, told, now);
    // somebody changed the customer meanwhile: once more with what is there now
    if (ended !== null) return ended;
  }
}

async function write(
  db: SeatwiseDatabase,
  users: HandedUsers,
  told: ReadonlyMap<Position, HandedOutcome>,
  now: number,
): Promise<number | null> {
  const { row, plan } = users;
  const { data } = plan;
  const id = row.customerId;
  const handed = row.handed.slice();
  const endings: Ending[] = [];
  const outcomes: EndedOperation[] = [];
  for (const [position, outcome] of told) {
    const i = users.indexOf(position);
    if (i === undefined) continue;
    handed[i] = outcome.kind === 'skipped' ? Handed.back : Handed.ended;
    if (outcome.kind === 'skipped') continue;
    const ending = users.ending(position, i, outcome);
    const { operation, user, through } = ending;
    const { settledThrough: since, baseline: before, planned } = user;
    endings.push(ending);
    outcomes.push(endedOperation(operation, outcome, now, { since, through, before, planned }));
  }
  const settled = settleEnds(endings, plan.changes, data);
  const move = plan.move(settled.edits, settled.products);
  const tables = [db.handovers, db.outcomes, ...moveTables(db), ...closingTables(db)];
  return db.transaction('rw', tables, async () => {
    const customer = await db.customers.get(id);
    if (customer?.version !== data.customer.version) return null;
    await Promise.all([
      writeMove(db, customer, data, move),
      outcomes.length > 0
        ? addOutcomes(db, { customerId: id, id: runOfHandover(row.id) }, outcomes)
        : undefined,
      db.handovers.put({ ...row, handed }),
    ]);
    await closeChanges(db, id);
    return handed.filter((one, i) => one !== row.handed[i]).length;
  });
}

/** Ends as already done whoever is out and has, as last known, what was handed over. Gives how many these are. */
export async function endReached(
  db: SeatwiseDatabase,
  id: CustomerId,
  now: number,
): Promise<number> {
  let all = 0;
  for (const row of await readHandovers(db, id)) {
    // most are over, and the whole customer is loaded for those that are not
    if (usersOut(row).length === 0) continue;
    const { id: handover } = row;
    const users = await handedUsers(db, id, handover);
    if (users === null) continue;
    const told = new Map<Position, HandedOutcome>();
    for (const position of users.row.positions) {
      const i = users.indexOf(position);
      if (i === undefined) continue;
      const found = compare(users.work(position, i), users.known(position));
      if (found.kind === 'target') told.set(position, { kind: 'already' });
    }
    if (told.size > 0) all += await endHandover(db, { id, handover, now }, told);
  }
  return all;
}
