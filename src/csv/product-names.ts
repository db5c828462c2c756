import type { SkuId } from '#licenses/ids.ts';
import { looseText } from './loose-text.ts';

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

const pluses = (name: string): number => name.split('+').length - 1;

/**
 * Finds products by name, part number or id, whatever the case and blanks. Some names belong to two products (Microsoft
 * lists 15 such); then what the customer owns decides, then that it is not a self-service one.
 */
export class ProductNames {
  readonly #byName = new Map<string, Map<SkuId, string>>();
  readonly #owned: ReadonlySet<SkuId>;
  /** The most pieces that a known name has when it is cut at every `+`. */
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
        most = Math.max(most, pluses(key) + 1);
      }
    }
    this.#owned = owned;
    this.mostPieces = most;
  }

  /** True when at least one product has this name. */
  has(name: string): boolean {
    return this.#byName.has(looseText(name));
  }

  /** The product of this name. */
  match(name: string): NamedMatch {
    const all = [...(this.#byName.get(looseText(name)) ?? [])];
    if (all.length === 0) return { kind: 'none' };
    const owned = all.filter(([skuId]) => this.#owned.has(skuId));
    const ordinary = all.filter(([, partNumber]) => !SELF_SERVICE.test(partNumber));
    const [only, ...others] = [owned, ordinary].find((some) => some.length === 1) ?? all;
    if (only !== undefined && others.length === 0) return { kind: 'one', skuId: only[0] };
    return { kind: 'several', skuPartNumbers: all.map(([, partNumber]) => partNumber) };
  }
}
