import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Position } from './ids.ts';

/** Why a row of an assignment list is not followed. */
export type RefusalReason =
  | { readonly kind: 'ragged'; readonly expected: number; readonly received: number }
  | { readonly kind: 'brokenQuotes' }
  | { readonly kind: 'tooLong' }
  | { readonly kind: 'aboveHeader' }
  /** No line break follows the file's last row: it may have been cut within it. */
  | { readonly kind: 'mayBeCut' }
  /** The row that says where the list ends does not stand at its end. */
  | { readonly kind: 'wrongEnd'; readonly rows: number }
  | { readonly kind: 'noUser' }
  /** A cell names more than one user. */
  | { readonly kind: 'severalUsers' }
  | { readonly kind: 'noProduct' }
  | { readonly kind: 'unknownProduct' }
  /** Products of this name are known, but the customer has none of them. */
  | { readonly kind: 'notOwned'; readonly skuIds: readonly SkuId[] }
  /** The customer has several products of this name. */
  | { readonly kind: 'ambiguousProduct'; readonly skuIds: readonly SkuId[] }
  /** The product columns of the row name different products. */
  | { readonly kind: 'productsDiffer' }
  | { readonly kind: 'unknownAction' }
  /** Neither yes nor no. */
  | { readonly kind: 'unknownAnswer' }
  /** An x beside other answers in its column: it may say yes or no. */
  | { readonly kind: 'mixedMark' }
  | { readonly kind: 'unknownServicePlan'; readonly name: string }
  | { readonly kind: 'ambiguousServicePlan'; readonly servicePlans: readonly ServicePlanId[] }
  /** It acts for the whole tenant and cannot be switched for a user. */
  | { readonly kind: 'companyServicePlan'; readonly name: string }
  /** No source said which service plans the product has. */
  | { readonly kind: 'servicePlansNotListed' }
  | { readonly kind: 'unknownUser' }
  /** The customer has several users of this name, at these positions. */
  | { readonly kind: 'ambiguousUser'; readonly positions: readonly Position[] }
  /** The user columns of the row name different users. */
  | { readonly kind: 'usersDiffer' }
  /** No customer on this device has this name, this domain or this tenant id. */
  | { readonly kind: 'unknownCustomer' }
  /** No customer on this device has users like this. */
  | { readonly kind: 'noCustomer' }
  /** So many customers on this device can be meant. */
  | { readonly kind: 'severalCustomers'; readonly count: number }
  /** The row is about users of another customer than it says, or of several. */
  | { readonly kind: 'customersDiffer' }
  /** Another cell says something else of the same user and product; it stands in this row. */
  | { readonly kind: 'contradiction'; readonly row: number }
  /** Nothing is done for the user, because of what stands in this row. */
  | { readonly kind: 'userLeftAlone'; readonly row: number }
  /** Another row says the same; nothing is lost. */
  | { readonly kind: 'duplicate'; readonly row: number };

/** A row, or a cell of it, that is not followed. Rows count from 1 as a spreadsheet shows them. */
export interface RowRefusal {
  readonly row: number;
  /** The heading; null where it is about the whole row. */
  readonly column: string | null;
  /** As it stands in the file, up to 100 characters. */
  readonly value: string;
  readonly reason: RefusalReason;
}
