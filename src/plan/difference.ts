import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import {
  assignmentOf,
  changeablePath,
  isSamePath,
  type Assignment,
  type LicenseSet,
  type Path,
} from '#licenses/license-set.ts';
import { listedPlans, type Product } from '#licenses/product.ts';
import type { Touch } from '#rules/case.ts';
import type { ProductIndex } from '#rules/product-index.ts';
import { LOCATION_NONE, locationLetters, type LocationCode } from '#users/usage-location.ts';
import {
  emptyDraft,
  isEmptyDraft,
  type Draft,
  type DraftProduct,
  type Part,
  type ServicePlanAction,
} from './draft.ts';

/** All of a user that a plan changes. */
export interface UserState {
  readonly licenses: LicenseSet;
  readonly location: LocationCode;
}

/** How a product is held before and after; undefined: not at all. Never the same object. */
export interface ProductDifference {
  readonly before: Assignment | undefined;
  readonly after: Assignment | undefined;
}

/** What turns one state of a user into another: only what differs. */
export interface Difference {
  readonly products: ReadonlyMap<SkuId, ProductDifference>;
  /** Null: the usage location stays. */
  readonly location: { readonly before: LocationCode; readonly after: LocationCode } | null;
}

function productDifferences(before: LicenseSet, after: LicenseSet): Map<SkuId, ProductDifference> {
  const products = new Map<SkuId, ProductDifference>();
  const add = (skuId: SkuId): void => {
    const [was, is] = [assignmentOf(before, skuId), assignmentOf(after, skuId)];
    if (was !== is) products.set(skuId, { before: was, after: is });
  };
  if (before === after) return products;
  for (const { skuId } of before) add(skuId);
  for (const { skuId } of after) if (!products.has(skuId)) add(skuId);
  return products;
}

/** What differs between two states; both are of one `LicenseSets`, where equal assignments are one object. */
export function differenceBetween(before: UserState, after: UserState): Difference {
  const isMoved = before.location !== after.location;
  return {
    products: productDifferences(before.licenses, after.licenses),
    location: isMoved ? { before: before.location, after: after.location } : null,
  };
}

/** The difference that takes back what this one does. */
export const reverse = ({ products, location }: Difference): Difference => ({
  products: new Map(
    [...products].map(([skuId, { before, after }]) => [skuId, { before: after, after: before }]),
  ),
  location: location && { before: location.after, after: location.before },
});

/** Two differences, the second beginning where the first ends, as one; what they give and take again is left out. */
export function squash(first: Difference, second: Difference): Difference {
  const products = new Map(first.products);
  for (const [skuId, { before, after }] of second.products) {
    const start = products.has(skuId) ? products.get(skuId)?.before : before;
    if (start === after) products.delete(skuId);
    else products.set(skuId, { before: start, after });
  }
  const start = (first.location ?? second.location)?.before;
  const end = (second.location ?? first.location)?.after;
  const isMoved = start !== undefined && end !== undefined && start !== end;
  return { products, location: isMoved ? { before: start, after: end } : null };
}

/** True when both change the same product, or both the usage location. */
export const overlaps = (a: Difference, b: Difference): boolean =>
  (a.location !== null && b.location !== null) ||
  [...a.products.keys()].some((sku) => b.products.has(sku));

/** True when both hold it the same ways with the same service plans off. */
export const hasSamePaths = (one: readonly Path[], other: readonly Path[]): boolean =>
  one.length === other.length &&
  one.every((path, i) => {
    const twin = other[i];
    return twin !== undefined && isSamePath(path, twin);
  });

/** The paths with only those service plans off that the product has. */
const asListed = ({ paths }: Assignment, product: Product | undefined): readonly Path[] =>
  paths.map((path) => ({
    ...path,
    disabledPlans: path.disabledPlans && listedPlans(path.disabledPlans, product),
  }));

/**
 * What is planned to be as it already is in the cloud, is it: a product that was revoked and is
 * assigned again just as before takes back the state that the cloud gave it, so that both Saves
 * together leave nothing to do. A service plan that the product does not list makes no difference.
 */
export function settle(planned: LicenseSet, baseline: LicenseSet, index: ProductIndex): LicenseSet {
  if (planned === baseline) return planned;
  return planned.map((assignment) => {
    const known = assignmentOf(baseline, assignment.skuId);
    if (known === undefined || known === assignment) return assignment;
    const product = index.products[index.numberOf(assignment.skuId)];
    const isKnown = hasSamePaths(asListed(assignment, product), asListed(known, product));
    return isKnown ? known : assignment;
  });
}

