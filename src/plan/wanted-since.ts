import { STEP, type Steps } from '#base/steps.ts';
import type { SkuId } from '#licenses/ids.ts';
import { BitSet } from '#base/bit-set.ts';
import { assignmentOf, type LicenseSet } from '#licenses/license-set.ts';
import type { Change } from './change.ts';
import { countingSwaps, type Draft } from './draft.ts';
import { isUndone } from './standing.ts';

/** Products that the draft gives to everybody it is for. */
function givenBy({ products, swaps }: Draft): readonly SkuId[] {
  const swapped = new Set(countingSwaps(swaps).flatMap(({ from, to }) => [from, to]));
  return products
    .filter(({ skuId, action }) => action === 'assign' && !swapped.has(skuId))
    .map(({ skuId }) => skuId);
}

/** True when the Save found all that it wanted of the user in place, and planned nothing. */
const foundInPlace = ({ causes, causeOf }: Change, index: number): boolean => {
  const kind = causes[causeOf[index] ?? 0]?.kind;
  return kind === 'already' || kind === 'unchanged';
};

/**
 * What Saves after the change wanted of its users, position by position, and planned nothing for because
 * it was there. Who got something planned by a later Save is none of them: that is planned anew when the
 * change goes.
 */
export function* wantedSince(
  changes: readonly Change[],
  change: Change,
): Steps<ReadonlyMap<number, ReadonlySet<SkuId>>> {
  const wanted = new Map<number, Set<SkuId>>();
  const since: Change[] = [];
  for (const one of changes) {
    if (one.sequence <= change.sequence || isUndone(one)) continue;
    since.push(one);
    yield;
  }
  if (since.length === 0) return wanted;
  const users = BitSet.of(change.users);
  for (const later of since) {
    const given = later.parts.map(givenBy);
    for (let i = 0; i < later.users.length; i++) {
      if (i % STEP === 0) yield;
      const position = later.users[i] ?? 0;
      if (!users.has(position) || !foundInPlace(later, i)) continue;
      const skus = wanted.get(position) ?? new Set();
      for (const sku of given[later.partOf[i] ?? 0] ?? []) skus.add(sku);
      if (skus.size > 0) wanted.set(position, skus);
    }
  }
  return wanted;
}

const has = (set: LicenseSet, sku: SkuId): boolean => assignmentOf(set, sku) !== undefined;

/** True when one of the products is planned today and no longer then. */
export const losesOf = (skus: ReadonlySet<SkuId>, today: LicenseSet, then: LicenseSet): boolean =>
  [...skus].some((sku) => has(today, sku) && !has(then, sku));
