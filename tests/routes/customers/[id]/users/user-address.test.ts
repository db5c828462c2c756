import fc from 'fast-check';
import { expect, it } from 'vitest';
import { skuId } from '#licenses/ids.ts';
import { licenseErrorCauses } from '#licenses/license-errors.ts';
import {
  isSameSearch,
  namesProducts,
  readUserAddress,
  userAddress,
} from '#routes/customers/[id]/users/user-address.ts';
import { filterNames } from '#users/user-filters.ts';
import { everybody, type UserQuery } from '#users/user-query.ts';
import type { WindowView } from '#worker/users/user-types.ts';

const e3 = skuId('05e9a617-0261-4cee-bb44-138d3ef5d965');
const visio = skuId('c5928f49-12ba-48f7-ada3-0d743a3601d5');
const twin = skuId('38b434d2-a15e-4cde-9a98-e737c75623e1');
const absent = skuId('4b9405b0-7788-4568-add1-99614e613b69');
const products = [
  { skuId: e3, skuPartNumber: 'SPE_E3' },
  { skuId: visio, skuPartNumber: 'VISIOCLIENT' },
  { skuId: twin, skuPartNumber: 'visioclient' },
  { skuId: skuId('name:Old Name'), skuPartNumber: '' },
];

const sku = fc.constantFrom(e3, visio, twin, absent, skuId('name:Old Name'), skuId('Ä & +b'));
const skus = fc.uniqueArray(sku, { maxLength: 4 });
const word = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a b', '&q=1', '50%+', ''));
const views: fc.Arbitrary<WindowView> = fc.record({
  query: fc.record({
    text: word,
    holdsAny: skus,
    holdsAll: skus,
    holdsNone: skus,
    licenseError: fc.constantFrom(null, 'any' as const, ...licenseErrorCauses),
    department: word.map((name) => name || null),
    country: fc.constantFrom(null, 'SE', 'DE'),
    sort: fc.record({
      by: fc.constantFrom('displayName', 'userPrincipalName', 'usageLocation', 'licenses'),
      descending: fc.boolean(),
    }),
    ...(Object.fromEntries(filterNames.map((name) => [name, fc.boolean()])) as Record<
      (typeof filterNames)[number],
      fc.Arbitrary<boolean>
    >),
  }),
  page: fc.nat({ max: 4_000 }),
  pageSize: fc.constantFrom(25, 50, 100),
});

it('an address says all of a view, and is read as that view again', () => {
  fc.assert(
    fc.property(views, (view) => {
      const address = new URL(`https://app.example/users${userAddress(view, products)}`).search;
      expect(address).toBe(userAddress(view, products));
      const read = readUserAddress(address, products, view.pageSize);
      if (address === '') expect(view).toEqual({ ...view, query: everybody, page: 0 });
      else expect(read).toEqual(view);
      // on a later page the rows of a page are the sender's, not the reader's
      if (view.page > 0) expect(readUserAddress(address, products, 25)).toEqual(view);
    }),
  );
});

it('an address is short, in words, and names products by part number where there is one', () => {
  const said = (part: Partial<UserQuery>, page = 0): string =>
    userAddress({ query: { ...everybody, ...part }, page, pageSize: 25 }, products);
  expect(said({})).toBe('');
  expect(said({ holdsAny: [e3], blocked: true, sort: { by: 'licenses', descending: true } })).toBe(
    '?holds=SPE_E3&blocked&sort=-licenses',
  );
  expect(said({ text: 'ann berg', country: 'SE' }, 2)).toBe(
    '?q=ann+berg&location=SE&page=3&rows=25',
  );
  expect(said({ holdsNone: [visio] })).toBe(`?lacks=${visio}`);
  expect(said({ holdsAny: [e3, visio, twin], holdsAll: [e3, absent] })).toBe(
    `?holds=SPE_E3&or=${visio}&or=${twin}&and=SPE_E3&and=${absent}`,
  );
  expect(namesProducts(said({ holdsAny: [e3] }))).toBe(true);
  expect(namesProducts(said({ holdsAny: [absent] }))).toBe(false);
  expect(namesProducts(said({ holdsNone: [absent, e3] }))).toBe(true);
});

it('what an address says wrongly is left out, and a product that is not here stays asked for', () => {
  const read = (search: string) => readUserAddress(search, products, 50);
  const view = (part: Partial<UserQuery>, page = 0) => ({
    query: { ...everybody, ...part },
    page,
    pageSize: 50,
  });
  for (const nothing of [
    ...[
      '',
      '?',
      '?paste',
      '?nonsense=1',
      '?q=',
      '?blocked=no',
      '?sort=shoe',
      '?page=0',
      '?page=-3',
    ],
    ...['?page=1e3', '?location=Sweden', '?error=Nope', '?rows=50', '?%E0%A4%A', '?__proto__=1'],
  ]) {
    expect(read(nothing), nothing).toBeNull();
  }
  expect(read('?blocked&page=none&sort=-shoe')).toEqual(view({ blocked: true }));
  expect(read('?page=2&rows=7')).toEqual(view({}, 1));
  expect(read('?location=se&sort=name')).toEqual(view({ country: 'SE' }));
  expect(read('?holds=spe_e3')).toEqual(view({ holdsAny: [e3] }));
  expect(read(`?holds=%20${e3.toUpperCase()}`)).toEqual(view({ holdsAny: [e3] }));
  expect(read('?holds=PROJECT_P1')).toEqual(view({ holdsAny: [skuId('PROJECT_P1')] }));
  expect(read(`?holds=SPE_E3&holds=${e3}&or=&or=spe_e3`)).toEqual(view({ holdsAny: [e3] }));
});

it('an address of when there could be one product of a kind opens as it did', () => {
  const read = (search: string) => readUserAddress(search, products, 50)?.query;
  expect(read(`?holds=SPE_E3&or=${visio}&and=${twin}&lacks=${absent}`)).toEqual({
    ...everybody,
    ...{ holdsAny: [e3, visio], holdsAll: [twin], holdsNone: [absent] },
  });
  expect(read(`?or=${visio}`)).toEqual({ ...everybody, holdsAny: [visio] });
});

it('more letters of one search are no new place to go back to; all else is', () => {
  expect(isSameSearch('?q=a&blocked', '?q=an&blocked')).toBe(true);
  expect(isSameSearch('', '?q=a')).toBe(false);
  expect(isSameSearch('?q=a', '')).toBe(false);
  expect(isSameSearch('?q=a', '?q=an&blocked')).toBe(false);
  expect(isSameSearch('?blocked', '?guest')).toBe(false);
});
