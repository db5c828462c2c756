import { groupsOf } from '#licenses/license-set.ts';
import type { Issue } from './issue.ts';
import type { SwapCase } from './case.ts';

/**
 * A swap where no source says which service plans are off, or which the new product has: what
 * somebody switched off would come back on unseen. Who is left out for a group is not told this too.
 */
export function swapServicePlansUnknown({ from, to, held, off }: SwapCase): Issue | null {
  if (off !== null || groupsOf(held).length > 0) return null;
  return { code: 'swapServicePlansUnknown', severity: 'blocking', skuId: from, to };
}
