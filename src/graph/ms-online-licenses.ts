import { namedSkuId } from '#licenses/ids.ts';
import { heldSomehow, type LicenseSet } from '#licenses/license-set.ts';
import { isJsonObject, type JsonObject } from './graph-page.ts';

/** A tenant's short name and a part number: `contoso:ENTERPRISEPACK`. */
const ACCOUNT_SKU = /^[^:\s]+:\S+$/;

/**
 * Reads the licenses of users as `Get-MsolUser` printed them (`Licenses[].AccountSkuId`): products by the
 * part number behind the tenant's short name, as `namedSkuId`s. How the user got them is not read, nor what
 * is off in them, since service plans have names there that are no ids. Equal lists give one and the same set.
 */
export class MsOnlineLicenses {
  readonly #sets = new Map<string, LicenseSet>();

  /** What the user holds; null where the list is not there, or is none of such licenses. */
  read({ Licenses: list }: JsonObject): LicenseSet | null {
    if (!Array.isArray(list)) return null;
    const names = list.map((entry: unknown) =>
      isJsonObject(entry) ? entry['AccountSkuId'] : null,
    );
    const isName = (name: unknown): name is string =>
      typeof name === 'string' && ACCOUNT_SKU.test(name);
    if (!names.every(isName)) return null;
    const key = names.join(' ');
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    const set = heldSomehow(names.map(namedSkuId));
    this.#sets.set(key, set);
    return set;
  }

  /** The sets that were read. */
  get sets(): readonly LicenseSet[] {
    return [...this.#sets.values()];
  }
}
