import type { CustomerId } from '#customers/customer.ts';
import type { SeatwiseDatabase } from './database.ts';
import { watchQuery } from './watch-query.ts';

/** A customer that moved; null: it was removed. */
export interface CustomerMove {
  readonly id: CustomerId;
  readonly version: number | null;
}

/**
 * Tells of customers that were added, changed or removed since the call, in this window or another one,
 * some milliseconds after the commit; also after the connection to the database was lost and came back.
 * Gives the function that ends it.
 */
export function watchCustomers(
  db: SeatwiseDatabase,
  onMove: (moves: CustomerMove[]) => void,
): () => void {
  let known: ReadonlyMap<CustomerId, number> | null = null;
  return watchQuery(
    () => db.customers.toArray(),
    (rows) => {
      const versions = new Map(rows.map(({ id, version }) => [id, version]));
      const moves = known === null ? [] : movesBetween(known, versions);
      known = versions;
      if (moves.length > 0) onMove(moves);
    },
  );
}

function movesBetween(
  before: ReadonlyMap<CustomerId, number>,
  after: ReadonlyMap<CustomerId, number>,
): CustomerMove[] {
  const moved = [...after].filter(([id, version]) => before.get(id) !== version);
  const removed = [...before.keys()].filter((id) => !after.has(id));
  return [
    ...moved.map(([id, version]) => ({ id, version })),
    ...removed.map((id) => ({ id, version: null })),
  ];
}
