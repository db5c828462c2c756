import { steady } from '../../src/base/pace.ts';
import { skuId } from '../../src/licenses/ids.ts';
import { readCustomerFiles, type KnownProducts } from '../../src/csv/read-customer-files.ts';
import { skuGuid } from '../graph/guids.ts';

/** Three products with a name each. */
export const known: KnownProducts = {
  named: [
    { name: 'Microsoft 365 E3', skuId: skuId(skuGuid(1)), skuPartNumber: 'SPE_E3' },
    { name: 'Visio Plan 2', skuId: skuId(skuGuid(2)), skuPartNumber: 'VISIOCLIENT' },
    { name: 'Visio Plan 2', skuId: skuId(skuGuid(3)), skuPartNumber: 'VISIO_PLAN2_DEPT' },
  ],
  owned: new Set(),
};

export const file = (
  name: string,
  content: string | Uint8Array<ArrayBuffer> | object,
  lastModified = 1000,
): File => {
  const isRaw = typeof content === 'string' || content instanceof Uint8Array;
  return new File([isRaw ? content : JSON.stringify(content)], name, { lastModified });
};

/** Reads a users CSV with these lines alone. */
export async function readUsers(...lines: string[]) {
  const result = await readCustomerFiles([file('users.csv', lines.join('\r\n'))], known, steady);
  return { ...result, users: result.batch?.users ?? [] };
}
