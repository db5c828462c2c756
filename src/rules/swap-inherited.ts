import { groupsOf } from '#licenses/license-set.ts';
import type { Issue } from './issue.ts';
import type { SwapCase } from './case.ts';

/**
 * What a group gives cannot be taken from the user: after the swap both products would be held and
 * two licenses in use. Such a user is for a person to look at, in the group.
 */
export function swapInherited({ from, held }: SwapCase): Issue | null {
  const groupIds = groupsOf(held);
  if (groupIds.length === 0) return null;
  return { code: 'swapInherited', severity: 'blocking', skuId: from, groupIds };
}
