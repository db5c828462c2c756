import type { SkuId } from '#licenses/ids.ts';
import { ProductIndex, type NamedProduct } from './product-index.ts';

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
export class ProductNames extends ProductIndex {
  readonly #owned: ReadonlySet<SkuId>;

  constructor(products: Iterable<NamedProduct>, owned: ReadonlySet<SkuId>) {
    super(products);
    this.#owned = owned;
  }

  /** True when it is known what the customer owns. */
  get isListed(): boolean {
    return this.#owned.size > 0;
  }

  /** The product of this name. */
  match(name: string): NamedMatch {
    const all = [...(this.named(name) ?? [])];
    if (all.length === 0) return { kind: 'none' };
    const owned = all.filter(([skuId]) => this.#owned.has(skuId));
    const ordinary = all.filter(([, partNumber]) => !SELF_SERVICE.test(partNumber));
    const [only, ...others] = [owned, ordinary].find((some) => some.length === 1) ?? all;
    if (only !== undefined && others.length === 0) return { kind: 'one', skuId: only[0] };
    return { kind: 'several', skuPartNumbers: all.map(([, partNumber]) => partNumber) };
  }
}
