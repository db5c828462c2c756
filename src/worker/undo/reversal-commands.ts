import { type PageAsk, pageOf } from '#base/page.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { Change, ChangeId } from '#plan/change.ts';
import { emptyDraft } from '#plan/draft.ts';
import { type Reversal, reverseChange } from '#plan/reverse-change.ts';
import { changeOutcomes, outcomesOf } from '#store/change-outcomes.ts';
import { getChange, standingChanges } from '#store/changes.ts';
import { writeDraft } from '#store/drafts.ts';
import { NotFound } from '#worker/customers/not-found.ts';
import type { Desk } from '#worker/desk.ts';
import type { ListId } from '#worker/lists/assignment-list-types.ts';
import { draftPlace } from '#worker/manage/scope-key.ts';
import type { CustomerAsk, WindowId } from '#worker/scope-types.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type { NotReversedPage, ReversalView } from './reversal-types.ts';

interface NotReversedAsk extends CustomerAsk, PageAsk {
  readonly changeId: ChangeId;
}

/** Undo of what sync applied: a new change from the before-image, reviewed and saved like any other. */
export function reversalCommands({ db, customers, lists, now }: Desk) {
  const turnRound = async (
    id: CustomerId,
    changeId: ChangeId,
  ): Promise<Reversal & Pick<Change, 'savedAt'>> => {
    const { data } = await customers.open(id);
    const [change, changes, outcomes] = await Promise.all([
      getChange(db, id, changeId),
      standingChanges(db, id),
      outcomesOf(db, id),
    ]);
    if (!change) throw new NotFound(changeId);
    const { ofUsers } = changeOutcomes(change, outcomes);
    // what the cloud had already was not our doing, and is not ours to take back
    const isApplied = (index: number): boolean => ofUsers[index]?.kind === 'applied';
    return { ...reverseChange(change, changes, data, isApplied), savedAt: change.savedAt };
  };

  return {
    /** What `reverseChange` would give. Plans nothing. */
    async reversal(id: CustomerId, changeId: ChangeId): Promise<ReversalView> {
      const { parts, leftOut: _users, ...rest } = await turnRound(id, changeId);
      return { ...rest, users: parts.reduce((sum, { users }) => sum + users.length, 0) };
    },

    /** Whom `reverseChange` would leave out now. */
    async notReversed(ask: NotReversedAsk): Promise<NotReversedPage> {
      const { customerId: id, changeId, locale } = ask;
      const open = await customers.open(id);
      const { leftOut } = await turnRound(id, changeId);
      const rows = new UserRows(open.data, open.namer(locale));
      const { shown, ...place } = pageOf(leftOut, ask);
      return { rows: shown.map(({ position, why }) => ({ ...rows.who(position), why })), ...place };
    },

    /**
     * Puts the change, turned round for the users to whom sync applied it, on the window's list to
     * review. Nothing is planned before that is saved.
     */
    async reverseChange(
      id: CustomerId,
      window: WindowId,
      changeId: ChangeId,
    ): Promise<Result<ListId, { readonly kind: 'nothingToDo' }>> {
      const { parts, leftOut: _users, ...rest } = await turnRound(id, changeId);
      if (parts.length === 0) return fail({ kind: 'nothingToDo' });
      const listId = crypto.randomUUID() as ListId;
      await lists.put(id, window, {
        listId,
        parts,
        source: { kind: 'reversed', changeId, ...rest },
      });
      await writeDraft(db, draftPlace(id, { kind: 'list', window, listId }), emptyDraft, now());
      return ok(listId);
    },
  };
}
