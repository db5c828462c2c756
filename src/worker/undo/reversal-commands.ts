import { fail, ok } from '#base/result.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { Change, ChangeId } from '#plan/change.ts';
import { emptyDraft } from '#plan/draft.ts';
import { reverseChange, type Reversal } from '#plan/reverse-change.ts';
import { changeOutcomes, outcomesOf } from '#store/change-outcomes.ts';
import { getChange, standingChanges } from '#store/changes.ts';
import { writeDraft } from '#store/drafts.ts';
import type { ListId } from '#worker/lists/assignment-list-types.ts';
import { NotFound } from '#worker/customers/not-found.ts';
import { scopeKey } from '#worker/manage/scope-key.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type { Commands, Desk } from '#worker/desk.ts';
import { clampPage } from '#worker/users/user-commands.ts';

/** Undo of what sync applied: a new change from the before-image, reviewed and saved like any other. */
export function reversalCommands({
  db,
  customers,
  lists,
  now,
}: Desk): Pick<Commands, 'reversal' | 'notReversed' | 'reverseChange'> {
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
    async reversal(id, changeId) {
      const { parts, leftOut: _users, ...rest } = await turnRound(id, changeId);
      return { ...rest, users: parts.reduce((sum, { users }) => sum + users.length, 0) };
    },

    async notReversed({ customerId: id, changeId, page, pageSize, locale }) {
      const open = await customers.open(id);
      const { leftOut } = await turnRound(id, changeId);
      const rows = new UserRows(open.data, open.namer(locale));
      const at = clampPage(page, leftOut.length, pageSize);
      return {
        rows: leftOut
          .slice(at * pageSize, (at + 1) * pageSize)
          .map(({ position, why }) => ({ ...rows.who(position), why })),
        total: leftOut.length,
        page: at,
      };
    },

    async reverseChange(id, window, changeId) {
      const { parts, leftOut: _users, ...rest } = await turnRound(id, changeId);
      if (parts.length === 0) return fail({ kind: 'nothingToDo' });
      const listId = crypto.randomUUID() as ListId;
      await lists.put(id, window, {
        listId,
        parts,
        source: { kind: 'reversed', changeId, ...rest },
      });
      const scope = scopeKey({ kind: 'list', window, listId });
      await writeDraft(db, id, window, scope, emptyDraft, now());
      return ok(listId);
    },
  };
}
