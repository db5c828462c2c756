import { looseText } from '#csv/loose-text.ts';
import {
  meaningsAt,
  openNames,
  type Meanings,
  type NamedSets,
  type OwnedProducts,
} from '#csv/meant-licenses.ts';
import type { CustomerId } from '#customers/customer.ts';
import { nameOfNamedSku, type SkuId } from '#licenses/ids.ts';
import { productName } from '#licenses/names.ts';
import { productsOf } from '#store/products.ts';
import type { CustomerBatch } from '#users/customer-batch.ts';
import type { Desk } from '#worker/desk.ts';
import { knownCatalog } from '#worker/licenses/known-catalog.ts';
import { knownProducts } from '#worker/licenses/known-products.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { NameMeaning, OpenNamesView } from './import-types.ts';

/** Files that were read, until they are imported or others are read. */
export interface ReadImport {
  readonly batch: CustomerBatch;
  readonly named: NamedSets;
  /** Some text of it could not be decoded. */
  readonly isDamaged: boolean;
  /** Files that may as well be assignment lists, and of which nobody said that they are not. */
  readonly mayBeLists: readonly string[];
  /** Its users may be told to be all that there are. */
  readonly isWhole: boolean;
}

/** What a person said, by the loose text of the names. */
export const saidMeanings = (said: readonly NameMeaning[]): ReadonlyMap<string, SkuId> =>
  new Map(said.map(({ name, skuId }) => [looseText(name), skuId]));

async function productsAt(
  { db }: Desk,
  { batch }: ReadImport,
  into: CustomerId | null,
): Promise<Omit<OwnedProducts, 'said'>> {
  const known = into === null ? [] : await productsOf(db, [into]);
  const owned = new Map((batch.products ?? []).map((product) => [product.skuId, product]));
  // what a person said stands at the known ones
  for (const product of known) owned.set(product.skuId, product);
  return {
    // a product that only a file named is none to choose
    owned: [...owned.values()].filter(({ skuId }) => nameOfNamedSku(skuId) === null),
    named: await knownProducts(db),
  };
}

/** What the names in the files mean at a customer (null: a new one), by what is known and what a person says. */
export async function customerMeanings(
  desk: Desk,
  read: ReadImport,
  into: CustomerId | null,
  said: readonly NameMeaning[],
): Promise<Meanings> {
  return meaningsAt({ ...(await productsAt(desk, read, into)), said: saidMeanings(said) });
}

/** The names in the files that mean no one product of the customer, and the products that they may mean. */
export async function openNamesView(
  desk: Desk,
  read: ReadImport,
  into: CustomerId | null,
  locale: LocaleTag,
): Promise<OpenNamesView> {
  const products = await productsAt(desk, read, into);
  const names = openNames(
    read.batch.users ?? [],
    read.named,
    meaningsAt({ ...products, said: new Map() }),
  );
  const catalog = await knownCatalog(desk.db);
  const suggested = new Set(names.flatMap(({ skuIds }) => skuIds));
  const owned = new Set(products.owned.map(({ skuId }) => skuId));
  const listed = [...catalog.products.values()].filter(
    ({ skuId }) => suggested.has(skuId) && !owned.has(skuId),
  );
  const called = [...products.owned, ...listed].map((product) => ({
    skuId: product.skuId,
    name: productName(product, catalog),
    skuPartNumber: product.skuPartNumber,
  }));
  const uses = new Map<string, number>();
  for (const { name } of called) uses.set(name, (uses.get(name) ?? 0) + 1);
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return {
    names,
    products: called
      .map(({ skuId, name, skuPartNumber }) => ({
        skuId,
        name: (uses.get(name) ?? 0) > 1 ? `${name} (${skuPartNumber})` : name,
      }))
      .sort((a, b) => compare(a.name, b.name)),
  };
}
