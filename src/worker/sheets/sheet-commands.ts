import { pageOf, type PageAsk } from '#base/page.ts';
import type { Desk } from '#worker/desk.ts';
import { beforeAndAfter } from '#worker/licenses/held-view.ts';
import { WaitingCounts } from '#worker/sync/waiting-counts.ts';
import { UserRows } from '#worker/users/user-row.ts';
import { linePeople, type LineAsk } from './line-people.ts';
import type { SheetPage } from './sheet-types.ts';

/** Who is behind a line of a change sheet. */
export function sheetCommands(desk: Desk) {
  const waiting = new WaitingCounts(desk.db, desk.customers);
  return {
    /** The users of one line, in display order. */
    async sheetPeople(ask: LineAsk & PageAsk): Promise<SheetPage> {
      const { open, reader, users, indexOf } = await linePeople(desk, waiting, ask);
      const { before, after } = reader.moves;
      const { sets, customer } = open.data;
      const namer = open.namer(ask.locale);
      const rows = new UserRows(open.data, namer);
      const { shown, ...place } = pageOf(users, ask);
      return {
        customerName: customer.name,
        rows: Array.from(shown, (position) => {
          const index = indexOf.get(position) ?? 0;
          const [from = 0, to = 0] = [before.licenses[index], after.licenses[index]];
          return {
            ...rows.who(position),
            ...beforeAndAfter(sets.at(from), sets.at(to), namer),
            isUntold: sets.isUntold(to),
          };
        }),
        ...place,
      };
    },
  };
}
