import { SeatwiseDatabase } from '#store/database.ts';
import { everybody } from '#users/user-query.ts';
import type { UserRow } from '#worker/users/user-types.ts';
import { OpenCustomer } from '#worker/customers/open-customer.ts';
import { pageOfUsers } from '#worker/users/page-of-users.ts';
import { databaseName, LOCALE, PAGE_SIZE, rowStoreName, type Arena } from './arena.ts';
import { differ, hold } from './contest.ts';
import type { InMemory } from './load-steps.ts';
import { RowStore, type Row } from './row-store.ts';
import { catalog } from '#licenses/catalog.ts';

const SEARCHED = 'berg';

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Positions by name, sorted the plain way, as a person reads names and as IndexedDB does. */
function sortedOrders(rows: readonly Row[]): Record<'reading' | 'index', number[]> {
  const { compare } = new Intl.Collator(LOCALE, { numeric: true });
  const sorted = (before: (a: Row, b: Row) => number): number[] =>
    [...rows.keys()].sort((a, b) => {
      const [one, other] = [rows[a], rows[b]];
      return one === undefined || other === undefined ? 0 : before(one, other) || a - b;
    });
  return {
    reading: sorted(
      (a, b) =>
        compare(a.displayName, b.displayName) ||
        byCodeUnits(a.userPrincipalName, b.userPrincipalName),
    ),
    index: sorted(
      (a, b) => byCodeUnits(a.displayName, b.displayName) || byCodeUnits(a.objectId, b.objectId),
    ),
  };
}

/** The users list: first page, a jump into the middle, and a search. Gives everybody in display order. */
export async function pageSteps(arena: Arena, { data, rows }: InMemory): Promise<Uint32Array> {
  const { spec, facts, referee, withRows } = arena;
  const db = new SeatwiseDatabase(databaseName(spec));
  const store = new RowStore(rowStoreName(spec));
  const orders = sortedOrders(rows);
  const idsAt = (order: readonly number[], offset: number): (string | undefined)[] =>
    order.slice(offset, offset + PAGE_SIZE).map((position) => rows[position]?.objectId);

  const appPage = async (open: OpenCustomer, page: number): Promise<readonly UserRow[]> => {
    const { order: users } = await open.find(everybody, LOCALE);
    const ask = { page, pageSize: PAGE_SIZE, locale: LOCALE };
    return pageOfUsers({ open, users, isSelected: () => false }, ask).rows;
  };
  /** The orders differ (an index knows no language), so each page is compared with its own sort. */
  const compareAt = (offset: number) => (page: readonly UserRow[], found: readonly Row[]) =>
    differ(
      [page.map(({ userId }) => userId), found.map(({ objectId }) => objectId)],
      [idsAt(orders.reading, offset), idsAt(orders.index, offset)],
    );
  const naivePage = (offset: number) =>
    withRows ? { run: () => store.page(spec.id, offset, PAGE_SIZE) } : null;

  await hold(
    {
      step: 'first page of a customer just loaded',
      isRepeatable: true,
      rounds: 5,
      warmUps: 1,
      app: { run: () => appPage(new OpenCustomer(db, data, facts, catalog), 0) },
      naive: naivePage(0),
      compare: compareAt(0),
    },
    referee,
  );
  const open = new OpenCustomer(db, data, facts, catalog);
  const middle = Math.floor(rows.length / 2 / PAGE_SIZE);
  await hold(
    {
      step: 'page in the middle',
      isRepeatable: true,
      rounds: 5,
      warmUps: 1,
      app: { run: () => appPage(open, middle) },
      naive: naivePage(middle * PAGE_SIZE),
      compare: compareAt(middle * PAGE_SIZE),
    },
    referee,
  );
  await hold(
    {
      step: `search for “${SEARCHED}”`,
      isRepeatable: true,
      rounds: 5,
      warmUps: 1,
      app: { run: () => open.matches({ ...everybody, text: SEARCHED }).count() },
      naive: withRows ? { run: () => store.countMatching(SEARCHED) } : null,
      compare: differ,
    },
    referee,
  );
  const { order } = await open.find(everybody, LOCALE);
  db.close();
  store.close();
  return order;
}
