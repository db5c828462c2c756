import { isSamePath, unknownPath } from '#licenses/license-set.ts';
import type { Touch } from './case.ts';
import type { Issue } from './issue.ts';

/** A license that the draft takes or edits, of which no source said whether a group gives it. */
export function maybeInherited({ skuId, before, after }: Touch): Issue | null {
  const path = unknownPath(before);
  const next = unknownPath(after);
  if (path === undefined || (next !== undefined && isSamePath(path, next))) return null;
  return { code: 'maybeInherited', severity: 'warning', skuId };
}
