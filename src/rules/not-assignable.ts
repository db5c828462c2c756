import { nameOfNamedSku } from '#licenses/ids.ts';
import { type Product, isSelfService } from '#licenses/product.ts';
import { isGained, type Touch } from './case.ts';
import type { Issue } from './issue.ts';
import type { ProductIndex } from './product-index.ts';

export type NotAssignableReason = Extract<Issue, { code: 'notAssignable' }>['reason'];

function reasonFor(touch: Touch, product: Product | undefined): NotAssignableReason | null {
  if (nameOfNamedSku(touch.skuId) !== null) return 'unidentified';
  return isGained(touch) ? whyNotAssignable(product) : null;
}

/** Why the product cannot be given to anybody; null where nothing that is known forbids it. */
export function whyNotAssignable(product: Product | undefined): NotAssignableReason | null {
  if (product === undefined || nameOfNamedSku(product.skuId) !== null) return 'unidentified';
  if (product.appliesTo === 'Company') return 'company';
  if (product.capabilityStatus === 'Suspended') return 'suspended';
  if (product.capabilityStatus === 'LockedOut') return 'lockedOut';
  if (product.capabilityStatus === 'Deleted') return 'deleted';
  return isSelfService(product) ? 'selfService' : null;
}

/**
 * Products that cannot be given to users: company-wide ones, those whose subscription is suspended,
 * locked out or deleted, and those that users bought themselves. They can still be revoked. A product known by a name only has no id to send at all.
 */
export function notAssignable(touch: Touch, index: ProductIndex): Issue | null {
  if (touch.after === touch.before) return null;
  const reason = reasonFor(touch, index.products[touch.product]);
  if (reason === null) return null;
  return { code: 'notAssignable', severity: 'blocking', skuId: touch.skuId, reason };
}
