import { nameOfNamedSku, type SkuId } from '#licenses/ids.ts';
import { REST_UNTOLD } from '#licenses/license-set.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import { endedProduct, type Product } from '#licenses/product.ts';

/** How a product is called that users hold and that no list of this customer names. */
export type DescribeProduct = (sku: SkuId) => {
  readonly skuPartNumber: string;
  readonly name: string | null;
};

/** How many users hold each product by any path; a product that is only planned is there with 0. */
export type Holders = ReadonlyMap<SkuId, number>;

/**
 * Counts who holds what: `numbers[i]` is user i's license set, users for whom `counts` is false are left
 * out. One pass over the users, then one look per distinct set and assignment.
 */
export function countHolders(
  numbers: Uint32Array,
  sets: LicenseSets,
  counts: (position: number) => boolean,
): Map<SkuId, number> {
  const holders = new Map<SkuId, number>();
  for (const [assignment, users] of assignmentUsers(numbers, sets, counts)) {
    if (!sets.isHeld(assignment)) continue;
    const sku = sets.skuOf(assignment);
    holders.set(sku, (holders.get(sku) ?? 0) + users);
  }
  return holders;
}

/** The products that sources told of users: also those of which nothing is held. */
export function productsTold(numbers: Uint32Array, sets: LicenseSets): Set<SkuId> {
  const told = new Set<SkuId>();
  for (const [assignment] of assignmentUsers(numbers, sets, () => true)) {
    told.add(sets.skuOf(assignment));
  }
  told.delete(REST_UNTOLD.skuId);
  return told;
}

/**
 * The assignments in the license sets of users, with how many users have each, in the order of the sets. Where
 * nearly all sets differ there are as many as users, so that a look into a `Map` for each would show.
 */
function assignmentUsers(
  numbers: Uint32Array,
  sets: LicenseSets,
  counts: (position: number) => boolean,
): [assignment: number, users: number][] {
  const bySet = new Uint32Array(sets.size);
  for (let i = 0; i < numbers.length; i++) {
    if (counts(i)) bySet[numbers[i] ?? 0] = (bySet[numbers[i] ?? 0] ?? 0) + 1;
  }
  const { starts, contents } = sets.columns();
  const usersOf = new Uint32Array(sets.assignmentCount);
  const found: number[] = [];
  for (let set = 0; set < bySet.length; set++) {
    const users = bySet[set] ?? 0;
    if (users === 0) continue;
    const end = starts[set + 1] ?? 0;
    for (let i = starts[set] ?? 0; i < end; i++) {
      const assignment = contents[i] ?? 0;
      const before = usersOf[assignment] ?? 0;
      if (before === 0) found.push(assignment);
      usersOf[assignment] = before + users;
    }
  }
  return found.map((assignment) => [assignment, usersOf[assignment] ?? 0]);
}

/** A fresh description of a product over an older one: what is null is not carried. */
function overlay(known: Product | undefined, fresh: Product): Product {
  if (known === undefined) return fresh;
  return {
    ...fresh,
    name: fresh.name ?? known.name,
    appliesTo: fresh.appliesTo ?? known.appliesTo,
    capabilityStatus: fresh.capabilityStatus ?? known.capabilityStatus,
    units: fresh.units ?? known.units,
    unitsFrom: fresh.units === null ? known.unitsFrom : fresh.unitsFrom,
    servicePlans: fresh.servicePlans ?? known.servicePlans,
    ...(known.saidNames && { saidNames: known.saidNames }),
  };
}

/** The products with what a person said that names mean; a name means one product, the one said last. */
export const withSaidNames = (
  products: readonly Product[],
  said: ReadonlyMap<string, SkuId>,
): readonly Product[] =>
  said.size === 0
    ? products
    : products.map((product) => {
        const before = product.saidNames?.filter((name) => !said.has(name)) ?? [];
        const now = [...said].flatMap(([name, skuId]) => (skuId === product.skuId ? name : []));
        return { ...product, saidNames: [...before, ...now] };
      });

/** A product of which only is known that somebody holds it. */
function heldOnly(sku: SkuId, describe: DescribeProduct): Product {
  const given = nameOfNamedSku(sku);
  const { skuPartNumber, name } =
    given === null ? describe(sku) : { skuPartNumber: given, name: given };
  return {
    skuId: sku,
    skuPartNumber,
    name,
    appliesTo: null,
    capabilityStatus: null,
    units: null,
    servicePlans: null,
    unitsFrom: null,
  };
}

/** Of a number that a person typed only the total is theirs; who uses it is counted. */
function recount(product: Product, holders: Holders): Product {
  if (product.unitsFrom !== 'typed' || product.units === null) return product;
  return {
    ...product,
    units: { ...product.units, consumed: holders.get(product.skuId) ?? 0 },
  };
}

/**
 * The customer's products after an import. `fresh` is its subscribedSkus list, null when it carries none.
 * A product missing from a fresh list stays, as ended, while somebody holds it; held ones that nobody listed are
 * added with everything unknown. Numbers typed by a person stay until an import brings real ones.
 */
export function mergeProducts(
  current: readonly Product[],
  fresh: readonly Product[] | null,
  holders: Holders,
  describe: DescribeProduct,
): Product[] {
  const known = new Map(current.map((product) => [product.skuId, product]));
  const merged = new Map<SkuId, Product>();
  for (const product of fresh ?? []) {
    merged.set(product.skuId, overlay(known.get(product.skuId), product));
  }
  for (const product of current) {
    // a name in a file goes with its last holder
    const isName = nameOfNamedSku(product.skuId) !== null;
    const stays = (fresh === null && !isName) || holders.has(product.skuId);
    if (!stays || merged.has(product.skuId)) continue;
    merged.set(product.skuId, fresh === null ? product : endedProduct(product));
  }
  for (const sku of [...holders.keys()].sort()) {
    if (!merged.has(sku)) merged.set(sku, heldOnly(sku, describe));
  }
  return [...merged.values()].map((product) => recount(product, holders));
}
