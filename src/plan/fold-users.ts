import type { LicenseSets } from '#licenses/license-sets.ts';
import type { Product } from '#licenses/product.ts';
import type { Position } from '#users/ids.ts';
import type { LocationCode } from '#users/usage-location.ts';
import type { Change } from './change.ts';
import { foldChanges, type PlanColumns } from './fold.ts';

/** A user on whose baseline changes are folded: the open ones with a sequence above `after`. */
export interface FoldUser {
  readonly position: Position;
  /** Number of the license set, and usage location, of the baseline. */
  readonly licenses: number;
  readonly location: LocationCode;
  readonly after: number;
}

/** The change for these users only, who then stand at 0, 1, 2 …; null when it is for none of them. */
function partOfChange(
  change: Change,
  users: readonly FoldUser[],
  placeOf: ReadonlyMap<Position, number>,
): Change | null {
  const indexes: number[] = [];
  const places: number[] = [];
  change.users.forEach((position, i) => {
    const place = placeOf.get(position);
    if (place === undefined || change.sequence <= (users[place]?.after ?? 0)) return;
    indexes.push(i);
    places.push(place);
  });
  if (indexes.length === 0) return null;
  const { partOf, causeOf, standing } = change;
  return {
    ...change,
    users: Uint32Array.from(places),
    partOf: Uint32Array.from(indexes, (i) => partOf[i] ?? 0),
    causeOf: Uint32Array.from(indexes, (i) => causeOf[i] ?? 0),
    standing: Uint8Array.from(indexes, (i) => standing[i] ?? 0),
  };
}

/**
 * What is planned for a few users: their baselines with the open changes folded onto them. Index i of
 * the answer is `users[i]`. Interns license sets that are new.
 */
export function foldUsers(
  users: readonly FoldUser[],
  changes: readonly Change[],
  sets: LicenseSets,
  products: readonly Product[],
): PlanColumns {
  const placeOf = new Map(users.map(({ position }, place) => [position, place]));
  const baseline = {
    licenses: Uint32Array.from(users, ({ licenses }) => licenses),
    locations: Uint16Array.from(users, ({ location }) => location),
  };
  const parts = changes.flatMap((change) => partOfChange(change, users, placeOf) ?? []);
  return parts.length === 0 ? baseline : foldChanges(baseline, parts, sets, products);
}
