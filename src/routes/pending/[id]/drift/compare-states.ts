import type { SkuId } from '#licenses/ids.ts';
import type { ConflictRow, StateView } from '#worker/outcomes/outcome-types.ts';
import type { HeldView } from '#worker/licenses/license-types.ts';

/** What stands in one column for a product: null where it is not assigned. */
export type Held = HeldView | null;

/** A product that is not the same in all three states. */
export interface DifferingProduct {
  readonly skuId: SkuId;
  readonly name: string;
  readonly baseline: Held;
  readonly ours: Held;
  readonly theirs: Held;
}

/** What differs between what was last known, our plan and Microsoft 365. */
export interface Comparison {
  readonly products: readonly DifferingProduct[];
  /** Products that are the same in all three. */
  readonly same: number;
  readonly isLocationDifferent: boolean;
}

const NOTHING: StateView = { licenses: [], usageLocation: null, locationKnown: true };

/** Sets the three states side by side; a deleted user has nothing in Microsoft 365. */
export function compareStates({ baseline, ours, theirs }: ConflictRow): Comparison {
  const states = [baseline, ours, theirs ?? NOTHING] as const;
  const found = new Map<SkuId, DifferingProduct>();
  for (const { licenses } of states) {
    for (const { skuId, name } of licenses) {
      const [known, wanted, seen] = states.map((state) => heldIn(state, skuId));
      found.set(skuId, {
        skuId,
        name,
        baseline: known ?? null,
        ours: wanted ?? null,
        theirs: seen ?? null,
      });
    }
  }
  const products = [...found.values()].filter(
    (one) => !isSame(one.baseline, one.ours) || !isSame(one.baseline, one.theirs),
  );
  const locations = new Set([baseline, ours, ...(theirs === null ? [] : [theirs])].map(locationOf));
  return {
    products,
    same: found.size - products.length,
    isLocationDifferent: locations.size > 1,
  };
}

const heldIn = ({ licenses }: StateView, skuId: SkuId): Held =>
  licenses.find((held) => held.skuId === skuId) ?? null;

const locationOf = ({ usageLocation, locationKnown }: StateView): string =>
  locationKnown ? (usageLocation ?? '') : '?';

function isSame(one: Held, other: Held): boolean {
  if (one === null || other === null) return one === other;
  return contentOf(one) === contentOf(other);
}

/** How a product is held, as a text that is the same for the same. */
const contentOf = ({ direct, groups, pathUnknown, servicePlansOff }: HeldView): string =>
  JSON.stringify([
    direct,
    pathUnknown,
    groups.map(({ id }) => id).toSorted(),
    servicePlansOff?.map(({ id }) => id).toSorted() ?? null,
  ]);
