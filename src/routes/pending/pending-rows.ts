import type { PendingRow } from '#worker/sync-types.ts';

const DAY = 86_400_000;

/** How many users of the customer could be sent now. */
export const sendable = ({ pending, open, held, handedOver, withoutId }: PendingRow): number =>
  Math.max(0, pending - open - held - handedOver - withoutId);

/** True when something could be sent now: the customer is connected, and no run of it is open. */
export const canBeReviewed = (row: PendingRow): boolean =>
  row.connected && sendable(row) > 0 && (row.run === null || row.run.endedAt !== null);

/** True while there is something to see or to do: something pending, open or failed, or a run of today. */
export function isOfInterest({ pending, open, failed, run }: PendingRow, now: number): boolean {
  if (pending + open + failed > 0) return true;
  return run !== null && (run.endedAt === null || now - run.endedAt < DAY);
}
