import type { Pace } from '#base/pace.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { loadCustomer } from '#store/load-customer.ts';
import { Merge } from '#users/merge.ts';
import { isPending, isPresent, UserFlag } from '#users/user-table.ts';
import type { WhoGoes } from './import-types.ts';
import type { MeantBatch } from './write-import.ts';

/** Who would change, and who would be gone were the batch the whole customer. Writes nothing; rests at `pace`, counting users. */
export async function whoGoes(
  db: SeatwiseDatabase,
  id: CustomerId,
  { batch, meant }: MeantBatch,
  pace: Pace,
): Promise<WhoGoes> {
  const data = await loadCustomer(db, id, pace);
  if (data === null) return { users: 0, pending: 0, changed: 0 };
  const { table } = data;
  const merge = new Merge(data, new Set());
  await merge.take(batch.users ?? [], pace, meant);
  const rest = async (): Promise<void> => {
    if (pace.due()) await pace.rest(table.count, table.count);
  };
  const { changed } = merge.users.finish();
  await rest();
  merge.users.dropUnseen();
  await rest();
  merge.users.drop(batch.removed ?? []);
  const { flags } = merge.users.finish().columns;
  await rest();
  let users = 0;
  let pending = 0;
  for (let position = 0; position < table.count; position++) {
    if (!isPresent(table, position) || ((flags[position] ?? 0) & UserFlag.gone) === 0) continue;
    users++;
    if (isPending(table, position)) pending++;
  }
  return { users, pending, changed };
}
