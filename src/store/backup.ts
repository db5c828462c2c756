import type { Pace } from '#base/pace.ts';
import { DigestedFile, type FileEnd } from '#base/content-digest.ts';
import type { CustomerId } from '#customers/customer.ts';
import { homeOf, narrowed } from '#rules/widening.ts';
import { BACKUP_FORMAT, BACKUP_VERSION, backupEnd, lineOf } from './backup-format.ts';
import type { BackupRows, BackupTable } from './backup-schema.ts';
import { cloudToKeep } from './cloud.ts';
import { blocksOf, eachBlock } from './blocks.ts';
import { customerTables, rowsUnder, type SeatwiseDatabase } from './database.ts';
import { factRow } from './facts.ts';
import type { CustomerRow } from './rows.ts';
import { toldFromSets } from './told-sets.ts';

/** A row with the table it belongs to, as a line of the file holds it. */
type Line = { [T in BackupTable]: readonly [T, BackupRows[T]] }[BackupTable];

const tagged =
  <T extends BackupTable>(table: T) =>
  (row: BackupRows[T]): readonly [T, BackupRows[T]] => [table, row];

/**
 * These customers, or with `null` everything on this device, presets and settings too, as a file: JSON with
 * one row per line, and at its end a digest of all that. Each customer is as it was at one moment, an
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
  // lines and bytes are gone through; who waits is told of customers
  const paceAt = (done: number): Pace => ({
    due: () => pace.due(),
    rest: () => pace.rest(done, ids.length),
  });
  for (const [done, id] of ids.entries()) {
    const start = file.end;
    while (!(await addCustomer(db, id, file, paceAt(done)))) file.backTo(start);
  }
  const lines = customers === null ? await linesOfDevice(db) : await linesLearnedAt(db, customers);
  for (const line of lines) await file.add(line, paceAt(ids.length));
  return file.finish();
}

/**
 * Adds all rows of a customer. Texts of a revision never change, so they are read a few at a time, and only
 * these few stand in memory. False: an import put others in their place meanwhile, and what was added is void.
 */
async function addCustomer(
  db: SeatwiseDatabase,
  id: CustomerId,
  file: BackupFile,
  pace: Pace,
): Promise<boolean> {
  const read = await rowsOfCustomer(db, id);
  if (read === null) return true;
  const { row, lines } = read;
  for await (const block of eachBlock(db.userBlocks, row)) {
    await file.add(['userBlocks', block], pace);
  }
  for (const line of lines) await file.add(line, pace);
  return (await db.customers.get(id))?.revision === row.revision;
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

/** The customer's own row, and lines of all its rows but the texts, as they are at one moment. */
function rowsOfCustomer(
  db: SeatwiseDatabase,
  id: CustomerId,
): Promise<{ readonly row: CustomerRow; readonly lines: readonly Line[] } | null> {
  return db.transaction('r', customerTables(db), async () => {
    const row = await db.customers.get(id);
    if (row === undefined) return null;
    const products = await db.products.get(id);
    const groups = await db.groups.get(id);
    const subscriptions = await db.subscriptions.get(id);
    const lines: Line[] = [
      tagged('customers')(row),
      ...(products ? [tagged('products')(products)] : []),
      ...(groups ? [tagged('groups')(groups)] : []),
      ...(subscriptions ? [tagged('subscriptions')(subscriptions)] : []),
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
    return { row, lines };
  });
}

/** Stands between two lines. */
const BETWEEN = ',\n';

/** A file that grows line by line. */
class BackupFile {
  readonly #file = new DigestedFile();
  #start: string;

  constructor(start: string) {
    this.#start = start;
  }

  /** How far it has grown, to come back to. */
  get end(): BackupEnd {
    return { ...this.#file.end, start: this.#start };
  }

  /** Takes away what was added since. */
  backTo(end: BackupEnd): void {
    this.#file.backTo(end);
    this.#start = end.start;
  }

  /** Rests within the line too: a row can have a column of a million users. */
  async add(line: Line, pace: Pace): Promise<void> {
    await this.#begin();
    for (const piece of lineOf(line)) {
      await this.#file.add(piece);
      if (pace.due()) await pace.rest(0, null);
    }
  }

  async finish(): Promise<Blob> {
    if (this.#start !== BETWEEN) await this.#begin();
    const { content, digest } = await this.#file.finish();
    return new Blob([content, backupEnd(digest)], { type: 'application/json' });
  }

  /** Adds what stands before a line. */
  async #begin(): Promise<void> {
    await this.#file.add(this.#start);
    this.#start = BETWEEN;
  }
}

interface BackupEnd extends FileEnd {
  /** What stands before the next line. */
  readonly start: string;
}
