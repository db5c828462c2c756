import type { Result } from '#base/result.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import type { UserNotReversed } from '#plan/reverse-change.ts';
import type { ReversedSource } from '#store/list-plans.ts';
import type { ListId } from '#worker/lists/assignment-list-types.ts';
import type { LocaleTag, WindowId } from '#worker/scope-types.ts';
import type { UserRow } from '#worker/users/user-types.ts';

/** What undoing a synced change would come to now. */
export interface ReversalView extends Pick<ReversedSource, 'savedAt' | 'stays' | 'locations'> {
  /** Users whom the new change would be for. */
  readonly users: number;
}

/** Users of a synced change for whom it is not undone, in its order, each with the reason. */
export interface NotReversedPage {
  readonly rows: readonly (Pick<
    UserRow,
    'position' | 'userId' | 'displayName' | 'userPrincipalName'
  > &
    Pick<UserNotReversed, 'why'>)[];
  readonly total: number;
  readonly page: number;
}

/** The commands that undo what sync applied, by a new change. */
export interface ReversalCommands {
  /** What `reverseChange` would give. Plans nothing. */
  reversal(id: CustomerId, changeId: ChangeId): ReversalView;
  /** Whom `reverseChange` would leave out now. */
  notReversed(ask: {
    readonly customerId: CustomerId;
    readonly changeId: ChangeId;
    readonly page: number;
    readonly pageSize: number;
    readonly locale: LocaleTag;
  }): NotReversedPage;
  /**
   * Puts the change, turned round for the users to whom sync applied it, on the window's list to
   * review. Nothing is planned before that is saved.
   */
  reverseChange(
    id: CustomerId,
    window: WindowId,
    changeId: ChangeId,
  ): Result<ListId, { readonly kind: 'nothingToDo' }>;
}
