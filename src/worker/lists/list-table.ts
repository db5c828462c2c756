import { type ListedUser, longListTable, wideListTable } from '#csv/assignment-export.ts';
import { listedProducts, nameInList } from '#csv/listed-products.ts';
import { ProductFinder } from '#csv/product-finder.ts';
import type { CsvTable } from '#csv/write-csv.ts';
import type { Product } from '#licenses/product.ts';
import type { CustomerData } from '#users/customer-data.ts';
import { objectIdOf, userId } from '#users/ids.ts';
import type { Desk } from '#worker/desk.ts';
import type { ExportWhat } from '#worker/exports/export-types.ts';
import type { ExportWords } from '#worker/exports/export-words.ts';
import { exportedUsers } from '#worker/exports/exported-users.ts';

/** What the users are to hold with the plan counted, as a list that says it. */
function* listedUsers(
  { table, sets }: CustomerData,
  users: Iterable<number>,
  products: ProductFinder,
): Generator<ListedUser> {
  for (const position of users) {
    yield {
      userPrincipalName: table.texts.userPrincipalName[position] ?? '',
      objectId: objectIdOf(userId(table.texts.id[position] ?? '')),
      products: listedProducts(sets.at(table.licenses.planned[position] ?? 0), products),
    };
  }
}

/** An assignment list of these users as they are to be: importing it again changes nothing. */
export async function listTable(
  desk: Desk,
  what: Extract<ExportWhat, { readonly kind: 'longList' | 'wideList' }>,
  { locale, m }: ExportWords,
): Promise<CsvTable> {
  const open = await desk.customers.open(what.customerId);
  const { catalog } = open;
  const positions = await exportedUsers(desk, open, what.users, locale);
  const finder = new ProductFinder(open.data.products, catalog.products.values());
  const users = listedUsers(open.data, positions, finder);
  const nameOf = (product: Product): string => nameInList(product, finder, catalog);
  const headings = m.exports.columns;
  const { assign, revoke, yes, no } = m.words;
  if (what.kind === 'longList') {
    const lookup = { products: finder, servicePlanNames: catalog.servicePlanNames };
    const words = { assign, revoke, leave: m.exports.setAction };
    return longListTable(users, nameOf, lookup, { headings, words });
  }
  const columns = open.data.products.filter(
    ({ skuId, appliesTo }) => appliesTo !== 'Company' && finder.product(skuId) !== undefined,
  );
  return wideListTable(
    users,
    { of: columns, nameOf, products: finder },
    { headings, words: { yes, no } },
  );
}
