import type { SkuId } from '#licenses/ids.ts';
import { assignmentOf } from '#licenses/license-set.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import type { Position } from '#users/ids.ts';
import { LOCATION_UNKNOWN, type LocationCode } from '#users/usage-location.ts';
import { isPresent, type UserTable } from '#users/user-table.ts';
import {
  differenceBetween,
  type Difference,
  type ProductDifference,
  type UserState,
  draftOf,
  partsOf,
} from './difference.ts';
import { isEmptyDraft, type Draft, type Part } from './draft.ts';
import { isSameDirectPath, knownPath, plannedPath } from './operation.ts';

/** A user for whom the cloud refused what was planned: license set numbers and usage locations of then. */
export interface RefusedPlan {
  readonly position: Position;
  readonly before: { readonly licenses: number; readonly location: LocationCode };
  readonly planned: { readonly licenses: number; readonly location: LocationCode };
}

/** Why what was refused is not planned again for a user. */
export type NotRetried =
  /** No longer in the customer. */
  | 'gone'
  /** Something else is known or planned by now of what was touched. */
  | 'changedSince'
  /** All of it is planned again already, or so by now. */
  | 'done'
  /** Without the product nothing is left that a Save can ask for. */
  | 'nothingElse'
  /** The product was to replace one that would only be taken away now. */
  | 'exchange';

/** What plans again what was refused: parts of a new change, judged like any Save. */
export interface Retry {
  readonly parts: readonly Part[];
  readonly stays: Readonly<Record<NotRetried, number>>;
}

const assigns = ({ products }: Draft, sku: SkuId): boolean =>
  products.some(({ skuId, action }) => skuId === sku && action === 'assign');

const revokes = ({ products }: Draft): boolean =>
  products.some(({ action }) => action === 'revoke');

/** What was refused, without the product; or why nothing of that is to be asked for. */
function restOf(
  refused: Difference,
  without: SkuId | null,
): Difference | 'nothingElse' | 'exchange' {
  const products = new Map([...refused.products].filter(([skuId]) => skuId !== without));
  const rest = { ...refused, products };
  const draft = draftOf(rest);
  if (isEmptyDraft(draft)) return 'nothingElse';
  // assigning one and revoking another at once counts as a swap: never only the second half
  const isHalf = without !== null && assigns(draftOf(refused), without) && revokes(draft);
  return isHalf ? 'exchange' : rest;
}

/** What of the difference is still to be done for a user who is planned as `today`; or why nothing is. */
function openOf(
  { products, location }: Difference,
  today: UserState,
): Difference | 'changedSince' | 'done' {
  const open = new Map<SkuId, ProductDifference>();
  for (const [skuId, difference] of products) {
    const held = assignmentOf(today.licenses, skuId);
    const [now, was, wanted] = [
      knownPath(held),
      knownPath(difference.before),
      plannedPath(difference.after),
    ];
    if (held === difference.after || (wanted !== null && isSameDirectPath(now, wanted))) continue;
    if (now !== 'unknown' && was !== 'unknown' && !isSameDirectPath(now, was))
      return 'changedSince';
    open.set(skuId, difference);
  }
  const move = location?.after === today.location ? null : location;
  const isElsewhere = today.location !== LOCATION_UNKNOWN && today.location !== move?.before;
  if (move !== null && move.before !== LOCATION_UNKNOWN && isElsewhere) return 'changedSince';
  const rest = { products: open, location: move };
  return isEmptyDraft(draftOf(rest)) ? 'done' : rest;
}

/**
 * Plans again what the cloud refused: all of it, or without the product that was the reason. Only what was
 * planned then, and only where what it touches is still as it was: who moved meanwhile is counted in `stays`.
 */
export function retry(
  refused: readonly RefusedPlan[],
  { table, sets }: { readonly table: UserTable; readonly sets: LicenseSets },
  without: SkuId | null,
): Retry {
  const stays = { gone: 0, changedSince: 0, done: 0, nothingElse: 0, exchange: 0 };
  const known = new Map<string, Difference | NotRetried>();
  const state = ({ licenses, location }: RefusedPlan['before']): UserState => ({
    licenses: sets.at(licenses),
    location,
  });
  const wanted = refused.flatMap(({ position, before, planned }) => {
    if (!isPresent(table, position)) {
      stays.gone++;
      return [];
    }
    const today = {
      licenses: table.licenses.planned[position] ?? 0,
      location: table.locations.planned[position] ?? 0,
    };
    // users who are alike are worked out once
    const key = [before, planned, today].flatMap((one) => [one.licenses, one.location]).join(' ');
    let found = known.get(key);
    if (found === undefined) {
      const rest = restOf(differenceBetween(state(before), state(planned)), without);
      found = typeof rest === 'string' ? rest : openOf(rest, state(today));
      known.set(key, found);
    }
    if (typeof found === 'string') {
      stays[found]++;
      return [];
    }
    return [{ position, difference: found }];
  });
  return { parts: partsOf(wanted), stays };
}
