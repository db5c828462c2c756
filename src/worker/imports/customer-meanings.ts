import { partPace, uncounted, type Pace } from '#base/pace.ts';
import { inTurns, type Steps } from '#base/steps.ts';
import { looseText } from '#csv/loose-text.ts';
import {
  meaningsAt,
  meantAmong,
  openNames,
  type Meanings,
  type NamedSets,
  type OwnedProducts,
} from '#csv/meant-licenses.ts';
import type { NamedProduct } from '#csv/product-index.ts';
import { byDomains } from '#csv/split-by-domain.ts';
import type { UnclearListName } from '#csv/unclear-list-names.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { Catalog } from '#licenses/catalog.ts';
import { nameOfNamedSku, type SkuId } from '#licenses/ids.ts';
import { productName } from '#licenses/names.ts';
import type { Product } from '#licenses/product.ts';
import { productsOf } from '#store/products.ts';
import type { CustomerBatch } from '#users/customer-batch.ts';
import type { Desk } from '#worker/desk.ts';
import { politePace } from '#worker/jobs/next-turn.ts';
import { knownCatalog } from '#worker/licenses/known-catalog.ts';
import { knownProducts } from '#worker/licenses/known-products.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import { heldNamesAt } from './held-names.ts';
import type { NameMeaning, OpenNamesOfPartsAsk, OpenNamesView } from './import-types.ts';

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

/** The same, with the known products that its names can mean. */
export interface NamedImport extends ReadImport {
  readonly mayMean: readonly NamedProduct[];
}

const isProduct = ({ skuId }: { readonly skuId: SkuId }): boolean => nameOfNamedSku(skuId) === null;

/** Looks up what the names in files can mean at any customer. */
export const withMeanings = async ({ db }: Desk, read: ReadImport): Promise<NamedImport> => ({
  ...read,
  // a name that was left open, here or elsewhere, means nothing by that
  mayMean: meantAmong((await knownProducts(db)).filter(isProduct), read.named),
});

async function productsAt(
  { db }: Desk,
  { batch, mayMean }: NamedImport,
  into: CustomerId | null,
): Promise<Omit<OwnedProducts, 'said'>> {
  const known = into === null ? [] : await productsOf(db, [into]);
  const owned = new Map((batch.products ?? []).map((product) => [product.skuId, product]));
  // what a person said stands at the known ones
  for (const product of known) owned.set(product.skuId, product);
  return {
    // a product that only a file named is none to choose
    owned: [...owned.values()].filter(isProduct),
    named: mayMean,
  };
}

/** What the names in the files mean at a customer (null: a new one), by what is known and what a person says. */
export async function customerMeanings(
  desk: Desk,
  read: NamedImport,
  into: CustomerId | null,
  said: readonly NameMeaning[],
): Promise<Meanings> {
  return meaningsAt({ ...(await productsAt(desk, read, into)), said: saidMeanings(said) });
}

/**
 * Of what a person said for several customers what holds at one of them (null: a new one): the products that
 * it owns, and any where nobody listed its products.
 */
export async function saidAt(
  { db }: Desk,
  into: CustomerId | null,
  said: readonly NameMeaning[],
): Promise<readonly NameMeaning[]> {
  const owned = into === null || said.length === 0 ? [] : await productsOf(db, [into]);
  if (!owned.some(({ unitsFrom }) => unitsFrom === 'import')) return said;
  return said.filter((meaning) => owned.some(({ skuId }) => skuId === meaning.skuId));
}

const heldAt = (
  { db, customers }: Desk,
  into: CustomerId | null,
  pace: Pace,
): Promise<ReadImport> =>
  heldNamesAt(db, into, { load: async (id) => (await customers.lookAt(id)).data, pace });

/** What was read, with the names of both. */
const namedIn = (read: ReadImport, held: ReadImport): ReadImport => ({
  ...read,
  named: new Map([...read.named, ...held.named]),
});

