import { readSets } from '#licenses/read-sets.ts';
import type { LicenseSetsRow, ToldSetsRow } from './rows.ts';

/** Sets in one line of a backup, so that none gets too long. */
const SETS_PER_LINE = 4096;

/** A stored row as backups hold it. */
export function toldFromSets({ customerId, first, ...stored }: LicenseSetsRow): ToldSetsRow[] {
  const sets = readSets(stored);
  return Array.from({ length: Math.ceil(sets.length / SETS_PER_LINE) }, (_, line) => {
    const start = line * SETS_PER_LINE;
    return { customerId, first: first + start, sets: sets.slice(start, start + SETS_PER_LINE) };
  });
}
