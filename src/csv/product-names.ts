import type { SkuId } from '#licenses/ids.ts';
import { looseText } from './loose-text.ts';
import { productKey } from './product-text.ts';
import { piecesOf } from './split-names.ts';

/** A name under which a product is known. */
export interface NamedProduct {
  readonly name: string;
  readonly skuId: SkuId;
  readonly skuPartNumber: string;
}

/** What a name in a file means. */
export type NamedMatch =
  | { readonly kind: 'one'; readonly skuId: SkuId }
  | { readonly kind: 'several'; readonly skuPartNumbers: readonly string[] }
  | { readonly kind: 'none' };

/** Self-service purchases carry this at the end of a part number, and the name of the ordinary product. */
const SELF_SERVICE = /_DEPT$/i;

/**
 * Finds products by name, part number or id, whatever the case and blanks. Some names belong to two products (Microsoft
 * lists 15 such); then what the customer owns decides, then that it is not a self-service one.
 */
export class ProductNames {
  readonly #byName = new Map<string, Map<SkuId, string>>();
  readonly #owned: ReadonlySet<SkuId>;
  /** The most pieces that a known name has when it is cut at everything that can join names. */
  readonly mostPieces: number;

  constructor(products: Iterable<NamedProduct>, owned: ReadonlySet<SkuId>) {
    let most = 1;
    for (const { name, skuId, skuPartNumber } of products) {
      for (const text of [name, skuPartNumber, skuId]) {
        const key = looseText(text);
        if (key === '') continue;
        const same = this.#byName.get(key);
        if (same === undefined) this.#byName.set(key, new Map([[skuId, skuPartNumber]]));
        else same.set(skuId, skuPartNumber);
        most = Math.max(most, piecesOf(key).length);
      }
    }
    this.#owned = owned;
    this.mostPieces = most;
  }

  /** True when it is known what the customer owns. */
  get isListed(): boolean {
    return this.#owned.size > 0;
  }

  /** True when at least one product has this name. */
  has(name: string): boolean {
    return this.#named(name) !== undefined;
  }

  /** The product of this name. */
  match(name: string): NamedMatch {
    const all = [...(this.#named(name) ?? [])];
    if (all.length === 0) return { kind: 'none' };
    const owned = all.filter(([skuId]) => this.#owned.has(skuId));
    const ordinary = all.filter(([, partNumber]) => !SELF_SERVICE.test(partNumber));
    const [only, ...others] = [owned, ordinary].find((some) => some.length === 1) ?? all;
    if (only !== undefined && others.length === 0) return { kind: 'one', skuId: only[0] };
    return { kind: 'several', skuPartNumbers: all.map(([, partNumber]) => partNumber) };
  }

  #named(name: string): ReadonlyMap<SkuId, string> | undefined {
    return this.#byName.get(productKey(name, (key) => this.#byName.has(key)));
  }
}
