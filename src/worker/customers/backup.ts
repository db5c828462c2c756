import type { Pace } from '#base/pace.ts';
import { backup } from '#store/backup.ts';
import { rowsUnder, type SeatwiseDatabase } from '#store/database.ts';
import { getCustomer } from '#store/customers.ts';
import { openBackup, restore, type OpenedBackup } from '#store/restore.ts';
import type { CustomerRow, SettingRow } from '#store/rows.ts';
import { openRuns } from '#store/runs.ts';
import { seal } from '#store/sealed-backup.ts';
import type { Desk } from '#worker/desk.ts';
import { checkedSettings } from '#worker/device/settings-check.ts';
import type { MadeFile } from '#worker/jobs/job-types.ts';
import type { PaceIn } from '#worker/jobs/jobs.ts';
import type {
  BackupAsk,
  BackupCustomer,
  BackupView,
  CustomerNumbers,
  ReadBackupAsk,
  ReadBackupValue,
  RestoreAsk,
  RestoreValue,
} from './backup-types.ts';

/** Some customers, or everything, as a file. */
export async function backupWork(
  { db, now }: Desk,
  { customers, passphrase }: BackupAsk,
  paceIn: PaceIn,
): Promise<MadeFile> {
  const at = now();
  const plain = await backup(db, customers, at, paceIn('customers'));
  const blob = passphrase === null ? plain : await seal(plain, passphrase, paceIn('bytes'));
  const [one] = customers?.length === 1 ? customers : [];
  const customer = one === undefined ? null : await getCustomer(db, one);
  const day = new Date(at).toISOString().slice(0, 10);
  const name = ['Seatwise', ...(customer ? [customer.name] : []), day].join(' ');
  const ending = passphrase === null ? 'seatwise.json' : 'seatwise';
  return { name: `${name.replace(/[\\/:*?"<>|]/g, '_')}.${ending}`, blob };
}

/** What is in a backup, and what on this device it would replace. */
export async function readBackupWork(
  { db, now }: Desk,
  { file, passphrase }: ReadBackupAsk,
  pace: Pace,
): Promise<ReadBackupValue> {
  const opened = await openBackup(file, passphrase, now(), pace);
  if (!opened.ok) return { kind: 'backupRefused', why: opened.error };
  return { kind: 'backupRead', backup: await viewOf(db, opened.value) };
}

async function viewOf(
  db: SeatwiseDatabase,
  { content, version, madeAt, digest, damaged }: OpenedBackup,
): Promise<BackupView> {
  const syncing = new Set((await openRuns(db)).map(({ customerId }) => customerId));
  const customers: BackupCustomer[] = [];
  for (const row of content.customers) {
    const { id } = row;
    const present = await db.customers.get(id);
    const changes = content.changes.filter(({ customerId }) => customerId === id);
    const numbers = numbersOf(row, changes.length);
    const here = present && {
      ...numbersOf(present, await rowsUnder(db.changes, id).count()),
      version: present.version,
      isSyncing: syncing.has(id),
    };
    customers.push({ id, ...numbers, isDamaged: damaged.has(id), here: here ?? null });
  }
  const { settings, factSwitches } = content;
  return {
    madeAt,
    version,
    hasDigest: digest !== null,
    customers,
    presets: content.presets.length,
    rules: content.ruleFacts.filter(({ scope }) => scope === '').length,
    settings:
      settings.length + factSwitches.length === 0
        ? null
        : { ...checkedSettings(settings), switches: factSwitches.length },
  };
}

const numbersOf = (
  { name, userCount, pendingCount, dataAt }: CustomerRow,
  changes: number,
): CustomerNumbers => ({ name, users: userCount, changes, pending: pendingCount, dataAt });

/** Puts the customers of a backup back, if what they replace is still as the person saw it. */
export async function restoreWork(
  { db, customers, selections, lists, now }: Desk,
  { file, passphrase, replaces, takesSettings }: RestoreAsk,
  pace: Pace,
): Promise<RestoreValue> {
  const opened = await openBackup(file, passphrase, now(), pace);
  if (!opened.ok) return { kind: 'backupRefused', why: opened.error };
  const { valid } = checkedSettings(opened.value.content.settings);
  const rows = Object.entries(valid).map(([key, value]): SettingRow => ({ key, value }));
  const restored = await restore(db, opened.value, {
    replaces: new Map(replaces.map(({ id, version }) => [id, version])),
    settings: takesSettings ? rows : null,
    at: now(),
  });
  if (!restored.ok) return { kind: 'restoreMoved' };
  for (const id of restored.value) {
    customers.forget(id);
    selections.forget(id);
    lists.forget(id);
  }
  return { kind: 'restored', customers: restored.value.length };
}
