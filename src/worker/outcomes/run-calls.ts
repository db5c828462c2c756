import type { RunId } from '#plan/operation.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import type { LoadedCustomer } from '#store/load-customer.ts';
import { runOutcomes } from '#store/outcomes.ts';
import { openOperations } from '#store/runs.ts';
import { endedCall, openCall, type SentCall } from './sent-call.ts';

/** The calls of a run: those that have not ended first. `isSending`: a window sends now. */
export async function runCalls(
  db: SeatwiseDatabase,
  { customer: { id }, settledThrough }: Pick<LoadedCustomer, 'customer' | 'settledThrough'>,
  runId: RunId,
  isSending: boolean,
): Promise<SentCall[]> {
  const [ended, open] = await Promise.all([runOutcomes(db, id, runId), openOperations(db, id)]);
  return [
    ...open
      .filter((row) => row.runId === runId)
      .map((row) => openCall(row, settledThrough, isSending)),
    ...ended.map(endedCall),
  ];
}
