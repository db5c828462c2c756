import { type PageAsk, pageOf } from '#base/page.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import { emptyDraft } from '#plan/draft.ts';
import { writeDraft } from '#store/drafts.ts';
import type { Desk } from '#worker/desk.ts';
import type { ListId } from '#worker/lists/assignment-list-types.ts';
import { draftPlace } from '#worker/manage/scope-key.ts';
import type { CustomerAsk, WindowId } from '#worker/scope-types.ts';
import { sheetView } from '#worker/sheets/sheet-view.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type { NotReversedPage, ReversalView } from './reversal-types.ts';
import { savedTurnedRound, turnRound } from './turn-round.ts';

interface ReversalAsk extends CustomerAsk {
  readonly changeId: ChangeId;
}

/** Undo of what sync applied: a new change from the before-image, reviewed and saved like any other. */
export function reversalCommands(desk: Desk) {
  const { db, lists, now } = desk;
  return {
    /** What the new change would be. Plans nothing. */
    async reversal({ customerId: id, changeId, locale }: ReversalAsk): Promise<ReversalView> {
      const turned = await turnRound(desk, id, changeId);
      const { open, savedAt, stays, locations } = turned;
      const { planner } = open;
      const { reader, staying } = await savedTurnedRound(turned, locale);
      const sheet = sheetView(reader, (sku) => planner.available(sku).planned, staying);
      return { savedAt, stays, locations, sheet, names: open.namer(locale).view() };
    },

    /** Whom `reverseChange` would leave out now. */
    async notReversed(ask: ReversalAsk & PageAsk): Promise<NotReversedPage> {
      const { customerId: id, changeId, locale } = ask;
      const { open, leftOut } = await turnRound(desk, id, changeId);
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
      const { parts, savedAt, stays, locations } = await turnRound(desk, id, changeId);
      if (parts.length === 0) return fail({ kind: 'nothingToDo' });
      const listId = crypto.randomUUID() as ListId;
      await lists.put(id, window, {
        listId,
        parts,
        source: { kind: 'reversed', changeId, savedAt, stays, locations },
      });
      await writeDraft(db, draftPlace(id, { kind: 'list', window, listId }), emptyDraft, now());
      return ok(listId);
    },
  };
}
