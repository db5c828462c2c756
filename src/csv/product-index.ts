import type { SkuId } from '#licenses/ids.ts';
import { looseText } from './loose-text.ts';
import { wordsIfKnown } from './license-text.ts';
import { productKey, writtenOut } from './product-text.ts';
import { piecesOf, splitNames } from './split-names.ts';

/** A name under which a product is known. */
export interface NamedProduct {
  readonly name: string;
  readonly skuId: SkuId;
  readonly skuPartNumber: string;
}

/** Products by everything that names them: name, part number or id, whatever the case, blanks, and what tools put around it. */
export class ProductIndex {
  readonly #byText = new Map<string, Map<SkuId, string>>();
  #mostPieces = 1;
  readonly #isKey = (key: string): boolean => this.#byText.has(key);

  constructor(products: Iterable<NamedProduct>) {
    for (const product of products) {
      const { name, skuId, skuPartNumber } = product;
      for (const text of [name, skuPartNumber, skuId]) this.#add(text, product);
    }
  }

  /** The most pieces that a known name has when it is cut at everything that can join names. */
  get mostPieces(): number {
    return this.#mostPieces;
  }

  /** True when at least one product has this name. */
  has(text: string): boolean {
    return this.named(text) !== undefined;
  }

  /** The products of this name, with their part numbers. */
  named(text: string): ReadonlyMap<SkuId, string> | undefined {
    return this.#byText.get(productKey(text, this.#isKey));
  }

  /** True when the name is known only as it is written out. */
  isShort(text: string): boolean {
    const key = productKey(text, this.#isKey);
    return key !== looseText(text) && key === writtenOut(text, this.#isKey);
  }

  /**
   * The names in a cell: joined by `+` as the admin center does, by `;` `,` `|` or line breaks, or by blanks
   * where each word is known.
   */
  namesIn(cell: string): readonly string[] {
    const isKnown = (one: string): boolean => this.has(one);
    const names = splitNames(cell, isKnown, this.#mostPieces);
    return names.flatMap((one) => wordsIfKnown(one, isKnown));
  }

  #add(text: string, { skuId, skuPartNumber }: NamedProduct): void {
    const key = looseText(text);
    if (key === '') return;
    const same = this.#byText.get(key);
    if (same === undefined) this.#byText.set(key, new Map([[skuId, skuPartNumber]]));
    else same.set(skuId, skuPartNumber);
    this.#mostPieces = Math.max(this.#mostPieces, piecesOf(text).length);
  }
}
