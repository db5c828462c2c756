import { STEP, type Steps } from '#base/steps.ts';
import { nameOfNamedSku, type SkuId } from '#licenses/ids.ts';
import { canonicalSet, type LicenseSet } from '#licenses/license-set.ts';
import { saidBefore, type Product } from '#licenses/product.ts';
import type { ReadLicenses, UserRecord } from '#users/user-record.ts';
import { looseText } from './loose-text.ts';
import { ProductFinder } from './product-finder.ts';
import { bareProduct } from './product-text.ts';
import { ProductIndex, type NamedProduct } from './product-index.ts';
import { ProductNames } from './product-names.ts';
import type { UnclearListName } from './unclear-list-names.ts';

/** What a name means at a customer; `skuIds` of an open one: products of that name. */
export type Meaning =
  { readonly kind: 'one'; readonly skuId: SkuId } | Pick<UnclearListName, 'kind' | 'skuIds'>;

export type Meanings = (name: string) => Meaning;

/** What is known of a customer's products. */
export interface OwnedProducts {
  readonly owned: readonly Product[];
  /** Every name of every product, the catalog's too. */
  readonly named: readonly NamedProduct[];
  /** What a person says now that names mean, by their loose text; it counts more than what was said earlier. */
  readonly said: ReadonlyMap<string, SkuId>;
}

/**
 * Tells what a name in a users file means at one customer: what a person said, else the one product of that
 * name which it owns; open where it owns none or several of it. A part number means its product, owned or
 * not. Of a customer whose products nobody listed, the only product of the name.
 */
export function meaningsAt({ owned, named, said }: OwnedProducts): Meanings {
  const finder = new ProductFinder(owned, named);
  const isListed = owned.some(({ unitsFrom }) => unitsFrom === 'import');
  const all = new ProductNames(named, new Set());
  const ofPartNumber = (text: string): SkuId[] => {
    const key = looseText(bareProduct(text));
    const those = named.filter(({ skuPartNumber }) => looseText(skuPartNumber) === key);
    return [...new Set(those.map(({ skuId }) => skuId))];
  };
  const known = new Map([...saidBefore(owned), ...said]);
  return (name) => {
    const chosen = known.get(looseText(name));
    if (chosen !== undefined) return { kind: 'one', skuId: chosen };
    const found = finder.find(name);
    if (found.kind === 'none') return { kind: 'none', skuIds: [] };
    if (found.kind !== 'notOwned') return found;
    const [part, ...others] = ofPartNumber(name);
    if (part !== undefined && others.length === 0) return { kind: 'one', skuId: part };
    if (isListed) return found;
    const match = all.match(name);
    return match.kind === 'one' ? match : { kind: 'several', skuIds: found.skuIds };
  };
}

/** License sets as they were read, each with the names as they stand. */
export type NamedSets = ReadonlyMap<LicenseSet, LicenseSet>;

/** Of all known products those that some name in the license sets can mean: few, however many there are. */
export function meantAmong(named: readonly NamedProduct[], sets: NamedSets): NamedProduct[] {
  const index = new ProductIndex(named);
  const meant = new Set<SkuId>();
  const seen = new Set<SkuId>();
  for (const { skuId } of [...sets.values()].flat()) {
    const name = nameOfNamedSku(skuId);
    if (name === null || seen.has(skuId)) continue;
    seen.add(skuId);
    for (const text of [name, bareProduct(name)]) {
      for (const id of index.named(text)?.keys() ?? []) meant.add(id);
    }
  }
  return named.filter(({ skuId }) => meant.has(skuId));
}

/** The names in the users' licenses that mean no one product, each with the number of its users; most users first. */
export function* openNames(
  users: readonly UserRecord[],
  named: NamedSets,
  meanings: Meanings,
): Steps<UnclearListName[]> {
  const usersOf = new Map<LicenseSet, number>();
  for (const [i, { licenses }] of users.entries()) {
    if (i % STEP === 0) yield;
    if (licenses !== null) usersOf.set(licenses, (usersOf.get(licenses) ?? 0) + 1);
  }
  const open = new Map<string, UnclearListName | null>();
  for (const [licenses, rows] of usersOf) {
    for (const { skuId } of named.get(licenses) ?? []) {
      const name = nameOfNamedSku(skuId);
      if (name === null) continue;
      const key = looseText(name);
      const known = open.get(key);
      if (known) open.set(key, { ...known, rows: known.rows + rows });
      else if (known === undefined) {
        const meaning = meanings(name);
        open.set(key, meaning.kind === 'one' ? null : { name, rows, ...meaning });
      }
    }
  }
  return [...open.values()].filter((one) => one !== null).sort((a, b) => b.rows - a.rows);
}

/**
 * What the names in license sets mean, as sets that are told so; names without a meaning stay names. The
 * same set gives one and the same object.
 */
export function licensesMeant(named: NamedSets, meanings: Meanings): ReadLicenses {
  const known = new Map<LicenseSet, LicenseSet>();
  return (read) => {
    const before = known.get(read);
    if (before !== undefined) return before;
    const asItStands = named.get(read);
    const licenses = asItStands?.map((held) => {
      const name = nameOfNamedSku(held.skuId);
      const meaning = name === null ? null : meanings(name);
      return meaning?.kind === 'one' ? { ...held, skuId: meaning.skuId } : held;
    });
    const set = licenses === undefined ? read : canonicalSet(licenses);
    known.set(read, set);
    return set;
  };
}
