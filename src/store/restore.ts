import type { Table } from 'dexie';
import { partPace, type Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { FactId } from '#rules/rule-fact.ts';
import { isOurs } from './backup-check.ts';
import { readBackup, type Backup, type BackupProblem } from './backup-reader.ts';
import type { BackupContent } from './backup-schema.ts';
import { numberAfter, raiseVersion } from './customer-versions.ts';
import { putInParts } from './blocks.ts';
import { deleteCustomerRows, type SeatwiseDatabase } from './database.ts';
import { dropNarrowTwins } from './fact-decisions.ts';
import { setsFromTold } from './migrations.ts';
import { addPresets } from './presets.ts';
import { rebuilt, type RebuiltBackup } from './rebuilt-backup.ts';
import type { MappingRow } from './mappings.ts';
import type { SettingRow } from './rows.ts';

/** A backup that was looked into. */
export type OpenedBackup = Omit<Backup, 'content'> & RebuiltBackup;

/**
 * Reads a backup to be looked at, and put back: checked as a whole, its plan and counts made anew. Damaged
 * customers are told where a digest proves that they were saved so; without one the file is refused. `now`
 * in ms; `pace` counts bytes.
 */
export async function openBackup(
  file: Blob,
  passphrase: string | null,
  now: number,
  pace: Pace,
): Promise<Result<OpenedBackup, BackupProblem>> {
  const read = await readBackup(file, passphrase, pace);
  if (!read.ok) return read;
  const { content, digest } = read.value;
  const damage = fail({ kind: 'damaged', line: null } as const);
  if (!isOurs(content)) return damage;
  const { size } = file;
  const afterwards = partPace(pace, { before: size, size: 0, total: size });
  const whole = await rebuilt(content, now, afterwards);
  return digest === null && whole.damaged.size > 0 ? damage : ok({ ...read.value, ...whole });
}

/** What a person agreed to. */
export interface RestoreChoice {
  /** The customers that are replaced, with the versions at which the person saw them. */
  readonly replaces: ReadonlyMap<CustomerId, number>;
  /** Settings of the device to take from the backup, and what was chosen there about facts; null: none. */
  readonly settings: readonly SettingRow[] | null;
  /** When, in ms. */
  readonly at: number;
}

/** Something that would be replaced is not as the person saw it. Nothing was done. */
export interface RestoreRefusal {
  readonly kind: 'moved';
}

/**
 * Puts the customers of a backup back, each in the place of the one with the same id. What is of no customer
 * (presets, facts, names) is added where this device has none of it. All or nothing, in one transaction.
 * The version of every customer is raised, so that other windows notice; an import of a restored one that
 * runs ends, and so does a sync. Gives the customers restored.
 */
export function restore(
  db: SeatwiseDatabase,
  { content }: OpenedBackup,
  { replaces, settings, at }: RestoreChoice,
): Promise<Result<readonly CustomerId[], RestoreRefusal>> {
  const { customers } = content;
  const ids = customers.map(({ id }) => id);
  return db.transaction('rw', db.tables, async () => {
    const present = await db.customers.bulkGet(ids);
    const isAsSeen = customers.every(({ id }, i) => present[i]?.version === replaces.get(id));
    if (!isAsSeen) return fail({ kind: 'moved' } as const);
    const revisions = new Map<CustomerId, number>();
    for (const [i, row] of customers.entries()) {
      const running = await db.imports.get(row.id);
      await deleteCustomerRows(db, row.id, at);
      const version = numberAfter(present[i]?.version);
      const revision = numberAfter(present[i]?.revision, running?.revision);
      revisions.set(row.id, revision);
      await db.customers.put({ ...row, version, revision });
    }
    await putRows(db, content, (id) => revisions.get(id) ?? 0);
    await putOnDevice(db, content);
    if (settings !== null) {
      await db.settings.bulkPut([...settings]);
      await db.factSwitches.bulkPut(content.factSwitches);
    }
    await dropNarrowTwins(db);
    // facts and switches of the file judge every customer
    await raiseVersion(db, null);
    return ok(ids);
  });
}

/** Everything of customers but their own rows, blocks under their new revision. */
async function putRows(
  db: SeatwiseDatabase,
  content: BackupContent,
  revisionOf: (id: CustomerId) => number,
): Promise<void> {
  const revised = <T extends { customerId: CustomerId }>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, revision: revisionOf(row.customerId) }));
  await putInParts(db.userBlocks, revised(content.userBlocks));
  await putInParts(db.licenseBlocks, revised(content.licenseBlocks));
  await putInParts(db.changeColumns, content.changeColumns);
  await Promise.all([
    db.products.bulkPut(content.products),
    db.groups.bulkPut(content.groups),
    db.licenseSets.bulkPut(content.licenseSets.map(setsFromTold)),
    db.changes.bulkPut(content.changes),
    db.drafts.bulkPut(content.drafts),
    db.listPlans.bulkPut(content.listPlans),
    db.selections.bulkPut(content.selections),
    db.views.bulkPut(content.views),
    db.awaited.bulkPut(content.awaited),
    db.cloud.bulkPut(content.cloud),
    db.operations.bulkPut(content.operations),
    db.runs.bulkPut(content.runs),
    db.outcomes.bulkPut(content.outcomes),
    db.held.bulkPut(content.held),
    db.handovers.bulkPut(content.handovers),
    db.openedPlans.bulkPut(content.openedPlans),
    db.subscriptions.bulkPut(content.subscriptions),
    db.purchases.bulkPut(content.purchases),
    db.ruleFacts.bulkPut(content.ruleFacts.filter(({ scope }) => scope !== '')),
  ]);
}

/** What is of no customer, where this device has none of the same name. */
async function putOnDevice(db: SeatwiseDatabase, content: BackupContent): Promise<void> {
  await Promise.all([
    addMissing(
      db.ruleFacts,
      content.ruleFacts.filter(({ scope }) => scope === ''),
      ({ scope, id }): [CustomerId | '', FactId] => [scope, id],
    ),
    addPresets(db, content.presets),
    addMissing(db.mappings, content.mappings, ({ kind, header }): [MappingRow['kind'], string] => [
      kind,
      header,
    ]),
    addMissing(db.catalog, content.catalog, ({ id }) => id),
  ]);
}

async function addMissing<T, K>(
  table: Table<T, K>,
  rows: readonly T[],
  keyOf: (row: T) => K,
): Promise<void> {
  const known = await table.bulkGet(rows.map(keyOf));
  await table.bulkAdd(rows.filter((_, i) => known[i] === undefined));
}
