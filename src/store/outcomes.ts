import { unreachable } from '#base/unreachable.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { Operation, Outcome, RunId } from '#plan/operation.ts';
import type { Position } from '#users/ids.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';
import type { OutcomeCause, OutcomesRow, RunName, UserNumbers } from './sync-rows.ts';

/** How an operation ended, as it is kept. */
export interface EndedOperation {
  readonly position: Position;
  readonly cause: OutcomeCause;
  readonly requestId: string | null;
  readonly at: number;
  readonly attempts: number;
  readonly since: number;
  readonly through: number;
  readonly before: UserNumbers;
  readonly planned: UserNumbers;
}

/** Outcomes in one row; a new one is begun after that. */
const PART = 200;

/** What is kept of an outcome. */
export function endedOperation(
  operation: Operation,
  outcome: Outcome,
  at: number,
  rest: Pick<EndedOperation, 'since' | 'through' | 'before' | 'planned'>,
): EndedOperation {
  const { position, attempts } = operation;
  const requestId = outcome.kind === 'rejected' ? outcome.requestId : null;
  return { position, attempts, cause: causeOf(operation, outcome), requestId, at, ...rest };
}

/** What is kept of why it ended so. */
export function causeOf({ locationSetAt }: Operation, outcome: Outcome): OutcomeCause {
  switch (outcome.kind) {
    case 'applied':
    case 'already':
      return outcome;
    case 'rejected': {
      const { kind, raw, code, locationSet } = outcome;
      return code === null ? { kind, raw, locationSet } : { kind, raw, code, locationSet };
    }
    case 'conflict':
    case 'cancelled':
      return locationSetAt === null ? outcome : { ...outcome, locationSet: true };
    default:
      return unreachable(outcome);
  }
}

/** The outcomes of a part, in the order in which they came. */
export const endedOf = (row: OutcomesRow): EndedOperation[] =>
  [...row.positions].map((position, i) => {
    const cause = row.causes[row.causeOf[i] ?? 0];
    if (cause === undefined) throw new RangeError(`no cause for outcome ${i}`);
    const numbers = ({ licenses, locations }: OutcomesRow['before']): UserNumbers => ({
      licenses: licenses[i] ?? 0,
      location: locations[i] ?? 0,
    });
    return {
      position,
      cause,
      requestId: row.requestIds[i] ?? null,
      at: row.at[i] ?? 0,
      attempts: row.attempts[i] ?? 0,
      since: row.since[i] ?? 0,
      through: row.through[i] ?? 0,
      before: numbers(row.before),
      planned: numbers(row.planned),
    };
  });

/** The columns with more at their end. */
const longer = <T extends Uint16Array | Uint32Array>(
  make: { from: (values: Iterable<number>) => T },
  column: T | undefined,
  more: readonly number[],
): T => make.from([...(column ?? []), ...more]);

/** What outcomes are added to: a part that is begun, or only the name of a new one. */
type Begun = Pick<OutcomesRow, 'customerId' | 'runId' | 'part'> & Partial<OutcomesRow>;

function withMore(begun: Begun, ended: readonly EndedOperation[]): OutcomesRow {
  const { customerId, runId, part } = begun;
  const causes = [...(begun.causes ?? [])];
  const numbers = new Map(causes.map((cause, number) => [JSON.stringify(cause), number]));
  const causeOf = ended.map(({ cause }) => {
    const key = JSON.stringify(cause);
    const number = numbers.get(key) ?? causes.push(cause) - 1;
    numbers.set(key, number);
    return number;
  });
  const column = (of: (one: EndedOperation) => number) => ended.map(of);
  const columns = (when: 'before' | 'planned'): OutcomesRow['before'] => ({
    licenses: longer(
      Uint32Array,
      begun[when]?.licenses,
      column((one) => one[when].licenses),
    ),
    locations: longer(
      Uint16Array,
      begun[when]?.locations,
      column((one) => one[when].location),
    ),
  });
  return {
    customerId,
    runId,
    part,
    lastAt: ended.at(-1)?.at ?? begun.lastAt ?? 0,
    positions: longer(
      Uint32Array,
      begun.positions,
      column(({ position }) => position),
    ),
    causeOf: longer(Uint16Array, begun.causeOf, causeOf),
    causes,
    requestIds: [...(begun.requestIds ?? []), ...ended.map(({ requestId }) => requestId)],
    at: [...(begun.at ?? []), ...column(({ at }) => at)],
    attempts: longer(
      Uint16Array,
      begun.attempts,
      column(({ attempts }) => attempts),
    ),
    since: longer(
      Uint32Array,
      begun.since,
      column(({ since }) => since),
    ),
    through: longer(
      Uint32Array,
      begun.through,
      column(({ through }) => through),
    ),
    before: columns('before'),
    planned: columns('planned'),
  };
}

/** The newest part of a run's outcomes; null when there is none. */
export const lastOutcomes = async (
  db: SeatwiseDatabase,
  customerId: CustomerId,
  runId: RunId,
): Promise<OutcomesRow | null> => (await rowsUnder(db.outcomes, customerId, runId).last()) ?? null;

/** The part to be stored when these come after `last`: the same one with more, or the next. */
export function outcomesAfter(
  last: OutcomesRow | null,
  { customerId, id: runId }: RunName,
  ended: readonly EndedOperation[],
): OutcomesRow {
  const isFull = last === null || last.positions.length >= PART;
  const begun = isFull ? { customerId, runId, part: (last?.part ?? -1) + 1 } : last;
  return withMore(begun, ended);
}

/** Adds outcomes to a run. To be called in a transaction over `outcomes`. */
export async function addOutcomes(
  db: SeatwiseDatabase,
  run: RunName,
  ended: readonly EndedOperation[],
): Promise<void> {
  const last = await lastOutcomes(db, run.customerId, run.id);
  await db.outcomes.put(outcomesAfter(last, run, ended));
}

/** How everybody of a run ended, in the order in which they did. */
export async function runOutcomes(
  db: SeatwiseDatabase,
  id: CustomerId,
  runId: RunId,
): Promise<EndedOperation[]> {
  return (await rowsUnder(db.outcomes, id, runId).toArray()).flatMap(endedOf);
}

/** When users were last changed by us since a time (ms), by position. */
export async function writesSince(
  db: SeatwiseDatabase,
  id: CustomerId,
  since: number,
): Promise<Map<Position, number>> {
  const rows = await db.outcomes
    .where('[customerId+lastAt]')
    .between([id, since], [id, []])
    .toArray();
  const sent = rows.flatMap(endedOf).filter(({ attempts }) => attempts > 0);
  return new Map(sent.sort((a, b) => a.at - b.at).map(({ position, at }) => [position, at]));
}
