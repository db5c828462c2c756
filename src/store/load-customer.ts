import { steady, type Pace } from '#base/pace.ts';
import type { CustomerId } from '#customers/customer.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import type { StoredSets } from '#licenses/stored-sets.ts';
import type { CustomerData } from '#users/customer-data.ts';
import { perText, textColumns, type UserTable } from '#users/user-table.ts';
import type { Awaited } from '#plan/awaited-users.ts';
import { listAwaited } from './awaited-rows.ts';
import { BLOCK_SIZE, blocksOf, eachBlock, joinLicenseBlocks, textsOfBlock } from './blocks.ts';
import { customerOf } from './customers.ts';
import type { SeatwiseDatabase } from './database.ts';
import type { CustomerRow, GroupsRow, LicenseBlockRow, ProductsRow, UserBlockRow } from './rows.ts';

/** A customer as it stands in the store, in memory. */
export interface LoadedCustomer extends CustomerData {
  /** Moves when an import replaced the blocks. */
  readonly revision: number;
  /** Of the newest change, 0 when there is none. */
  readonly lastSequence: number;
  /** How many of `sets` are stored; what was interned since is known to this window only. */
  readonly storedSets: number;
  /** By position: every change up to that sequence has ended for the user. */
  readonly settledThrough: Uint32Array;
  /** Names that changes wait for. */
  readonly awaited: readonly Awaited[];
}

/** The rows of a customer that are read each time the plan moved. */
export interface StoredRows {
  readonly row: CustomerRow;
  readonly products: ProductsRow | undefined;
  readonly groups: GroupsRow | undefined;
  readonly licenseBlocks: readonly LicenseBlockRow[];
  readonly setRows: readonly StoredSets[];
  readonly awaited: readonly Awaited[];
}

const tablesOf = (db: SeatwiseDatabase) => [
  db.customers,
  db.products,
  db.groups,
  db.userBlocks,
  db.licenseBlocks,
  db.licenseSets,
  db.awaited,
];

async function readPlan(
  db: SeatwiseDatabase,
  row: CustomerRow,
  knownSets: number,
): Promise<StoredRows> {
  const [products, groups, licenseBlocks, setRows, awaited] = await Promise.all([
    db.products.get(row.id),
    db.groups.get(row.id),
    blocksOf(db.licenseBlocks, row),
    db.licenseSets.where(':id').between([row.id, knownSets], [row.id, []]).toArray(),
    listAwaited(db, row.id),
  ]);
  return { row, products, groups, licenseBlocks, setRows, awaited };
}

function assemble(
  { row, products, groups, licenseBlocks, setRows, awaited }: StoredRows,
  texts: UserTable['texts'],
  flags: Uint8Array,
  knownSets: readonly StoredSets[],
): LoadedCustomer {
  const sets = new LicenseSets([...knownSets, ...setRows]);
  if (sets.size !== row.setCount) throw new Error(`license sets of ${row.id} do not add up`);
  const { settledThrough, ...columns } = joinLicenseBlocks(licenseBlocks);
  const table = { count: flags.length, texts, flags, ...columns };
  if (table.licenses.baseline.length !== table.count) {
    throw new Error(`blocks of ${row.id} do not match`);
  }
  return {
    customer: customerOf(row),
    revision: row.revision,
    lastSequence: row.lastSequence,
    storedSets: row.setCount,
    awaited,
    settledThrough,
    table,
    sets,
    products: products?.products ?? [],
    groups: groups?.names ?? new Map(),
  };
}

/** How many users the blocks of a plan hold. */
const usersIn = ({ licenseBlocks }: StoredRows): number =>
  licenseBlocks.reduce((sum, { licenses }) => sum + licenses.baseline.length, 0);

/**
 * The texts and flags of all blocks, some of which are read while others are unpacked, so that few stand in
 * memory as bytes; of other than `count` users only how many there are. Rests at `pace`, counting users.
 */
async function readTexts(
  db: SeatwiseDatabase,
  row: CustomerRow,
  count: number,
  pace: Pace,
): Promise<Pick<UserTable, 'texts' | 'flags'>> {
  const texts = perText(() => new Array<string>(count));
  const flags = new Uint8Array(count);
  let at = 0;
  for await (const block of eachBlock(db.userBlocks, row)) {
    if (at + block.flags.length > count) return { texts, flags: new Uint8Array(count + 1) };
    const unpacked = textsOfBlock(block);
    for (const column of textColumns) {
      const target = texts[column];
      unpacked[column].forEach((text, i) => (target[at + i] = text));
    }
    flags.set(block.flags, at);
    at += block.flags.length;
    if (pace.due()) await pace.rest(at, count);
  }
  return { texts, flags: flags.subarray(0, at) };
}

/**
 * Reads a whole customer as it is at one moment; null when it is not on this device. Texts of a revision never
 * change: they are read after the rest, and all is read again where an import put others in their place
 * meanwhile.
 */
export async function loadCustomer(
  db: SeatwiseDatabase,
  id: CustomerId,
  pace: Pace = steady,
): Promise<LoadedCustomer | null> {
  for (;;) {
    const plan = await db.transaction('r', tablesOf(db), async () => {
      const row = await db.customers.get(id);
      return row === undefined ? null : readPlan(db, row, 0);
    });
    if (plan === null) return null;
    const { texts, flags } = await readTexts(db, plan.row, usersIn(plan), pace);
    const row = await db.customers.get(id);
    if (row?.revision === plan.row.revision) return assemble(plan, texts, flags, []);
  }
}

/** The customer in its rows, with none of the users' texts. Throws where the rows do not fit together. */
export function withoutTexts(
  plan: StoredRows,
  userBlocks: readonly UserBlockRow[],
): LoadedCustomer {
  const flags = new Uint8Array(userBlocks.reduce((sum, block) => sum + block.flags.length, 0));
  userBlocks.forEach((block, i) => flags.set(block.flags, i * BLOCK_SIZE));
  return assemble(
    plan,
    perText(() => []),
    flags,
    [],
  );
}

/**
 * Brings a loaded customer up to date after another window wrote: the same object when nothing moved,
 * only the plan's columns, new license sets, products and groups after a Save, everything after an import.
 * Never changes `data`; numbers of sets that `data` had not stored are void in the answer.
 */
export async function refreshCustomer(
  db: SeatwiseDatabase,
  data: LoadedCustomer,
): Promise<LoadedCustomer | null> {
  const { id } = data.customer;
  const found = await db.transaction('r', tablesOf(db), async () => {
    const row = await db.customers.get(id);
    if (row === undefined) return 'gone';
    if (row.version === data.customer.version) return 'same';
    if (row.revision !== data.revision) return 'replaced';
    return readPlan(db, row, data.storedSets);
  });
  if (found === 'gone') return null;
  if (found === 'same') return data;
  if (found === 'replaced') return loadCustomer(db, id);
  const { texts, flags } = data.table;
  return assemble(found, texts, flags, data.sets.since(0, data.storedSets));
}
