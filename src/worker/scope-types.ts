import type { CustomerId } from '#customers/customer.ts';
import type { UserId } from '#users/ids.ts';
import type { ListId } from './lists/assignment-list-types.ts';

/** Which window asks: page, filter, selection and draft belong to a window (kept in `sessionStorage`). */
export type WindowId = string;
/** A BCP 47 tag the person chose: `en`, `zh-Hans`, `zh-Hant`. Decides names and sort order. */
export type LocaleTag = string;

/** For whom Manage licenses works: the window's selection, one user's own page, or a list. */
export type Scope =
  | { readonly kind: 'selection'; readonly window: WindowId }
  | { readonly kind: 'user'; readonly window: WindowId; readonly userId: UserId }
  /** An assignment list, which says for each of its users what is to be planned. */
  | { readonly kind: 'list'; readonly window: WindowId; readonly listId: ListId };

/** About which customer is asked, and in which language the answer is. */
export interface CustomerAsk {
  readonly customerId: CustomerId;
  readonly locale: LocaleTag;
}