/** What happens to products between two license sets. States and errors that the cloud gave are no difference. */
export interface ProductMoves {
  readonly gained: readonly Assignment[];
  /** As they were. */
  readonly lost: readonly Assignment[];
  /** Still held through groups, the direct copy is gone; as they are then. */
  readonly keptByGroup: readonly Assignment[];
  /** Held before and after, other service plans on; as they are then. */
  readonly switched: readonly Assignment[];
}

/** Sorts the products that differ between two canonical sets. */
export function productMoves(before: LicenseSet, after: LicenseSet): ProductMoves {
  const gained: Assignment[] = [];
  const lost: Assignment[] = [];
  const keptByGroup: Assignment[] = [];
  const switched: Assignment[] = [];
  for (const { before: was, after: is } of productDifferences(before, after).values()) {
    if (was === undefined) gained.push(...(is ? [is] : []));
    else if (is === undefined) lost.push(was);
    else if (is.paths.length < was.paths.length) keptByGroup.push(is);
    else if (!hasSamePaths(was.paths, is.paths)) switched.push(is);
  }
  return { gained, lost, keptByGroup, switched };
}

const offIn = (assignment: Assignment | undefined): readonly ServicePlanId[] | null =>
  changeablePath(assignment)?.disabledPlans ?? null;

type Switches = readonly (readonly [ServicePlanId, ServicePlanAction])[];

/** Service plans that the path of ours has on or off differently; nothing where a source did not say. */
export function switchesBetween(before: Assignment, after: Assignment): Switches {
  const [was, is] = [offIn(before), offIn(after)];
  if (was === null || is === null) return [];
  return [
    ...is.filter((plan) => !was.includes(plan)).map((plan) => [plan, 'off'] as const),
    ...was.filter((plan) => !is.includes(plan)).map((plan) => [plan, 'on'] as const),
  ];
}

/** What would have to be asked for a product to become so. */
function askedOf({ before, after }: ProductDifference): {
  readonly action: DraftProduct['action'];
  readonly switches: Switches;
} {
  if (before === undefined) {
    const off = (offIn(after) ?? []).map((plan) => [plan, 'off'] as const);
    return { action: 'assign', switches: off };
  }
  const isTaken = after === undefined || (!changeablePath(after) && changeablePath(before));
  if (isTaken) return { action: 'revoke', switches: [] };
  return { action: 'leave', switches: switchesBetween(before, after) };
}

/** The difference as touches, for judging. */
export const touchesOf = ({ products }: Difference, index: ProductIndex): Touch[] =>
  [...products].map(([skuId, difference]) => {
    const { before, after } = difference;
    const product = index.numberOf(skuId);
    const { action, switches } = askedOf(difference);
    const maskAfter = after === undefined ? index.none : index.maskOf(after, product);
    const asked = { action, switches: new Map(action === 'leave' ? switches : []) };
    return { skuId, product, ...asked, before, after, maskAfter };
  });

/**
 * The draft that asks for what a difference does. Two things no draft can ask for are left out: a direct
 * copy of what a group gives, and a usage location for who has one.
 */
export function draftOf({ products, location }: Difference): Draft {
  const isSet = location !== null && location.before === LOCATION_NONE;
  return {
    ...emptyDraft,
    products: [...products].flatMap(([skuId, difference]) => {
      const { action, switches } = askedOf(difference);
      const isAsked = action !== 'leave' || switches.length > 0;
      return isAsked ? [{ skuId, action, servicePlans: Object.fromEntries(switches) }] : [];
    }),
    usageLocation: isSet ? locationLetters(location.after) : null,
  };
}

/** One part for all users whose differences ask for the same; who is asked for nothing is in none. */
export function partsOf(
  differences: Iterable<{ readonly position: number; readonly difference: Difference }>,
): Part[] {
  const found = new Map<string, { draft: Draft; users: number[] }>();
  const drafts = new Map<Difference, { draft: Draft; key: string }>();
  for (const { position, difference } of differences) {
    let known = drafts.get(difference);
    if (known === undefined) {
      const draft = draftOf(difference);
      drafts.set(difference, (known = { draft, key: JSON.stringify(draft) }));
    }
    const { draft, key } = known;
    if (isEmptyDraft(draft)) continue;
    const part = found.get(key) ?? { draft, users: [] };
    part.users.push(position);
    found.set(key, part);
  }
  return [...found.values()].map(({ draft, users }) => ({
    draft,
    users: Uint32Array.from(users),
  }));
}
