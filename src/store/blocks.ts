import type { Table } from 'dexie';
import { packStrings, unpackStrings } from '#base/string-column.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { UserColumns } from '#users/merge-users.ts';
import { perText, UserFlag, type TextColumn, type UserTable } from '#users/user-table.ts';
import type { CustomerRow, LicenseBlockRow, UserBlockRow } from './rows.ts';

/** Users per stored block. */
export const BLOCK_SIZE = 4096;

/** How many blocks hold that many users. */
export const blockCount = (users: number): number => Math.ceil(users / BLOCK_SIZE);

/** The block in which a user stands. */
export const blockOf = (position: number): number => Math.floor(position / BLOCK_SIZE);

/** The columns that the plan and its outcomes change. */
export type PlanColumns = Pick<UserTable, 'licenses' | 'locations'> &
  Pick<LicenseBlockRow, 'settledThrough'>;

/** Which block is meant. */
export interface BlockName {
  readonly customerId: CustomerId;
  readonly revision: number;
  readonly block: number;
}

/** Blocks that are read or written at once: others get their turn in between. */
export const BLOCKS_AT_ONCE = 16;

type BlockTable<T> = Table<T, [CustomerId, number, number]>;
type Revised = Pick<CustomerRow, 'id' | 'revision'>;

/** The blocks of a customer's revision after the one of that number; fewer than `BLOCKS_AT_ONCE`: the last ones. */
const nextBlocks = <T>(
  table: BlockTable<T>,
  { id, revision }: Revised,
  after: number,
): Promise<T[]> =>
  table
    .where(':id')
    .between([id, revision, after], [id, revision, []], false)
    .limit(BLOCKS_AT_ONCE)
    .toArray();

/** All blocks of a customer's revision, in order. To be called in the transaction that read its row. */
export async function blocksOf<T extends { readonly block: number }>(
  table: BlockTable<T>,
  customer: Revised,
): Promise<T[]> {
  const blocks: T[] = [];
  let isLast = false;
  while (!isLast) {
    const some = await nextBlocks(table, customer, blocks.at(-1)?.block ?? -1);
    blocks.push(...some);
    isLast = some.length < BLOCKS_AT_ONCE;
  }
  return blocks;
}

/**
 * The same one by one, for work that is not done in one transaction: the next ones are read meanwhile. There
 * may be fewer of them where the revision was replaced.
 */
export async function* eachBlock<T extends { readonly block: number }>(
  table: BlockTable<T>,
  customer: Revised,
): AsyncGenerator<T> {
  let coming = nextBlocks(table, customer, -1);
  for (;;) {
    const blocks = await coming;
    const isLast = blocks.length < BLOCKS_AT_ONCE;
    if (!isLast) {
      coming = nextBlocks(table, customer, blocks.at(-1)?.block ?? 0);
      // told where it is awaited, unless the work between ends first
      coming.catch(() => undefined);
    }
    yield* blocks;
    if (isLast) return;
  }
}

/** Puts long rows some at a time, so that others get their turn in between. To be called in a transaction. */
export async function putInParts<T, K>(table: Table<T, K>, rows: readonly T[]): Promise<void> {
  for (let at = 0; at < rows.length; at += BLOCKS_AT_ONCE) {
    await table.bulkPut(rows.slice(at, at + BLOCKS_AT_ONCE));
  }
}

/** The positions in the blocks from `first` to before `end`. */
export const rangeOf = (first: number, end = first + 1): [number, number] => [
  first * BLOCK_SIZE,
  end * BLOCK_SIZE,
];

/** Packs the texts and flags of one block. */
export function userBlock(
  name: BlockName,
  { texts, flags }: Pick<UserColumns, 'texts' | 'flags'>,
): UserBlockRow {
  const [from, to] = rangeOf(name.block);
  return {
    ...name,
    texts: perText((column) => packStrings(texts[column].slice(from, to))),
    flags: flags.slice(from, to),
  };
}

/** Cuts one block out of the columns. The copy is needed: a view would store the whole column's memory. */
export function licenseBlock(
  name: BlockName,
  { licenses, locations, settledThrough }: PlanColumns,
): LicenseBlockRow {
  const [from, to] = rangeOf(name.block);
  return {
    ...name,
    licenses: {
      baseline: licenses.baseline.slice(from, to),
      planned: licenses.planned.slice(from, to),
    },
    locations: {
      baseline: locations.baseline.slice(from, to),
      planned: locations.planned.slice(from, to),
    },
    settledThrough: settledThrough.slice(from, to),
  };
}

/** The texts of one block, as arrays. */
export const textsOfBlock = ({ texts }: UserBlockRow): Record<TextColumn, string[]> =>
  perText((column) => unpackStrings(texts[column]));

/** The plan's columns from all blocks of a customer, in order. */
export function joinLicenseBlocks(blocks: readonly LicenseBlockRow[]): PlanColumns {
  const count = blocks.reduce((sum, block) => sum + block.licenses.baseline.length, 0);
  const licenses = { baseline: new Uint32Array(count), planned: new Uint32Array(count) };
  const locations = { baseline: new Uint16Array(count), planned: new Uint16Array(count) };
  const settledThrough = new Uint32Array(count);
  let at = 0;
  for (const block of blocks) {
    licenses.baseline.set(block.licenses.baseline, at);
    licenses.planned.set(block.licenses.planned, at);
    locations.baseline.set(block.locations.baseline, at);
    locations.planned.set(block.locations.planned, at);
    settledThrough.set(block.settledThrough, at);
    at += block.licenses.baseline.length;
  }
  return { licenses, locations, settledThrough };
}

/** How many users are not gone. */
export function countPresent(flags: Uint8Array): number {
  let present = 0;
  for (const one of flags) if ((one & UserFlag.gone) === 0) present++;
  return present;
}
