import { inTurns } from '#base/steps.ts';
import type { CustomerId } from '#customers/customer.ts';
import { listCustomers } from '#store/customers.ts';
import { keptLists, partStates } from '#store/kept-lists.ts';
import { isOfPlanFile } from '#store/opened-plans.ts';
import { readPastedList } from '#users/pasted-list.ts';
import type { PastedListView } from '#worker/awaited/list-types.ts';
import type { Desk } from '#worker/desk.ts';
import { politePace } from '#worker/jobs/next-turn.ts';
import type { LocaleTag, WindowId } from '#worker/scope-types.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type { KeptListView, ListId, ReviewedListView } from './assignment-list-types.ts';

/** How many of the users whom one name fits are shown. */
const MOST_CANDIDATES = 50;

/** Pasted lists of users, and assignment lists that were read. */
export function listCommands({ db, customers, lists }: Desk) {
  return {
    /** Whom a pasted text means; nothing is selected yet. */
    async readList(id: CustomerId, text: string, locale: LocaleTag): Promise<PastedListView> {
      const open = await customers.open(id);
      const rows = new UserRows(open.data, open.namer(locale));
      const { finder } = open;
      const isCalled = (name: string): boolean => finder.findCalled(name).length > 0;
      const pace = politePace();
      const { names, notUnderstood } = await inTurns(readPastedList(text, isCalled), pace);
      const { matched, unmatched, ambiguous } = await inTurns(finder.findAll(names), pace);
      return {
        matched,
        unmatched,
        ambiguous: ambiguous.map(({ name, candidates }) => ({
          name,
          candidates: candidates.slice(0, MOST_CANDIDATES).map((position) => rows.who(position)),
          total: candidates.length,
        })),
        notUnderstood,
      };
    },

    /** The lists of several customers in the middle of their work, the newest first. */
    async keptLists(): Promise<KeptListView[]> {
      const names = new Map((await listCustomers(db)).map(({ id, name }) => [id, name]));
      const views: KeptListView[] = [];
      for (const { id, fileName, at, parts } of await keptLists(db)) {
        const states = await partStates(db, parts);
        const named = states.map((part) => ({ ...part, name: names.get(part.customerId) ?? '' }));
        views.push({ id, fileName, at, parts: named });
      }
      return views;
    },

    /** The file of such a list; null when it is kept no longer. */
    async keptListFile(id: string): Promise<File | null> {
      const row = await db.keptLists.get(id);
      return row === undefined ? null : new File([row.bytes], row.fileName);
    },

    /** Keeps such a list no longer; what of it was saved stays saved. */
    async dropKeptList(id: string): Promise<void> {
      await db.keptLists.delete(id);
    },

    /** The assignment list that the window reviews; null when it was saved, or another one was read since. */
    async reviewedList(
      id: CustomerId,
      window: WindowId,
      listId: ListId,
    ): Promise<ReviewedListView | null> {
      const source = (await lists.get(id, window, listId))?.plan.source ?? null;
      if (source?.kind !== 'file') return source;
      return { ...source, isPlanFile: await isOfPlanFile(db, id, listId) };
    },
  };
}
