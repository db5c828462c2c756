import type { Catalog } from '#licenses/catalog.ts';
import { productName } from '#licenses/names.ts';
import type { CustomerBatch } from '#users/customer-batch.ts';
import { LOCATION_UNKNOWN, locationLetters } from '#users/usage-location.ts';
import { describeBy } from '#worker/licenses/describe-product.ts';
import type { ImportSummary } from './import-types.ts';

const ROWS = 5;

/** The first users of a batch as they will be read. */
export function previewRows(
  { users, products }: CustomerBatch,
  catalog: Catalog,
): ImportSummary['sample'] {
  const describe = describeBy(catalog);
  const named = new Map(products?.map((product) => [product.skuId, product]));
  return (users ?? []).slice(0, ROWS).map((user) => ({
    displayName: user.displayName,
    userPrincipalName: user.userPrincipalName,
    usageLocation:
      user.usageLocation === LOCATION_UNKNOWN ? null : (locationLetters(user.usageLocation) ?? ''),
    licenses:
      user.licenses?.map(({ skuId }) =>
        productName(named.get(skuId) ?? { skuId, ...describe(skuId) }, catalog),
      ) ?? null,
  }));
}
