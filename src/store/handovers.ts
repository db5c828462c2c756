import * as v from 'valibot';
import type { CustomerId } from '#customers/customer.ts';
import type { HandedPlanId } from '#handover/handed-plan.ts';
import type { Position } from '#users/ids.ts';
import { rowsUnder, type SeatwiseDatabase } from './database.ts';
import { bytes, count, customerId, text, words, work, type Row } from './shapes.ts';

/** What became of a user who was handed over, as numbers in the column `handed`. */
export const Handed = {
  /** Not sent from here. */
  out: 0,
  /** Taken back: sent from here like any other. */
  back: 1,
  /** An outcome was told, or new data showed what was wanted. */
  ended: 2,
} as const;

/** Users whose plan somebody else carries out. Index i of the columns is the same user. */
export const handoverRow = v.object({
  customerId,
  id: text<HandedPlanId>(),
  kind: v.picklist(['script', 'planFile']),
  to: v.string(),
  operator: v.string(),
  at: v.number(),
  fileName: v.string(),
  fileHash: v.string(),
  // sequence of the newest change that is in it
  through: count,
  works: v.array(work),
  positions: words,
  // which of `works`
  workOf: words,
  // a number of `Handed`
  handed: bytes,
});
export type HandoverRow = Row<typeof handoverRow>;

/** Positions that are out. */
export const usersOut = ({ positions, handed }: HandoverRow): Uint32Array =>
  positions.filter((_, i) => handed[i] === Handed.out);

/** Everything of a customer that was handed over, newest first. */
export async function readHandovers(db: SeatwiseDatabase, id: CustomerId): Promise<HandoverRow[]> {
  const rows = await rowsUnder(db.handovers, id).toArray();
  return rows.sort((a, b) => b.at - a.at);
}

/** Users of a customer who are not sent from here, in ascending order of positions. */
export async function usersHandedOver(db: SeatwiseDatabase, id: CustomerId): Promise<Position[]> {
  const rows = await rowsUnder(db.handovers, id).toArray();
  return rows.flatMap((row) => [...usersOut(row)]).sort((a, b) => a - b);
}

/**
 * Takes back whoever is still out: sent from here again. Gives how many users that were; 0 where the
 * handover is gone. Raises the version.
 */
export function takeBack(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  id: HandedPlanId,
): Promise<number> {
  return db.transaction('rw', db.customers, db.handovers, async () => {
    const [row, customer] = await Promise.all([
      db.handovers.get([customerId, id]),
      db.customers.get(customerId),
    ]);
    if (row === undefined || customer === undefined) return 0;
    const handed = row.handed.map((one) => (one === Handed.out ? Handed.back : one));
    await Promise.all([
      db.handovers.put({ ...row, handed }),
      db.customers.put({ ...customer, version: customer.version + 1 }),
    ]);
    return usersOut(row).length;
  });
}
