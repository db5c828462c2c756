import type { SkuId } from '#licenses/ids.ts';
import type { Position } from '#users/ids.ts';
import type { AllotmentView } from '#worker/manage/manage-types.ts';

/** Reads a page (from 0) of who gets a license when those `waiting` go last. */
export type ReadAllotment = (
  sku: SkuId,
  waiting: readonly Position[],
  page: number,
  pageSize: number,
) => Promise<AllotmentView>;
