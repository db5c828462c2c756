import { nameOfNamedSku, type SkuId } from '#licenses/ids.ts';
import { saidBefore, type Product } from '#licenses/product.ts';
import { looseText } from './loose-text.ts';
import { ProductIndex, type NamedProduct } from './product-index.ts';

/** Which product of the customer a text in a list means. */
export type ProductMatch =
  /** `others`: products of the same name that the customer does not have, so that they cannot be meant. */
  | { readonly kind: 'one'; readonly skuId: SkuId; readonly others: readonly SkuId[] }
  /** The customer has several of that name. */
  | { readonly kind: 'several'; readonly skuIds: readonly SkuId[] }
  /** Known products, none of which the customer has. */
  | { readonly kind: 'notOwned'; readonly skuIds: readonly SkuId[] }
  | { readonly kind: 'none' };

/**
 * Finds the product that an assignment list names: by a name in any language that was ever seen, by
 * part number or by GUID. Some names belong to two products (Microsoft lists 15 such): only what the
 * customer has can be meant, and where it has both nothing is chosen.
 */
export class ProductFinder extends ProductIndex {
  readonly #owned: ReadonlyMap<SkuId, Product>;
  readonly #chosen: ReadonlyMap<string, SkuId>;

  /**
   * `owned`: the customer's products. `named`: every name of every product, the catalog's too.
   * `chosen`: what a person said that a text means; it wins.
   */
  constructor(
    owned: readonly Product[],
    named: Iterable<NamedProduct>,
    chosen: ReadonlyMap<string, SkuId> = new Map(),
  ) {
    // a product that only a file named has no id to send
    const real = owned.filter(({ skuId }) => nameOfNamedSku(skuId) === null);
    super([...real.map((product) => ({ ...product, name: product.name ?? '' })), ...named]);
    this.#owned = new Map(real.map((product) => [product.skuId, product]));
    // what was said for this list counts more than what was said earlier
    const said = [...saidBefore(real), ...chosen];
    this.#chosen = new Map(said.map(([text, skuId]) => [looseText(text), skuId]));
  }

  /** The customer's product with this id. */
  product(skuId: SkuId): Product | undefined {
    return this.#owned.get(skuId);
  }

  override has(text: string): boolean {
    return this.#chosen.has(looseText(text)) || super.has(text);
  }

  override namesIn(cell: string): readonly string[] {
    return this.#chosen.has(looseText(cell)) ? [cell] : super.namesIn(cell);
  }

  /** The product that the text means. */
  find(text: string): ProductMatch {
    const chosen = this.#chosen.get(looseText(text));
    if (chosen !== undefined && this.#owned.has(chosen)) {
      return { kind: 'one', skuId: chosen, others: [] };
    }
    const all = [...(this.named(text)?.keys() ?? [])];
    if (all.length === 0) return { kind: 'none' };
    const here = all.filter((skuId) => this.#owned.has(skuId)).sort();
    const [skuId, second] = here;
    if (skuId === undefined) return { kind: 'notOwned', skuIds: all.sort() };
    if (second !== undefined) return { kind: 'several', skuIds: here };
    return { kind: 'one', skuId, others: all.filter((other) => other !== skuId).sort() };
  }
}
