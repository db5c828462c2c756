import type { Pace } from '#base/pace.ts';
import { nameOfNamedSku, type SkuId } from '#licenses/ids.ts';
import { canonicalSet, type LicenseSet } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import type { UserRecord } from '#users/user-record.ts';
import { ProductFinder } from './product-finder.ts';
import { ProductNames, type NamedProduct } from './product-names.ts';

/** What is known of a customer's products. */
export interface OwnedProducts {
  readonly owned: readonly Product[];
  /** Every name of every product, the catalog's too. */
  readonly named: readonly NamedProduct[];
}

/**
 * Tells which product a name in a users file means at one customer: the one of that name which it owns; null
 * where it owns none or several of it. Of a customer whose products nobody listed, the only product of
 * the name.
 */
export function meaningAt({ owned, named }: OwnedProducts): (name: string) => SkuId | null {
  const finder = new ProductFinder(owned, named);
  const isListed = owned.some(({ unitsFrom }) => unitsFrom === 'import');
  const all = new ProductNames(named, new Set());
  return (name) => {
    const found = finder.find(name);
    if (found.kind === 'one') return found.skuId;
    if (isListed || found.kind !== 'notOwned') return null;
    const match = all.match(name);
    return match.kind === 'one' ? match.skuId : null;
  };
}

/**
 * The users with their licenses as the names in the files mean them; names without a meaning stay names.
 * `named`: license sets with the names as they stand. Equal cells give one and the same object.
 */
export async function meantLicenses(
  users: readonly UserRecord[],
  named: ReadonlyMap<LicenseSet, LicenseSet>,
  meaning: (name: string) => SkuId | null,
  pace: Pace,
): Promise<UserRecord[]> {
  const meant = new Map<LicenseSet, LicenseSet>();
  for (const [read, asItStands] of named) {
    const licenses = asItStands.map((held) => {
      const name = nameOfNamedSku(held.skuId);
      return { ...held, skuId: name === null ? held.skuId : (meaning(name) ?? held.skuId) };
    });
    meant.set(read, canonicalSet(licenses));
  }
  const records: UserRecord[] = [];
  for (const user of users) {
    const licenses = user.licenses && (meant.get(user.licenses) ?? user.licenses);
    records.push(licenses === user.licenses ? user : { ...user, licenses });
    if (pace.due()) await pace.rest(0, users.length);
  }
  return records;
}
