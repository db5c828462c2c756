import type { GroupId, SkuId } from '#licenses/ids.ts';
import type { NotAssignableReason } from '#rules/not-assignable.ts';
import type { Draft } from './draft.ts';

/** What a filling left out, and why. Names are given where the customer has no product to name it by. */
export type Skip =
  /** So many users keep the product through this group, whatever is revoked from them. */
  | {
      readonly kind: 'keptByGroup';
      readonly skuId: SkuId;
      readonly groupId: GroupId;
      readonly users: number;
    }
  /** The user whose licenses are copied has the product through these groups alone. */
  | { readonly kind: 'onlyByGroup'; readonly skuId: SkuId; readonly groupIds: readonly GroupId[] }
  | {
      readonly kind: 'notAssignable';
      readonly skuId: SkuId;
      readonly reason: NotAssignableReason;
    }
  /** No source said how that user has the product's service plans: the product alone is ticked. */
  | { readonly kind: 'servicePlansUnknown'; readonly skuId: SkuId }
  /** Of so many users no source told all licenses: what else they hold is left out. */
  | { readonly kind: 'licensesUntold'; readonly users: number }
  | { readonly kind: 'notOwned'; readonly name: string; readonly skuPartNumber: string }
  | {
      readonly kind: 'swapNotOwned';
      readonly from: string;
      readonly to: string;
      /** Of these two, what the customer does not own. */
      readonly missing: readonly string[];
    }
  /** The customer's product has no such service plans, or no source said which it has. */
  | {
      readonly kind: 'servicePlansLacking';
      readonly skuId: SkuId;
      readonly names: readonly string[];
      readonly isListed: boolean;
    };

/** A draft that was made from something else than ticks, with what was left out of it. */
export interface Filling {
  readonly draft: Draft;
  readonly skips: readonly Skip[];
}
