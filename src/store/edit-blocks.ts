import type { Position } from '#users/ids.ts';
import { BLOCK_SIZE, blockOf } from './blocks.ts';
import type { LicenseBlockRow } from './rows.ts';
import type { UserNumbers } from './sync-rows.ts';

/** What is stored of one user's licenses and plan after an edit. */
export interface UserEdit {
  readonly position: Position;
  readonly baseline: UserNumbers;
  readonly planned: UserNumbers;
  readonly settledThrough: number;
}

const isPendingAt = ({ licenses, locations }: LicenseBlockRow, i: number): boolean =>
  licenses.baseline[i] !== licenses.planned[i] || locations.baseline[i] !== locations.planned[i];

/** What is stored of a user now. */
export function userIn(block: LicenseBlockRow, position: Position): UserEdit {
  const i = position % BLOCK_SIZE;
  const { licenses, locations, settledThrough } = block;
  return {
    position,
    baseline: { licenses: licenses.baseline[i] ?? 0, location: locations.baseline[i] ?? 0 },
    planned: { licenses: licenses.planned[i] ?? 0, location: locations.planned[i] ?? 0 },
    settledThrough: settledThrough[i] ?? 0,
  };
}

/** The blocks in which something is edited, and how many more users are pending then. `blockAt` gives copies. */
export function editBlocks(
  blockAt: (block: number) => LicenseBlockRow,
  edits: readonly UserEdit[],
): { readonly blocks: readonly LicenseBlockRow[]; readonly pending: number } {
  const blocks = new Map<number, LicenseBlockRow>();
  let pending = 0;
  for (const { position, baseline, planned, settledThrough } of edits) {
    const number = blockOf(position);
    const block = blocks.get(number) ?? blockAt(number);
    blocks.set(number, block);
    const i = position % BLOCK_SIZE;
    const wasPending = isPendingAt(block, i);
    block.licenses.baseline[i] = baseline.licenses;
    block.licenses.planned[i] = planned.licenses;
    block.locations.baseline[i] = baseline.location;
    block.locations.planned[i] = planned.location;
    block.settledThrough[i] = settledThrough;
    pending += Number(isPendingAt(block, i)) - Number(wasPending);
  }
  return { blocks: [...blocks.values()], pending };
}
