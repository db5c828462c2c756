import type { Pace } from '#base/pace.ts';
import type { CustomerId } from '#customers/customer.ts';
import { backup } from '#store/backup.ts';
import { getCustomer } from '#store/customers.ts';
import { restore } from '#store/restore.ts';
import type { Desk } from '#worker/desk.ts';
import type { JobFailed, MadeFile } from '#worker/jobs/job-types.ts';

/** One customer, or everything with `null`, as a file. */
export async function backupWork(
  { db, now }: Desk,
  customerId: CustomerId | null,
  pace: Pace,
): Promise<MadeFile> {
  const at = now();
  const blob = await backup(db, customerId, at, pace);
  const customer = customerId === null ? null : await getCustomer(db, customerId);
  const day = new Date(at).toISOString().slice(0, 10);
  const name = ['Seatwise', ...(customer ? [customer.name] : []), day].join(' ');
  return { name: `${name.replace(/[\\/:*?"<>|]/g, '_')}.seatwise.json`, blob };
}

/** Puts the customers of a backup back; refuses what is not one. */
export async function restoreWork(
  { db, customers, selections, lists }: Desk,
  file: File,
  pace: Pace,
): Promise<{ readonly customers: number } | JobFailed> {
  const restored = await restore(db, file, pace);
  if (!restored.ok) {
    return { failure: { kind: 'notABackup', detail: JSON.stringify(restored.error) } };
  }
  for (const id of restored.value) {
    customers.forget(id);
    selections.forget(id);
    lists.forget(id);
  }
  return { customers: restored.value.length };
}
