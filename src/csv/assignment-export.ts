import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Product } from '#licenses/product.ts';
import type { ProductAction } from '#plan/draft.ts';
import { headingRole } from './assignment-headings.ts';
import { END_MARK } from './assignment-list.ts';
import { tableOf, type Columns, type Headings } from './columns.ts';
import type { ProductFinder } from './product-finder.ts';
import type { ListLookup } from './row-ask.ts';
import { servicePlansOffCell } from './service-plan-cell.ts';
import type { Cell, CsvTable } from './write-csv.ts';

/** What a list says of one product of one user. `servicePlansOff`: null says nothing of them. */
export interface ListedProduct {
  readonly skuId: SkuId;
  readonly action: ProductAction;
  readonly servicePlansOff: readonly ServicePlanId[] | null;
}

/** A user of a list; each product once. */
export interface ListedUser {
  readonly userPrincipalName: string;
  readonly objectId: string | null;
  readonly products: readonly ListedProduct[];
}

export type LongListColumn =
  'userPrincipalName' | 'objectId' | 'product' | 'skuId' | 'action' | 'servicePlansOff';
export type WideListColumn = 'userPrincipalName' | 'objectId';

/** Words of the person's language that reading knows again (`readAction`, `readAnswer`). */
export interface ListWords<Column extends string, Word extends string> {
  readonly headings: Headings<Column>;
  readonly words: Readonly<Record<Word, string>>;
}

interface LongRow {
  readonly user: ListedUser;
  readonly listed: ListedProduct;
}

function* longRows(users: Iterable<ListedUser>): Generator<LongRow> {
  for (const user of users) for (const listed of user.products) yield { user, listed };
}

/** The table with the row below it that says how many rows there are, so that a cut file is known as such. */
const ended = ({ header, rows }: CsvTable): CsvTable => ({
  header,
  rows: {
    *[Symbol.iterator]() {
      let count = 0;
      for (const row of rows) {
        count++;
        yield row;
      }
      yield header.map((_, index) => (index === 0 ? END_MARK : index === 1 ? count : null));
    },
  },
});

/** A list with a row for each user and product; `readAssignmentList` reads it back as it was. */
export function longListTable(
  users: Iterable<ListedUser>,
  nameOf: (product: Product) => string,
  { products, servicePlanNames }: ListLookup,
  { headings, words }: ListWords<LongListColumn, ProductAction>,
): CsvTable {
  const named = ({ skuId }: ListedProduct): string => {
    const product = products.product(skuId);
    return product ? nameOf(product) : '';
  };
  const plansOff = ({ skuId, servicePlansOff }: ListedProduct): Cell => {
    const product = products.product(skuId) ?? { servicePlans: null };
    return servicePlansOff && servicePlansOffCell(servicePlansOff, product, servicePlanNames);
  };
  const columns: Columns<LongListColumn, LongRow> = [
    ['userPrincipalName', ({ user }) => user.userPrincipalName],
    ['objectId', ({ user }) => user.objectId],
    ['product', ({ listed }) => named(listed)],
    ['skuId', ({ listed }) => listed.skuId],
    ['action', ({ listed }) => words[listed.action]],
    ['servicePlansOff', ({ listed }) => plansOff(listed)],
  ];
  return ended(tableOf(columns, headings, longRows(users)));
}

/** The product's name as a heading that means this product and nothing else; else its part number or id. */
function productHeading(skuId: SkuId, name: string, partNumber: string, products: ProductFinder) {
  const isClear = (text: string): boolean => {
    const match = products.find(text);
    return match.kind === 'one' && match.skuId === skuId && headingRole(text) === null;
  };
  return [name, partNumber].find(isClear) ?? skuId;
}

/**
 * A list with a row for each user and a column for each of the products: yes, no or nothing. It says
 * nothing of service plans, nor of products that a user has with `leave`.
 */
export function wideListTable(
  users: Iterable<ListedUser>,
  {
    of,
    nameOf,
    products,
  }: {
    readonly of: readonly Product[];
    readonly nameOf: (product: Product) => string;
    readonly products: ProductFinder;
  },
  { headings, words }: ListWords<WideListColumn, 'yes' | 'no'>,
): CsvTable {
  const answer = (user: ListedUser, skuId: SkuId): Cell => {
    const action = user.products.find((listed) => listed.skuId === skuId)?.action ?? 'leave';
    return action === 'leave' ? null : action === 'assign' ? words.yes : words.no;
  };
  const columns: Columns<string, ListedUser> = [
    ['userPrincipalName', (user) => user.userPrincipalName],
    ['objectId', (user) => user.objectId],
    ...of.map(({ skuId }) => [skuId, (user: ListedUser) => answer(user, skuId)] as const),
  ];
  const productHeadings = of.map((product) => {
    const { skuId, skuPartNumber } = product;
    return [skuId, productHeading(skuId, nameOf(product), skuPartNumber, products)] as const;
  });
  const all: Headings<string> = { ...headings, ...Object.fromEntries(productHeadings) };
  return ended(tableOf(columns, all, users));
}
