import { BitSet } from '#base/bit-set.ts';
import { pageOf, type PageAsk } from '#base/page.ts';
import { unreachable } from '#base/unreachable.ts';
import { movesOf, type SheetReader } from '#plan/change-sheet.ts';
import type { SheetItem } from '#plan/sheet-items.ts';
import { getChange } from '#store/changes.ts';
import { NotFound } from '#worker/customers/not-found.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { Desk } from '#worker/desk.ts';
import { beforeAndAfter } from '#worker/licenses/held-view.ts';
import { choiceOf } from '#worker/manage/choice-of.ts';
import { plannedSave } from '#worker/manage/planned-save.ts';
import type { CustomerAsk } from '#worker/scope-types.ts';
import { pendingReview } from '#worker/sync/pending-review.ts';
import { WaitingCounts } from '#worker/sync/waiting-counts.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type { SheetPage, SheetSource } from './sheet-types.ts';

interface PeopleAsk extends CustomerAsk, PageAsk {
  readonly source: SheetSource;
  readonly item: SheetItem;
  /** In a name or a username, in any letter case. */
  readonly text: string;
}

/** Who is behind a line of a change sheet. */
export function sheetCommands(desk: Desk) {
  const { db, customers } = desk;
  const waiting = new WaitingCounts(db, customers);

  const read = async (
    { customerId: id, locale }: CustomerAsk,
    source: SheetSource,
  ): Promise<{ readonly open: OpenCustomer; readonly reader: SheetReader }> => {
    switch (source.kind) {
      case 'review': {
        const { open, review } = await pendingReview(desk, waiting, id);
        return { open, reader: review.sheet };
      }
      case 'draft': {
        const ask = { customerId: id, locale, ...source };
        const { open, planner, users, drafted } = await plannedSave(desk, ask);
        const change = planner.change(users, drafted, choiceOf(source.onShortage));
        return { open, reader: planner.sheet(movesOf(change)) };
      }
      case 'change': {
        const open = await customers.open(id);
        const change = await getChange(db, id, source.changeId);
        if (change === null) throw new NotFound(source.changeId);
        return { open, reader: open.planner.sheet(movesOf(change)) };
      }
      default:
        return unreachable(source);
    }
  };

  return {
    /** The users of one line, in display order. */
    async sheetPeople(ask: PeopleAsk): Promise<SheetPage> {
      const { locale, source, item, text } = ask;
      const { open, reader } = await read(ask, source);
      const { users, before, after } = reader.moves;
      const indexOf = new Map(reader.indexesOf(item).map((index) => [users[index] ?? 0, index]));
      // a Save keeps the order that it was shown in
      const ordered =
        source.kind === 'review'
          ? await open.inDisplayOrder(BitSet.of(indexOf.keys()), locale)
          : Uint32Array.from(indexOf.keys());
      const namer = open.namer(locale);
      const rows = new UserRows(open.data, namer);
      const wanted = text.trim().toLocaleLowerCase();
      const found = ordered.filter((position) => {
        const { displayName, userPrincipalName } = rows.who(position);
        return `${displayName}\n${userPrincipalName}`.toLocaleLowerCase().includes(wanted);
      });
      const { shown, ...place } = pageOf(found, ask);
      const { sets } = open.data;
      return {
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
