import { readGuid, skuId, type SkuId } from '#licenses/ids.ts';
import { licenseErrorCauses } from '#licenses/license-errors.ts';
import { locationLetters, readLocation } from '#users/usage-location.ts';
import { filterNames } from '#users/user-filters.ts';
import {
  everybody,
  productLists,
  type ProductList,
  type UserQuery,
  type UserSort,
} from '#users/user-query.ts';
import type { WindowView } from '#worker/users/user-types.ts';

/** A product that an address can name. */
export interface NamedProduct {
  readonly skuId: SkuId;
  readonly skuPartNumber: string;
}

const sorts = {
  displayName: 'name',
  userPrincipalName: 'username',
  usageLocation: 'location',
  licenses: 'licenses',
} as const satisfies Readonly<Record<UserSort, string>>;
const sortNames = Object.keys(sorts) as readonly UserSort[];

/** What the products of a list are called in an address: the first one, and all others. */
const listNames = {
  holdsAny: ['holds', 'or'],
  holdsAll: ['and', 'and'],
  holdsNone: ['lacks', 'lacks'],
} as const satisfies Readonly<Record<ProductList, readonly string[]>>;

const pageSizes = [25, 50, 100] as const;

/**
 * What an address says of a view of Users: `?holds=SPE_E5&or=SPE_E3&blocked&sort=-licenses`, or '' for
 * everybody by name. Products stand there by their part number, as far as these products have it once.
 */
export function userAddress(
  { query, page, pageSize }: WindowView,
  products: readonly NamedProduct[],
): string {
  const parts: string[] = [];
  const say = (name: string, value: string | null): void => {
    if (value) parts.push(new URLSearchParams({ [name]: value }).toString());
  };
  say('q', query.text);
  for (const list of productLists) {
    const [first, others] = listNames[list];
    query[list].forEach((sku, i) => say(i === 0 ? first : others, nameOf(sku, products)));
  }
  say('error', query.licenseError);
  say('department', query.department);
  say('location', query.country);
  parts.push(...filterNames.filter((name) => query[name]));
  const { by, descending } = query.sort;
  if (by !== everybody.sort.by || descending) say('sort', `${descending ? '-' : ''}${sorts[by]}`);
  if (page > 0) {
    say('page', String(page + 1));
    say('rows', String(pageSize));
  }
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/**
 * The view that an address asks for, in pages of `usual` rows unless it says otherwise; null where it says
 * nothing of one. What cannot be understood is left out; a product that is not among these stays
 * asked for, by what the address calls it.
 */
export function readUserAddress(
  search: string,
  products: readonly NamedProduct[],
  usual: WindowView['pageSize'],
): WindowView | null {
  const params = new URLSearchParams(search);
  const found: { -readonly [Part in keyof UserQuery]?: UserQuery[Part] } = {};
  const text = params.get('q');
  if (text) found.text = text;
  for (const list of productLists) {
    const skus = namedIn(params, list).map((name) => productNamed(name, products));
    if (skus.length > 0) found[list] = [...new Set(skus)];
  }
  const error = [...licenseErrorCauses, 'any' as const].find((one) => one === params.get('error'));
  if (error !== undefined) found.licenseError = error;
  const department = params.get('department');
  if (department) found.department = department;
  const location = readLocation(params.get('location') ?? '');
  if (location !== null) found.country = locationLetters(location);
  for (const name of filterNames) if (params.get(name) === '') found[name] = true;
  const sort = params.get('sort') ?? '';
  const by = sortNames.find((name) => sorts[name] === sort.replace(/^-/, ''));
  if (by !== undefined) found.sort = { by, descending: sort.startsWith('-') };
  const page = pageIn(params.get('page'));
  if (page === null && Object.keys(found).length === 0) return null;
  const pageSize = pageSizes.find((size) => String(size) === params.get('rows')) ?? usual;
  return { query: { ...everybody, ...found }, page: page ?? 0, pageSize };
}

/** True where an address names a product by something else than its id, to be looked up. */
export const namesProducts = (search: string): boolean => {
  const params = new URLSearchParams(search);
  const named = productLists.flatMap((list) => namedIn(params, list));
  return named.some((name) => readGuid(name) === null);
};

/** True where going from one address to the other is one more letter of the same search. */
export function isSameSearch(from: string, to: string): boolean {
  const [before, after] = [from, to].map((search) => new URLSearchParams(search));
  const texts = [before, after].map((params) => params?.get('q'));
  for (const params of [before, after]) params?.delete('q');
  return texts.every(Boolean) && String(before) === String(after);
}

const withPart = (partNumber: string, products: readonly NamedProduct[]) =>
  products.filter(({ skuPartNumber }) => skuPartNumber.toLowerCase() === partNumber.toLowerCase());

const namedIn = (params: URLSearchParams, list: ProductList): string[] =>
  [...new Set(listNames[list])].flatMap((name) => params.getAll(name)).filter(Boolean);

function nameOf(sku: SkuId, products: readonly NamedProduct[]): string {
  const partNumber = products.find((product) => product.skuId === sku)?.skuPartNumber;
  if (!partNumber || readGuid(partNumber) !== null) return sku;
  return withPart(partNumber, products).length === 1 ? partNumber : sku;
}

function productNamed(name: string, products: readonly NamedProduct[]): SkuId {
  const [one, ...others] = withPart(name, products);
  if (one !== undefined && others.length === 0) return one.skuId;
  return skuId(readGuid(name) ?? name);
}

function pageIn(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,6}$/.test(text) ? Number(text) - 1 : null;
}
