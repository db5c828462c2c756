import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { CustomerId } from '#customers/customer.ts';
import { isConsistent } from './backup-check.ts';
import { readBackup, type BackupProblem } from './backup-reader.ts';
import type { BackupContent } from './backup-schema.ts';
import { raiseVersion } from './customer-versions.ts';
import { deleteCustomerRows, type SeatwiseDatabase } from './database.ts';
import { dropNarrowTwins } from './fact-decisions.ts';

/**
 * Puts the customers of a backup back, each in the place of the one with the same id, its presets and settings.
 * All or nothing: the file is read and checked first, then written in one transaction. The version of
 * every customer is raised, so that other windows notice; an import of a restored one that runs ends.
 * Gives the customers restored. `pace` counts bytes.
 */
export async function restore(
  db: SeatwiseDatabase,
  file: Blob,
  pace: Pace,
): Promise<Result<readonly CustomerId[], BackupProblem>> {
  const read = await readBackup(file, pace);
  if (!read.ok) return read;
  const content = read.value;
  if (!isConsistent(content)) return fail({ kind: 'damaged', line: null });
  await db.transaction('rw', db.tables, async () => {
    const revisions = new Map<CustomerId, number>();
    for (const row of content.customers) {
      const present = await db.customers.get(row.id);
      const running = await db.imports.get(row.id);
      await deleteCustomerRows(db, row.id);
      const version = Math.max(present?.version ?? 0, row.version);
      const revision = Math.max(present?.revision ?? 0, running?.revision ?? 0, row.revision) + 1;
      revisions.set(row.id, revision);
      await db.customers.put({ ...row, version, revision });
    }
    await putRows(db, content, (id) => revisions.get(id) ?? 0);
    await dropNarrowTwins(db);
    // facts and switches of the file judge every customer
    await raiseVersion(db, null);
  });
  return ok(content.customers.map(({ id }) => id));
}

/** Everything but the customers' own rows, blocks under their new revision. */
async function putRows(
  db: SeatwiseDatabase,
  content: BackupContent,
  revisionOf: (id: CustomerId) => number,
): Promise<void> {
  const revised = <T extends { customerId: CustomerId }>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, revision: revisionOf(row.customerId) }));
  await Promise.all([
    db.products.bulkPut(content.products),
    db.groups.bulkPut(content.groups),
    db.userBlocks.bulkPut(revised(content.userBlocks)),
    db.licenseBlocks.bulkPut(revised(content.licenseBlocks)),
    db.licenseSets.bulkPut(content.licenseSets),
    db.changes.bulkPut(content.changes),
    db.changeColumns.bulkPut(content.changeColumns),
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
    db.ruleFacts.bulkPut(content.ruleFacts),
    db.factSwitches.bulkPut(content.factSwitches),
    db.presets.bulkPut(content.presets),
    db.mappings.bulkPut(content.mappings),
    db.catalog.bulkPut(content.catalog),
    db.settings.bulkPut(content.settings),
  ]);
}
