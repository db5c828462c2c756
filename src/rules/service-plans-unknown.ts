import { changeablePath } from '#licenses/license-set.ts';
import type { Touch } from './case.ts';
import type { Issue } from './issue.ts';
import type { ProductIndex } from './product-index.ts';

function isUnknown({ product, action, switches, before }: Touch, index: ProductIndex): boolean {
  if (switches.size === 0) return false;
  const path = changeablePath(before);
  if (path?.disabledPlans === null) return true;
  const isOurs = path !== undefined || (before === undefined && action === 'assign');
  return isOurs && (index.products[product]?.servicePlans ?? null) === null;
}

/** Switching service plans where no source said which the product has, or which are off for the user. */
export const servicePlansUnknown = (touch: Touch, index: ProductIndex): Issue | null =>
  isUnknown(touch, index)
    ? { code: 'servicePlansUnknown', severity: 'blocking', skuId: touch.skuId }
    : null;
