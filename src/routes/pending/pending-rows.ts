import type { PendingRow } from '#worker/sync/sync-types.ts';
import { canBeReplaced } from './runs/run-states.ts';

const DAY = 86_400_000;

const isSyncing = ({ run }: PendingRow): boolean =>
  run !== null && run.endedAt === null && !canBeReplaced(run);

/** Users whom a run is busy with. What one that is over had claimed is left to the next, like all others. */
export const inProgress = ({ open, run }: PendingRow): number =>
  run !== null && run.endedAt === null ? open : 0;

/** How many users of the customer could be sent now. Whom a run claimed that was stopped is taken up by the next. */
export function sendable(row: PendingRow): number {
  const { pending, open, held, handedOver, withoutId } = row;
  const claimed = isSyncing(row) ? open : 0;
  return Math.max(0, pending - claimed - held - handedOver - withoutId);
}

/** True when something could be sent or found out now: the customer is connected, and no run of it is on its way. */
export const canBeReviewed = (row: PendingRow): boolean =>
  row.connected && !isSyncing(row) && (sendable(row) > 0 || row.open > 0);

/** True while there is something to see or to do: something pending, open, parked or failed, or a run of today. */
export function isOfInterest(
  { pending, open, gone, failed, run }: PendingRow,
  now: number,
): boolean {
  if (pending + open + gone + failed > 0) return true;
  return run !== null && (run.endedAt === null || now - run.endedAt < DAY);
}