/** The open names of the files, then those that only the customer's users hold. */
function* openAt(read: ReadImport, held: ReadImport, meanings: Meanings): Steps<UnclearListName[]> {
  const openIn = ({ batch, named }: ReadImport) => openNames(batch.users ?? [], named, meanings);
  const told = yield* openIn(read);
  const others = yield* openIn(held);
  const keys = new Set(told.map(({ name }) => looseText(name)));
  return [...told, ...others.filter(({ name }) => !keys.has(looseText(name)))];
}

/** The names in the files, or left open before, that mean no one product of the customer, and the products that they may mean. */
export async function openNamesView(
  desk: Desk,
  read: ReadImport,
  into: CustomerId | null,
  locale: LocaleTag,
): Promise<OpenNamesView> {
  const pace = politePace();
  const held = await heldAt(desk, into, pace);
  const products = await productsAt(desk, await withMeanings(desk, namedIn(read, held)), into);
  const meanings = meaningsAt({ ...products, said: new Map() });
  const names = await inTurns(openAt(read, held, meanings), pace);
  return { names, products: choicesOf(products.owned, names, await knownCatalog(desk.db), locale) };
}

/**
 * The same for files of several customers, each name once with all its users: what is said of it holds
 * wherever `saidAt` says. Rests with (customers, customers).
 */
export async function openNamesOfParts(
  desk: Desk,
  read: ReadImport,
  { parts, locale }: Omit<OpenNamesOfPartsAsk, 'importId'>,
  pace: Pace,
): Promise<OpenNamesView> {
  const names = new Map<string, UnclearListName>();
  const owned = new Map<SkuId, Product>();
  const named = await withMeanings(desk, read);
  const usersOf = await inTurns(byDomains(read.batch), uncounted(pace));
  for (const [index, { into, domains }] of parts.entries()) {
    const its = partPace(pace, { before: index, size: 0, total: parts.length });
    if (its.due()) await its.rest(0, null);
    const { users } = usersOf(domains);
    const id = into.kind === 'new' ? null : into.id;
    const held = await heldAt(desk, id, its);
    const both = held.named.size === 0 ? named : await withMeanings(desk, namedIn(read, held));
    const products = await productsAt(desk, both, id);
    const meanings = meaningsAt({ ...products, said: new Map() });
    const part = { ...read, batch: { ...read.batch, users } };
    const open = await inTurns(openAt(part, held, meanings), its);
    for (const one of open) {
      const key = looseText(one.name);
      const known = names.get(key);
      const skuIds = [...new Set([...(known?.skuIds ?? []), ...one.skuIds])];
      names.set(key, { ...one, ...known, rows: (known?.rows ?? 0) + one.rows, skuIds });
    }
    if (open.length > 0) for (const product of products.owned) owned.set(product.skuId, product);
  }
  const all = [...names.values()].sort((a, b) => b.rows - a.rows);
  const catalog = await knownCatalog(desk.db);
  return { names: all, products: choicesOf([...owned.values()], all, catalog, locale) };
}

/** The products that names may mean: those that are owned, and those of these names; by name. */
function choicesOf(
  owned: readonly Product[],
  names: readonly UnclearListName[],
  catalog: Catalog,
  locale: LocaleTag,
): NameMeaning[] {
  const suggested = new Set(names.flatMap(({ skuIds }) => skuIds));
  const ids = new Set(owned.map(({ skuId }) => skuId));
  const listed = [...catalog.products.values()].filter(
    ({ skuId }) => suggested.has(skuId) && !ids.has(skuId),
  );
  const called = [...owned, ...listed].map((product) => ({
    skuId: product.skuId,
    name: productName(product, catalog),
    skuPartNumber: product.skuPartNumber,
  }));
  const uses = new Map<string, number>();
  for (const { name } of called) uses.set(name, (uses.get(name) ?? 0) + 1);
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return called
    .map(({ skuId, name, skuPartNumber }) => ({
      skuId,
      name: (uses.get(name) ?? 0) > 1 ? `${name} (${skuPartNumber})` : name,
    }))
    .sort((a, b) => compare(a.name, b.name));
}
