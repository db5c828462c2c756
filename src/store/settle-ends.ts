import { assignmentOf, canonicalSet, type LicenseSet } from '#licenses/license-set.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import type { Product } from '#licenses/product.ts';
import type { Change } from '#plan/change.ts';
import { addMoves, withMoves, type Moves } from '#plan/licenses-in-use.ts';
import { foldUsers } from '#plan/fold-users.ts';
import type { Operation, Outcome, Work } from '#plan/operation.ts';
import type { Seen } from '#sync/ports.ts';
import { isPresent } from '#users/user-table.ts';
import type { UserEdit } from './edit-blocks.ts';
import type { LoadedCustomer } from './load-customer.ts';
import type { UserNumbers } from './sync-rows.ts';

/** An operation that ends, and its user as stored until then. */
export interface Ending {
  readonly operation: Operation;
  /** Null: it is as if never claimed. */
  readonly outcome: Outcome | null;
  readonly seen: Seen | null;
  readonly user: UserEdit;
  /** Sequence of the newest change that it carries. */
  readonly through: number;
}

/** The set with what the work touches taken from another one; both as they were told. */
const withTouched = (known: LicenseSet, { touches }: Work, remote: LicenseSet): LicenseSet =>
  canonicalSet([
    ...known.filter(({ skuId }) => touches.every((touch) => touch.skuId !== skuId)),
    ...touches.flatMap(({ skuId }) => assignmentOf(remote, skuId) ?? []),
  ]);

/** What is last known of the user from now on. Where the reading may be older than our own last change, only what was touched. */
export function baselineAfter({ operation, seen, user }: Ending, sets: LicenseSets): UserNumbers {
  const { baseline } = user;
  const { location, locationSetAt } = operation;
  if (seen === null) {
    const set = locationSetAt === null ? null : location;
    return set === null ? baseline : { ...baseline, location: set.target };
  }
  const remote = seen.user;
  if (seen.isWhole) return { licenses: sets.intern(remote.licenses), location: remote.location };
  const known = sets.told(baseline.licenses);
  return {
    licenses: sets.intern(withTouched(known, operation, remote.licenses)),
    location: location === null ? baseline.location : remote.location,
  };
}

/** Up to which change everything has ended for the user then; a conflict ends none, what was cancelled is taken out instead. */
function settledAfter({ outcome, through, user }: Ending): number {
  const isOver = outcome !== null && outcome.kind !== 'conflict' && outcome.kind !== 'cancelled';
  return isOver ? Math.max(user.settledThrough, through) : user.settledThrough;
}

/** The newest change that plans nothing for the user any more. */
const foldedAfter = (ending: Ending): number =>
  ending.outcome?.kind === 'cancelled'
    ? Math.max(ending.user.settledThrough, ending.through)
    : settledAfter(ending);

/**
 * What is stored after operations ended: the baselines as the cloud has them, the plan with later changes
 * folded onto them, and the licenses in use. `changes`: the open ones. Nothing is planned for somebody whom
 * newer data marked as gone meanwhile. Interns license sets that are new.
 */
export function settleEnds(
  endings: readonly Ending[],
  changes: readonly Change[],
  { table, sets, products }: Pick<LoadedCustomer, 'table' | 'sets' | 'products'>,
): { readonly edits: readonly UserEdit[]; readonly products: readonly Product[] } {
  const moves: Moves = new Map();
  const baselines = endings.map((ending) => {
    const baseline = baselineAfter(ending, sets);
    addMoves(moves, sets.at(ending.user.baseline.licenses), sets.at(baseline.licenses));
    return baseline;
  });
  const planned = foldUsers(
    endings.map((ending, i) => {
      const { licenses = 0, location = 0 } = baselines[i] ?? {};
      return { position: ending.user.position, licenses, location, after: foldedAfter(ending) };
    }),
    changes,
    sets,
    products,
  );
  const edits = endings.map((ending, i): UserEdit => {
    const { position } = ending.user;
    const baseline = baselines[i] ?? ending.user.baseline;
    const folded = { licenses: planned.licenses[i] ?? 0, location: planned.locations[i] ?? 0 };
    return {
      position,
      baseline,
      planned: isPresent(table, position) ? folded : baseline,
      settledThrough: settledAfter(ending),
    };
  });
  return { edits, products: withMoves(products, moves) };
}
