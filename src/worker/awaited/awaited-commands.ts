import type { CustomerId } from '#customers/customer.ts';
import { assignedBy, type Awaited } from '#plan/awaited-users.ts';
import type { ChangeId } from '#plan/change.ts';
import { dropAwaited, listAwaited } from '#store/awaited-rows.ts';
import { writeDraft } from '#store/drafts.ts';
import type { Position } from '#users/ids.ts';
import { emptySelection, withPositions } from '#users/selection-edit.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { Desk } from '#worker/desk.ts';
import { draftPlace } from '#worker/manage/scope-key.ts';
import type { LocaleTag, WindowId } from '#worker/scope-types.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type { SelectionView } from '#worker/users/user-types.ts';
import type { AwaitedView } from './list-types.ts';

/** The user who came; null while nobody did, or where the name fits several. */
function arrived({ finder }: OpenCustomer, { key }: Awaited): Position | null {
  const [user, ...others] = finder.find(key);
  return user === undefined || others.length > 0 ? null : user;
}

/** Users for whom Saves wait. */
export function awaitedCommands({ db, customers, selections, now }: Desk) {
  return {
    /** Names that Saves of the customer wait for (of undone ones: no), and who of them came. */
    async awaited(id: CustomerId, locale: LocaleTag): Promise<AwaitedView[]> {
      // most customers wait for nobody, and need not be loaded to say so
      const waiting = (await listAwaited(db, id)).filter(({ isTakenOut }) => !isTakenOut);
      if (waiting.length === 0) return [];
      const open = await customers.open(id);
      const namer = open.namer(locale);
      const rows = new UserRows(open.data, namer);
      return waiting
        .sort((a, b) => b.savedAt - a.savedAt || namer.compare(a.name, b.name))
        .map((one) => {
          const { draft, isTakenOut: _, ...told } = one;
          const user = arrived(open, one);
          const several = user === null && open.finder.find(one.key).length > 0;
          return {
            ...told,
            products: assignedBy(draft).map((sku) => namer.product(sku)),
            fits: user !== null ? 'one' : several ? 'several' : 'nobody',
            user: user === null ? null : rows.who(user),
          };
        });
    },

    /** Waits no longer for names of a change. */
    async dropAwaited(id: CustomerId, changeId: ChangeId, keys: readonly string[]): Promise<void> {
      await dropAwaited(
        db,
        id,
        keys.map((key) => ({ changeId, key })),
      );
      await customers.reload(id);
    },

    /** Selects the users for whom a change waited and who came, with what it planned ticked. */
    async reviewAwaited(
      id: CustomerId,
      window: WindowId,
      changeId: ChangeId,
    ): Promise<SelectionView> {
      const open = await customers.open(id);
      const came = open.data.awaited.flatMap((one) => {
        const user = arrived(open, one);
        return one.changeId === changeId && !one.isTakenOut && user !== null
          ? [{ user, draft: one.draft }]
          : [];
      });
      const draft = came[0]?.draft;
      // a list of rows may have planned several things: one after the other
      const alike = came.filter((one) => JSON.stringify(one.draft) === JSON.stringify(draft));
      const users = alike.map(({ user }) => user);
      const next = await selections.edit(id, window, () => ({
        ...withPositions(emptySelection, users, true, now()),
        reviewing: changeId,
      }));
      if (draft !== undefined) {
        await writeDraft(db, draftPlace(id, { kind: 'selection', window }), draft, now());
      }
      return selections.view(open, next, null);
    },
  };
}
