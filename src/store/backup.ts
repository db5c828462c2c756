import type { Pace } from '#base/pace.ts';
import { longDigest } from '#base/content-digest.ts';
import type { CustomerId } from '#customers/customer.ts';
import { homeOf, narrowed } from '#rules/widening.ts';
import { BACKUP_FORMAT, BACKUP_VERSION, backupEnd, lineOf } from './backup-format.ts';
import type { BackupRows, BackupTable } from './backup-schema.ts';
import { cloudToKeep } from './cloud.ts';
import { blocksOf } from './blocks.ts';
import { customerTables, rowsUnder, type SeatwiseDatabase } from './database.ts';
import { factRow } from './facts.ts';
import { toldFromSets } from './told-sets.ts';

/** A row with the table it belongs to, as a line of the file holds it. */
type Line = { [T in BackupTable]: readonly [T, BackupRows[T]] }[BackupTable];

const tagged =
  <T extends BackupTable>(table: T) =>
  (row: BackupRows[T]): readonly [T, BackupRows[T]] => [table, row];

/** Lines are handed to the file in parts of about this many characters: few stand in memory, and it is quick. */
const PART = 500_000;

/**
 * These customers, or with `null` everything on this device, presets and settings too, as a file: JSON with
 * one row per line, and at its end a digest of all that. Each customer is read in one transaction, an
 * import that runs is left out. `madeAt` in ms; `pace` counts customers. A customer that is not on this
 * device gives no rows.
 */
export async function backup(
  db: SeatwiseDatabase,
  customers: readonly CustomerId[] | null,
  madeAt: number,
  pace: Pace,
): Promise<Blob> {
  const head = JSON.stringify({ format: BACKUP_FORMAT, version: BACKUP_VERSION, madeAt });
  const file = new BackupFile(`${head.slice(0, -1)},"rows":[\n`);
  const ids = customers ?? (await db.customers.toCollection().primaryKeys());
  for (const [done, id] of ids.entries()) {
    for (const line of await linesOfCustomer(db, id)) {
      file.beginLine();
      for (const piece of lineOf(line)) {
        file.add(piece);
        if (pace.due()) await pace.rest(done, ids.length);
      }
    }
  }
  const lines = customers === null ? await linesOfDevice(db) : await linesLearnedAt(db, customers);
  for (const line of lines) {
    file.beginLine();
    for (const piece of lineOf(line)) file.add(piece);
  }
  // the digest counts bytes; who waits is told of customers
  return file.finish({
    due: () => pace.due(),
    rest: () => pace.rest(ids.length, ids.length),
  });
}

/** What belongs to no customer. */
async function linesOfDevice(db: SeatwiseDatabase): Promise<Line[]> {
  return [
    ...(await rowsUnder(db.ruleFacts, '').toArray()).map(tagged('ruleFacts')),
    ...(await db.factSwitches.toArray()).map(tagged('factSwitches')),
    ...(await db.presets.toArray()).map(tagged('presets')),
    ...(await db.mappings.toArray()).map(tagged('mappings')),
    ...(await db.catalog.toArray()).map(tagged('catalog')),
    ...(await db.settings.toArray()).map(tagged('settings')),
  ];
}

/** What was learned at the customers and widened since, as theirs: whoever restores them widens it or not. */
async function linesLearnedAt(
  db: SeatwiseDatabase,
  customers: readonly CustomerId[],
): Promise<Line[]> {
  const ids = await db.customers.where('id').anyOf(customers).primaryKeys();
  return (await rowsUnder(db.ruleFacts, '').toArray()).flatMap(({ fact }) => {
    const own = narrowed(fact);
    const home = own && homeOf(own);
    return own !== null && ids.some((id) => id === home) ? [tagged('ruleFacts')(factRow(own))] : [];
  });
}

function linesOfCustomer(db: SeatwiseDatabase, id: CustomerId): Promise<Line[]> {
  return db.transaction('r', customerTables(db), async (): Promise<Line[]> => {
    const row = await db.customers.get(id);
    if (row === undefined) return [];
    const products = await db.products.get(id);
    const groups = await db.groups.get(id);
    const subscriptions = await db.subscriptions.get(id);
    return [
      tagged('customers')(row),
      ...(products ? [tagged('products')(products)] : []),
      ...(groups ? [tagged('groups')(groups)] : []),
      ...(subscriptions ? [tagged('subscriptions')(subscriptions)] : []),
      ...(await blocksOf(db.userBlocks, row)).map(tagged('userBlocks')),
      ...(await blocksOf(db.licenseBlocks, row)).map(tagged('licenseBlocks')),
      ...(await rowsUnder(db.licenseSets, id).toArray())
        .flatMap(toldFromSets)
        .map(tagged('licenseSets')),
      ...(await rowsUnder(db.changes, id).toArray()).map(tagged('changes')),
      ...(await rowsUnder(db.changeColumns, id).toArray()).map(tagged('changeColumns')),
      ...(await rowsUnder(db.drafts, id).toArray()).map(tagged('drafts')),
      ...(await rowsUnder(db.selections, id).toArray()).map(tagged('selections')),
      ...(await rowsUnder(db.views, id).toArray()).map(tagged('views')),
      ...(await rowsUnder(db.awaited, id).toArray()).map(tagged('awaited')),
      ...(await rowsUnder(db.listPlans, id).toArray()).map(tagged('listPlans')),
      ...(await cloudToKeep(db, id)).map(tagged('cloud')),
      ...(await rowsUnder(db.operations, id).toArray()).map(tagged('operations')),
      ...(await rowsUnder(db.runs, id).toArray()).map(tagged('runs')),
      ...(await rowsUnder(db.outcomes, id).toArray()).map(tagged('outcomes')),
      ...(await rowsUnder(db.held, id).toArray()).map(tagged('held')),
      ...(await rowsUnder(db.handovers, id).toArray()).map(tagged('handovers')),
      ...(await rowsUnder(db.openedPlans, id).toArray()).map(tagged('openedPlans')),
      ...(await rowsUnder(db.purchases, id).toArray()).map(tagged('purchases')),
      ...(await rowsUnder(db.ruleFacts, id).toArray()).map(tagged('ruleFacts')),
    ];
  });
}

/** A file that grows line by line. */
class BackupFile {
  readonly #parts: Blob[] = [];
  #text: string;
  #isFirst = true;

  constructor(head: string) {
    this.#text = head;
  }

  beginLine(): void {
    if (!this.#isFirst) this.#text += ',\n';
    this.#isFirst = false;
  }

  add(piece: string): void {
    this.#text += piece;
    if (this.#text.length < PART) return;
    this.#parts.push(new Blob([this.#text]));
    this.#text = '';
  }

  async finish(pace: Pace): Promise<Blob> {
    const content = new Blob([...this.#parts, this.#text]);
    const end = backupEnd(await longDigest(content, pace));
    return new Blob([content, end], { type: 'application/json' });
  }
}
