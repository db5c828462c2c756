import type { SkuId } from '#licenses/ids.ts';
import { isGained, type LicenseCase } from './case.ts';
import type { Issue } from './issue.ts';
import type { ProductIndex } from './product-index.ts';

/** A product that is not known to be held, and stays as it is: of the user's licenses not all are known. */
export const leftUntold = (skuId: SkuId, { issues }: ProductIndex): Issue =>
  issues.enter({ code: 'licensesUntold', severity: 'warning', skuId, isAssigned: false });

/** The same for products that the user gets: they may be held already, and what else is held is not judged. */
export const licensesUntold = (
  { before, touches }: LicenseCase,
  { issues }: ProductIndex,
): Issue[] =>
  before.isUntold
    ? touches
        .filter(isGained)
        .map(({ skuId }) =>
          issues.enter({ code: 'licensesUntold', severity: 'warning', skuId, isAssigned: true }),
        )
    : [];
