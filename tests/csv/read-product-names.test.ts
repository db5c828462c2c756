import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { steady } from '../../src/base/pace.ts';
import { isProductNames, readProductNames } from '../../src/csv/read-product-names.ts';
import { corpusFile, describeWithCorpus } from '../corpus.ts';
import { skuGuid } from '../graph/guids.ts';
import { file } from './customer-files.ts';

const HEADER =
  'Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,Service_Plans_Included_Friendly_Names';
const names = (...lines: string[]): File =>
  file('names.csv', `\uFEFF${[HEADER, ...lines].join('\r\n')}\r\n`);

describe("Microsoft's list of names", () => {
  it('names a product by each of its names, a service plan by its first', async () => {
    const [product, plan] = [skuGuid(1), skuGuid(2)];
    const list = names(
      `New Name,PART ,${product}\u00A0,PLAN,${plan},Friendly`,
      `New Name,PART,${product},PLAN,${plan},Other`,
      `Old Name,PART,${product},PLAN,${plan},Other`,
      'No id,PART,not-an-id,,,',
      'too,few',
    );
    expect(await isProductNames(list)).toBe(true);
    expect(await readProductNames(list, steady)).toEqual({
      ok: true,
      value: {
        products: [
          { skuId: product, skuPartNumber: 'PART', name: 'New Name' },
          { skuId: product, skuPartNumber: 'PART', name: 'Old Name' },
        ],
        servicePlans: [{ id: plan, partName: 'PLAN', name: 'Friendly' }],
        leftOut: 2,
      },
    });
  });

  it('is no list without its headings', async () => {
    const other = file('x.csv', 'GUID,String_Id\r\na,b\r\n');
    expect(await isProductNames(other)).toBe(false);
    expect(await readProductNames(other, steady)).toMatchObject({
      error: { kind: 'missingColumn', column: 'Product_Display_Name' },
    });
  });
});

describeWithCorpus('the real list', () => {
  it('is read whole, with all its blemishes', async () => {
    const bytes = new Uint8Array(readFileSync(corpusFile('product-names-and-service-plans.csv')));
    const list = file('Product names.csv', bytes);
    expect(await isProductNames(list)).toBe(true);
    const read = await readProductNames(list, steady);
    if (!read.ok) throw new Error(read.error.kind);
    expect(new Set(read.value.products.map(({ skuId }) => skuId)).size).toBe(619);
    expect(read.value.servicePlans).toHaveLength(791);
    expect(read.value.leftOut).toBe(0);
  });
});
