import fc from 'fast-check';
import { expect, it } from 'vitest';
import { steady } from '../../src/base/pace.ts';
import { asHeadingsSay } from '#csv/assignment-columns.ts';
import { longListTable, wideListTable } from '../../src/csv/assignment-export.ts';
import { nameInList } from '../../src/csv/listed-products.ts';
import { ProductFinder } from '../../src/csv/product-finder.ts';
import { readAssignmentList } from '../../src/csv/read-assignment-list.ts';
import { writeCsv } from '../../src/csv/write-csv.ts';
import { catalog } from '../../src/licenses/catalog.ts';
import { skuId } from '../../src/licenses/ids.ts';
import type { Product } from '../../src/licenses/product.ts';
import { skuGuid } from '../graph/guids.ts';
import { en } from '../../src/messages/en.ts';
import { streamed } from './streamed.ts';

/** Names as nobody would give them: signs that lists, formulas, quotes and separators use. */
const anyName = fc.oneof(
  fc.constantFrom('Mobility + Security E5', '+1', '=1+1', '-x', '@x', "'=x", 'a;b', 'a,b', 'A\tB'),
  fc.constantFrom(
    '"quoted"',
    'two\nlines',
    ' edge ',
    '#end',
    'yes',
    'User principal name',
    '産品＋',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
);

it('a product is read back as itself, whatever it is called', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyName, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('long' as const, 'wide' as const),
      fc.constantFrom(',' as const, ';' as const, '\t' as const),
      async (names, shape, delimiter) => {
        const owned = names.map((name, i): Product => ({
          ...{ skuId: skuId(skuGuid(i + 1)), skuPartNumber: `PART_${i}`, name, servicePlans: [] },
          ...{ appliesTo: 'User', capabilityStatus: 'Enabled', units: null, unitsFrom: null },
        }));
        const products = new ProductFinder(owned, []);
        const lookup = { products, servicePlanNames: new Map() };
        const nameOf = (product: Product): string => nameInList(product, products, catalog);
        const users = owned.map(({ skuId: id }, i) => ({
          ...{ userPrincipalName: `user${i}@x.com`, objectId: null },
          products: [{ skuId: id, action: 'assign' as const, servicePlansOff: null }],
        }));
        const headings = en.exports.columns;
        const { assign, revoke, yes, no } = en.words;
        const long = { headings, words: { assign, revoke, leave: en.exports.setAction } };
        const table =
          shape === 'long'
            ? longListTable(users, nameOf, lookup, long)
            : wideListTable(
                users,
                { of: owned, nameOf, products },
                { headings, words: { yes, no } },
              );
        const file = await writeCsv(table, { delimiter, bom: true }, steady);
        const bytes = new Uint8Array(await file.arrayBuffer());
        const choices = { encoding: null, columns: asHeadingsSay, lastRow: null };
        const list = await readAssignmentList(streamed(bytes), lookup, choices, steady);
        if (!list.ok) throw new Error(JSON.stringify(list.error));
        expect([list.value.refusedCount, list.value.end]).toEqual([0, 'endRow']);
        const { rows, whos, requests, asks } = list.value;
        const assigned = Array.from(rows.who, (who, row) =>
          (requests[rows.request[row] ?? -1] ?? [])
            .map((ask) => asks[ask])
            .filter((ask) => ask?.action === 'assign' || ask?.action === 'listed')
            .map((ask) => `${whos[who]?.[0]} ${ask?.skuId}`),
        ).flat();
        expect(assigned.sort()).toEqual(
          users.map(
            ({ userPrincipalName, products: [one] }) => `${userPrincipalName} ${one!.skuId}`,
          ),
        );
        read++;
      },
    ),
    { numRuns: 300 },
  );
  expect(read).toBe(300);
});
