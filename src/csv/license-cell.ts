import { namedSkuId, readGuid, skuId, type SkuId } from '#licenses/ids.ts';
import { heldSomehow, type LicenseSet } from '#licenses/license-set.ts';
import { looseText } from './loose-text.ts';
import type { NamedMatch, ProductNames } from './product-names.ts';
import { bareProduct } from './product-text.ts';

/** A name in a cell that does not tell one product. */
export interface UnclearName {
  readonly name: string;
  readonly match: Exclude<NamedMatch, { kind: 'one' }>;
}

/** What a `Licenses` cell says. */
export interface LicenseCell {
  readonly licenses: LicenseSet;
  /** The same with every name as it stands: what it means is the customer's matter. */
  readonly named: LicenseSet;
  readonly unclear: readonly UnclearName[];
}

/** How the admin center writes that a user holds nothing. */
const UNLICENSED = 'unlicensed';

/**
 * Reads `Licenses` cells: product names, part numbers or ids, as `namesIn` tells them apart. How the user got them, and what is switched off in
 * them, is not in such a file. Names that do not tell one product become `namedSkuId`s.
 * Equal cells give one and the same object.
 */
export class LicenseCells {
  readonly #names: ProductNames;
  readonly #known = new Map<string, LicenseCell>();

  constructor(names: ProductNames) {
    this.#names = names;
  }

  read(text: string): LicenseCell {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const cell = this.#read(text);
    this.#known.set(text, cell);
    return cell;
  }

  #read(text: string): LicenseCell {
    if (looseText(text) === UNLICENSED) return { licenses: [], named: [], unclear: [] };
    const unclear: UnclearName[] = [];
    const skus: SkuId[] = [];
    const named: SkuId[] = [];
    for (const name of this.#names.namesIn(text)) {
      const match = this.#names.match(name);
      const guid = readGuid(bareProduct(name));
      const asItStands = guid === null ? namedSkuId(name) : skuId(guid);
      named.push(asItStands);
      skus.push(match.kind === 'one' ? match.skuId : asItStands);
      if (match.kind !== 'one') unclear.push({ name, match });
    }
    return { licenses: heldSomehow(skus), named: heldSomehow(named), unclear };
  }
}
