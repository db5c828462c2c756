import type { BitSet } from '#base/bit-set.ts';
import type { Position, UserId } from '#users/ids.ts';
import { everybody } from '#users/user-query.ts';
import { readView, writeView } from '#store/views.ts';
import { filteredOrder } from '#users/user-order.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { UserPage, UserView } from './user-types.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import { UserRows } from './user-row.ts';
import { isStart, startView } from './first-pages.ts';
import type { Commands, Desk } from '#worker/desk.ts';

/** Paging through users: all, the selected ones, and one. */
export function userCommands({
  db,
  customers,
  selections,
  firstPages,
  now,
}: Desk): Pick<Commands, 'windowView' | 'usersPage' | 'selectedPage' | 'user'> {
  return {
    async windowView(id, window) {
      return (await readView(db, id, window)) ?? startView;
    },

    async usersPage({ customerId: id, window, view, locale }) {
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
      const page = clampPage(view.page, order.length, view.pageSize);
      await writeView(db, id, window, { ...view, page }, now());
      const selection = await selections.get(id, window);
      const isSelected = (position: Position): boolean => selection.members.has(position);
      const shown = {
        ...rowsOf(open, order, page, view.pageSize, locale, isSelected),
        selectedMatching: countBoth(order, selection.members),
        selection: selections.view(open, selection, matches),
      };
      if (isStart(view) && (await nobodySelected())) await firstPages.keep(id, locale, shown);
      return shown;
    },

    async selectedPage({ customerId: id, window, page, pageSize, text, locale }) {
      const open = await customers.open(id);
      const selection = await selections.get(id, window);
      const chosen = await open.inDisplayOrder(selection.members, locale);
      const found =
        text.trim() === '' ? chosen : filteredOrder(chosen, open.matches({ ...everybody, text }));
      return {
        ...rowsOf(
          open,
          found,
          clampPage(page, found.length, pageSize),
          pageSize,
          locale,
          () => true,
        ),
        selectedMatching: found.length,
        selection: selections.view(open, selection, null),
      };
    },

    async user(id, userId, locale) {
      const open = await customers.open(id);
      const position = positionOf(open, userId);
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

/** Where a user stands; null when the customer has no such user. */
export function positionOf({ data }: OpenCustomer, userId: UserId): Position | null {
  const position = data.table.texts.id.indexOf(userId);
  return position < 0 ? null : position;
}

/** The last page for a page past the end. */
export const clampPage = (page: number, total: number, pageSize: number): number =>
  Math.max(0, Math.min(page, Math.ceil(total / pageSize) - 1));

/** One page of the given order. */
export function rowsOf(
  open: OpenCustomer,
  order: Uint32Array,
  page: number,
  pageSize: number,
  locale: LocaleTag,
  isSelected: (position: Position) => boolean,
): Pick<UserPage, 'rows' | 'total' | 'page' | 'version'> {
  const rows = new UserRows(open.data, open.namer(locale));
  const positions = order.subarray(page * pageSize, (page + 1) * pageSize);
  return {
    rows: Array.from(positions, (position) => rows.row(position, isSelected(position))),
    total: order.length,
    page,
    version: open.data.customer.version,
  };
}

function countBoth(order: Uint32Array, members: BitSet): number {
  let count = 0;
  for (const position of order) if (members.has(position)) count++;
  return count;
}
