import { changeablePath } from '#licenses/license-set.ts';
import type { Touch } from './case.ts';
import type { Issue } from './issue.ts';
import type { ProductIndex } from './product-index.ts';

function isUnknown({ product, action, switches, before, after }: Touch, index: ProductIndex) {
  if (switches.size === 0) return false;
  const path = changeablePath(before);
  if (path?.disabledPlans === null) return true;
  const isOurs = path !== undefined || (before === undefined && action === 'assign');
  if (!isOurs || (index.products[product]?.servicePlans ?? null) !== null) return false;
  // with nothing off the request names no service plan
  const isAllOn = changeablePath(after)?.disabledPlans?.length === 0;
  return !isAllOn || [...switches.values()].includes('off');
}

/**
 * Switching service plans where no source said which are off for the user, or which the product has. The
 * latter does not matter where all of them are to be on, as after revoking and assigning it again.
 */
export const servicePlansUnknown = (touch: Touch, index: ProductIndex): Issue | null =>
  isUnknown(touch, index)
    ? { code: 'servicePlansUnknown', severity: 'blocking', skuId: touch.skuId }
    : null;
