import type { GroupId, SkuId } from '#licenses/ids.ts';
import type { NotAssignableReason } from '#rules/not-assignable.ts';
import type { Draft } from './draft.ts';

/** What a filling could not tick, and why. */
export type Skip =
  /** So many users keep the product through this group, whatever is revoked from them. */
  | {
      readonly kind: 'keptByGroup';
      readonly skuId: SkuId;
      readonly groupId: GroupId;
      readonly users: number;
    }
  | {
      readonly kind: 'notAssignable';
      readonly skuId: SkuId;
      readonly reason: NotAssignableReason;
    };

/** A draft that was made from something else than ticks, with what was left out of it. */
export interface Filling {
  readonly draft: Draft;
  readonly skips: readonly Skip[];
}
