import type { CustomerId } from '#customers/customer.ts';
import type { Operation, Outcome, RunId } from '#plan/operation.ts';
import type { Position } from '#users/ids.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';
import type { OutcomeCause, OutcomesRow, UserNumbers } from './sync-rows.ts';

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
  { position, attempts }: Operation,
  outcome: Outcome,
  at: number,
  rest: Pick<EndedOperation, 'since' | 'through' | 'before' | 'planned'>,
): EndedOperation {
  if (outcome.kind !== 'rejected') {
    return { position, attempts, cause: outcome, requestId: null, at, ...rest };
  }
  const { kind, raw, requestId, locationSet } = outcome;
  return { position, attempts, cause: { kind, raw, locationSet }, requestId, at, ...rest };
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
      ...{ position, cause, requestId: row.requestIds[i] ?? null, at: row.at[i] ?? 0 },
      attempts: row.attempts[i] ?? 0,
      ...{ since: row.since[i] ?? 0, through: row.through[i] ?? 0 },
      ...{ before: numbers(row.before), planned: numbers(row.planned) },
    };
  });

function partOf(
  name: Pick<OutcomesRow, 'customerId' | 'runId' | 'part'>,
  all: readonly EndedOperation[],
): OutcomesRow {
  const causes: OutcomeCause[] = [];
  const numbers = new Map<string, number>();
  const causeOf = all.map(({ cause }) => {
    const key = JSON.stringify(cause);
    const number = numbers.get(key) ?? causes.push(cause) - 1;
    numbers.set(key, number);
    return number;
  });
  const columns = (of: (one: EndedOperation) => UserNumbers): OutcomesRow['before'] => ({
    licenses: Uint32Array.from(all, (one) => of(one).licenses),
    locations: Uint16Array.from(all, (one) => of(one).location),
  });
  return {
    ...name,
    lastAt: all.at(-1)?.at ?? 0,
    positions: Uint32Array.from(all, ({ position }) => position),
    causeOf: Uint16Array.from(causeOf),
    causes,
    requestIds: all.map(({ requestId }) => requestId),
    at: all.map(({ at }) => at),
    attempts: Uint16Array.from(all, ({ attempts }) => attempts),
    since: Uint32Array.from(all, ({ since }) => since),
    through: Uint32Array.from(all, ({ through }) => through),
    before: columns(({ before }) => before),
    planned: columns(({ planned }) => planned),
  };
}

/** Adds outcomes to a run. To be called in a transaction over `outcomes`. */
export async function addOutcomes(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  runId: RunId,
  ended: readonly EndedOperation[],
): Promise<void> {
  const last = await rowsUnder(db.outcomes, customerId, runId).last();
  const isFull = last === undefined || last.positions.length >= PART;
  const part = isFull ? (last?.part ?? -1) + 1 : last.part;
  const all = isFull ? ended : [...endedOf(last), ...ended];
  await db.outcomes.put(partOf({ customerId, runId, part }, all));
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
