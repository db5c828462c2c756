import type { BitSet } from '#base/bit-set.ts';
import type { PageAsk } from '#base/page.ts';
import type { CustomerId } from '#customers/customer.ts';
import { ifPossible } from '#store/if-possible.ts';
import { readView, writeView } from '#store/views.ts';
import type { Position, UserId } from '#users/ids.ts';
import { filteredOrder } from '#users/user-order.ts';
import { countPlaces } from '#users/user-places.ts';
import { everybody } from '#users/user-query.ts';
import { countLicenseErrors } from '#users/user-query-match.ts';
import type { Desk } from '#worker/desk.ts';
import { asked } from '#worker/jobs/next-turn.ts';
import type { CustomerAsk, LocaleTag, WindowId } from '#worker/scope-types.ts';
import { isStart, startView } from './first-pages.ts';
import { pageOfUsers } from './page-of-users.ts';
import { UserRows } from './user-row.ts';
import type { UserPage, UserPlacesView, UserView, WindowView } from './user-types.ts';

interface UsersPageAsk extends CustomerAsk {
  readonly window: WindowId;
  readonly view: WindowView;
}

interface SelectedPageAsk extends CustomerAsk, PageAsk {
  readonly window: WindowId;
  readonly text: string;
}

/** A longer list helps nobody to choose; the search finds departments too. */
const MOST_DEPARTMENTS = 500;

/** Paging through users: all, the selected ones, and one. */
export function userCommands({ db, customers, selections, firstPages, now }: Desk) {
  return {
    async windowView(id: CustomerId, window: WindowId): Promise<WindowView> {
      return (await readView(db, id, window)) ?? startView;
    },

    async usersPage(ask: UsersPageAsk): Promise<UserPage> {
      const { customerId: id, window, view, locale } = ask;
      const nobodySelected = async (): Promise<boolean> => {
        const { members, awaited } = await selections.get(id, window);
        return members.isEmpty() && awaited.length === 0;
      };
      if (!customers.has(id) && isStart(view) && (await nobodySelected())) {
        const kept = await firstPages.read(id, locale);
        if (kept) {
          // read meanwhile for whatever comes next; a failure shows there
          void customers.open(id).catch(() => undefined);
          return kept;
        }
      }
      const open = await customers.open(id);
      const { matches, order } = await open.find(view.query, locale);
      const selection = await selections.get(id, window);
      const isSelected = (position: Position): boolean => selection.members.has(position);
      const listed = pageOfUsers({ open, users: order, isSelected }, { ...view, locale });
      await ifPossible(
        writeView(db, { customerId: id, window, now: now() }, { ...view, page: listed.page }),
      );
      const shown = {
        ...listed,
        licenseErrors:
          view.query.licenseError === null
            ? []
            : countLicenseErrors(open.data.table, open.data.sets),
        selectedMatching: countBoth(order, selection.members),
        selection: selections.view(open, selection, matches),
      };
      if (isStart(view) && (await nobodySelected())) await firstPages.keep(id, locale, shown);
      return shown;
    },

    /** Who is selected in the window, by display name, as far as the name has the text. */
    async selectedPage(ask: SelectedPageAsk): Promise<UserPage> {
      const { customerId: id, window, text } = ask;
      const open = await customers.open(id);
      const selection = await selections.get(id, window);
      const chosen = await open.inDisplayOrder(selection.members, ask.locale);
      const users =
        text.trim() === ''
          ? chosen
          : await asked(filteredOrder(chosen, await open.findMatches({ ...everybody, text })));
      return {
        ...pageOfUsers({ open, users, isSelected: () => true }, ask),
        selectedMatching: users.length,
        selection: selections.view(open, selection, null),
      };
    },

    async userPlaces({ customerId, locale }: CustomerAsk): Promise<UserPlacesView> {
      const { departments, countries } = await asked(
        countPlaces((await customers.open(customerId)).data.table),
      );
      const { compare } = new Intl.Collator(locale);
      const most = [...departments].sort((a, b) => b[1] - a[1]).slice(0, MOST_DEPARTMENTS);
      return {
        departments: most
          .map(([name, users]) => ({ name, users }))
          .sort((a, b) => compare(a.name, b.name)),
        countries: [...countries].map(([letters, users]) => ({ letters, users })),
      };
    },

    async user(id: CustomerId, userId: UserId, locale: LocaleTag): Promise<UserView | null> {
      const open = await customers.open(id);
      const position = open.positionOf(userId);
      if (position === null) return null;
      const view: UserView = {
        customer: open.data.customer,
        row: new UserRows(open.data, open.namer(locale)).row(position, false),
        mail: open.data.table.texts.mail[position] ?? '',
      };
      return view;
    },
  };
}

function countBoth(order: Uint32Array, members: BitSet): number {
  let count = 0;
  for (const position of order) if (members.has(position)) count++;
  return count;
}
