import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Assignment } from '#licenses/license-set.ts';

/** A swap of `from` for `to`, for users who hold `from` in the same way. */
export interface SwapCase {
  readonly from: SkuId;
  readonly to: SkuId;
  readonly held: Assignment;
  /** Service plans of `to` that come switched off; null where no source says which they are. */
  readonly off: readonly ServicePlanId[] | null;
}
