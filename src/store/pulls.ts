import * as v from 'valibot';
import type { CustomerId } from '#customers/customer.ts';
import type { Subscription } from '#licenses/subscription.ts';
import { usualLimits } from '#sync/limits.ts';
import type { PullMemory } from '#sync/pull-customer.ts';
import type { Position } from '#users/ids.ts';
import type { SeatwiseDatabase } from './database.ts';
import { writesSince } from './outcomes.ts';
import { customerId, sku, type Row } from './shapes.ts';

/** What the next pull of a customer begins from. Good on this device only: no backup carries it. */
export interface DeltaRow extends PullMemory {
  readonly customerId: CustomerId;
}

/** When what a customer owns ends, as the last pull read it. */
export const subscriptionsRow = v.object({
  customerId,
  // in ms
  readAt: v.number(),
  // null where the last pull was not allowed to read them
  subscriptions: v.nullable(
    v.array(
      v.object({
        skuId: sku,
        status: v.nullable(v.string()),
        total: v.nullable(v.number()),
        isTrial: v.boolean(),
        nextChangeAt: v.nullable(v.number()),
      }),
    ),
  ),
});
export type SubscriptionsRow = Row<typeof subscriptionsRow>;

/** What a pull brings beside users and products. */
export interface PulledRows {
  readonly memory: PullMemory;
  readonly readAt: number;
  readonly subscriptions: readonly Subscription[] | null;
  /** What to remember instead where users had to be left as they are: they are read again next time. */
  readonly ifPartial: PullMemory;
}

/** What the last pull left for the next one; null when everybody has to be read. */
export async function readDelta(db: SeatwiseDatabase, id: CustomerId): Promise<PullMemory | null> {
  const row = await db.deltas.get(id);
  return row === undefined ? null : { link: row.link, wholeAt: row.wholeAt };
}

/** When what the customer owns ends; null where no pull could read it. */
export const readSubscriptions = async (
  db: SeatwiseDatabase,
  id: CustomerId,
): Promise<readonly Subscription[] | null> =>
  (await db.subscriptions.get(id))?.subscriptions ?? null;

/**
 * Our own last changes may not show in a reading so soon after them: who was changed shortly before `readAt`
 * (ms). What was changed long after it was so by a clock that was ahead, and keeps nobody back.
 */
export const writtenSince = async (
  db: SeatwiseDatabase,
  id: CustomerId,
  readAt: number,
): Promise<ReadonlySet<Position>> =>
  new Set(
    [...(await writesSince(db, id, readAt - usualLimits.staleness))]
      .filter(([, at]) => at <= readAt + usualLimits.staleness)
      .map(([position]) => position),
  );

/**
 * Keeps what a pull brought. Data from files (null) may be older than the last pull, and the cloud would
 * not tell again what it told then: the next pull reads everybody. To be called in a transaction over both tables.
 */
export async function putPulled(
  db: SeatwiseDatabase,
  customerId: CustomerId,
  pulled: PulledRows | null,
): Promise<void> {
  if (pulled === null) {
    await db.deltas.delete(customerId);
    return;
  }
  const { memory, readAt, subscriptions } = pulled;
  await Promise.all([
    db.deltas.put({ customerId, ...memory }),
    db.subscriptions.put({ customerId, readAt, subscriptions }),
  ]);
}
