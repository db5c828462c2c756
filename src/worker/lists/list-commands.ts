import { isOfPlanFile } from '#store/opened-plans.ts';
import { readPastedList } from '#users/pasted-list.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type { Commands, Desk } from '#worker/desk.ts';

/** How many of the users whom one name fits are shown. */
const MOST_CANDIDATES = 50;

/** Pasted lists of users, and assignment lists that were read. */
export function listCommands({
  db,
  customers,
  lists,
}: Desk): Pick<Commands, 'readList' | 'reviewedList'> {
  return {
    async readList(id, text, locale) {
      const open = await customers.open(id);
      const rows = new UserRows(open.data, open.namer(locale));
      const { names, notUnderstood } = readPastedList(text);
      const { matched, unmatched, ambiguous } = open.finder.findAll(names);
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

    async reviewedList(id, window, listId) {
      const source = (await lists.get(id, window, listId))?.plan.source ?? null;
      if (source?.kind !== 'file') return source;
      return { ...source, isPlanFile: await isOfPlanFile(db, id, listId) };
    },
  };
}
