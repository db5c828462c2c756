import type { Drift } from '#plan/operation.ts';
import type { HeldRow, UserNumbers } from '#store/sync-rows.ts';
import type { CustomerData } from '#users/customer-data.ts';
import type { Position } from '#users/ids.ts';
import { locationLetters, LOCATION_UNKNOWN } from '#users/usage-location.ts';
import { isPresent } from '#users/user-table.ts';
import type { ConflictChoiceUsers, ConflictRow, StateView } from './outcome-types.ts';
import { heldViews } from '#worker/licenses/held-view.ts';
import type { Namer } from '#worker/licenses/namer.ts';
import { UserRows } from '#worker/users/user-row.ts';

/** The kind of all drifts of a user; null where there are several. */
export function kindOfAll({ drifts }: Pick<HeldRow, 'drifts'>): Drift['kind'] | null {
  const kinds = new Set(drifts.map(({ kind }) => kind));
  const [kind] = kinds;
  return kinds.size === 1 ? (kind ?? null) : null;
}

/**
 * True when our change can be planned again: not for a user who is deleted, and not for a product that is
 * gone, until newer data has it again.
 */
function canApply({ drifts, position }: HeldRow, data: CustomerData): boolean {
  if (!isPresent(data.table, position)) return false;
  return drifts.every((drift) => {
    if (drift.kind === 'userGone') return false;
    if (drift.kind !== 'productGone') return true;
    const product = data.products.find(({ skuId }) => skuId === drift.skuId);
    return product !== undefined && product.capabilityStatus !== 'Deleted';
  });
}

/** Users held back, by the kind of all their drifts, and those with several kinds. */
export function countKinds(rows: readonly HeldRow[], data: CustomerData) {
  const counts: Partial<Record<Drift['kind'], number>> = {};
  const stuck = new Set<Drift['kind']>();
  let mixed = 0;
  for (const row of rows) {
    const kind = kindOfAll(row);
    if (kind === null) {
      mixed++;
      continue;
    }
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (!canApply(row, data)) stuck.add(kind);
  }
  const kinds = Object.keys(counts) as Drift['kind'][];
  return { counts, mixed, appliable: kinds.filter((kind) => !stuck.has(kind)) };
}

/** Who of those held back is meant. */
export const positionsOf = (rows: readonly HeldRow[], which: ConflictChoiceUsers): Position[] =>
  rows
    .filter((row) =>
      which.kind === 'users'
        ? which.positions.includes(row.position)
        : kindOfAll(row) === which.drift,
    )
    .map(({ position }) => position);

/** Shows users held back with all three states side by side. What the cloud has is the baseline now. */
export function conflictRows(
  data: CustomerData,
  namer: Namer,
  rows: readonly HeldRow[],
): ConflictRow[] {
  const { table, sets } = data;
  const users = new UserRows(data, namer);
  const state = (numbers: UserNumbers, against: UserNumbers): StateView => ({
    licenses: heldViews(sets.at(against.licenses), sets.at(numbers.licenses), namer).filter(
      ({ planned }) => planned !== 'removed',
    ),
    usageLocation: locationLetters(numbers.location),
    locationKnown: numbers.location !== LOCATION_UNKNOWN,
  });
  return rows.map((row) => {
    const { position, drifts, heldAt, before, planned } = row;
    const cloud = {
      licenses: table.licenses.baseline[position] ?? 0,
      location: table.locations.baseline[position] ?? 0,
    };
    const isGone = drifts.some(({ kind }) => kind === 'userGone') || !isPresent(table, position);
    return {
      ...users.who(position),
      drifts,
      seenAt: heldAt,
      canApply: canApply(row, data),
      renamed: row.renamed ?? null,
      baseline: state(before, before),
      ours: state(planned, before),
      theirs: isGone ? null : state(cloud, before),
    };
  });
}
