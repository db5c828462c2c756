import { SeatwiseDatabase } from '#store/database.ts';
import { everybody } from '#users/user-query.ts';
import { orderOf } from '#users/user-order.ts';
import { lowerTexts } from '#users/user-query-match.ts';
import type { UserRow } from '#worker/users/user-types.ts';
import { OpenCustomer } from '#worker/customers/open-customer.ts';
import { pageOfUsers } from '#worker/users/page-of-users.ts';
import { databaseName, filledRows, LOCALE, PAGE_SIZE, type Arena } from './arena.ts';
import { differ, hold, rival, type Opponent } from './contest.ts';
import type { InMemory } from './load-steps.ts';
import type { Row, RowsOnDisk, StoredRows } from './row-store.ts';
import { catalog } from '#licenses/catalog.ts';

const SEARCHED = 'berg';

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Positions by name as a person reads names, sorted the plain way. */
function inReadingOrder(rows: readonly Row[]): number[] {
  const { compare } = new Intl.Collator(LOCALE, { numeric: true });
  return [...rows.keys()].sort((a, b) => {
    const [one, other] = [rows[a], rows[b]];
    if (one === undefined || other === undefined) return 0;
    return (
      compare(one.displayName, other.displayName) ||
      byCodeUnits(one.userPrincipalName, other.userPrincipalName) ||
      a - b
    );
  });
}

/** The same as IndexedDB sorts them, which knows no language. */
const inIndexOrder = (rows: readonly Row[]): number[] =>
  [...rows.keys()].sort((a, b) => {
    const [one, other] = [rows[a], rows[b]];
    if (one === undefined || other === undefined) return 0;
    return (
      byCodeUnits(one.displayName, other.displayName) || byCodeUnits(one.objectId, other.objectId)
    );
  });

const isFound = ({ displayName, userPrincipalName, department }: Row): boolean =>
  [displayName, userPrincipalName, department].some((text) =>
    text?.toLowerCase().includes(SEARCHED),
  );

/** The users list: pages, order and search. Gives everybody in display order. */
export async function pageSteps(arena: Arena, { data, rows }: InMemory): Promise<Uint32Array> {
  const { spec, facts, referee, onDisk } = arena;
  const db = new SeatwiseDatabase(databaseName(spec));
  const reading = inReadingOrder(rows);
  const byIndex = onDisk.length === 0 ? [] : inIndexOrder(rows);
  const sortedRows = reading.map((position) => rows[position]);
  const idsAt = (order: readonly number[], offset: number): (string | undefined)[] =>
    order.slice(offset, offset + PAGE_SIZE).map((position) => rows[position]?.objectId);

  const appPage = async (open: OpenCustomer, page: number): Promise<readonly UserRow[]> => {
    const { order: users } = await open.find(everybody, LOCALE);
    const ask = { page, pageSize: PAGE_SIZE, locale: LOCALE };
    return pageOfUsers({ open, users, isSelected: () => false }, ask).rows;
  };
  const fromRows = (offset: number, bound: number | null) =>
    onDisk.map((place): Opponent<readonly UserRow[]> => {
      let store: StoredRows | null = null;
      return rival<readonly UserRow[], Row[]>({
        against: place.against,
        bound: bound === null || !place.isAsked ? null : { atLeast: bound },
        prepare: async () => {
          store ??= await filledRows(arena, place);
        },
        run: async () => (await store?.page(spec.id, offset, PAGE_SIZE)) ?? [],
        // the orders differ, so each page is compared with its own sort
        compare: (page, found) =>
          differ(
            [page.map(({ userId }) => userId), found.map(({ objectId }) => objectId)],
            [idsAt(reading, offset), idsAt(byIndex, offset)],
          ),
      });
    });

  await hold(
    {
      step: 'first page of a customer just loaded',
      isRepeatable: true,
      app: { run: () => appPage(new OpenCustomer(db, { data, facts, names: catalog }), 0) },
      opponents: fromRows(0, null),
    },
    referee,
  );
  const open = new OpenCustomer(db, { data, facts, names: catalog });
  const middle = Math.floor(rows.length / 2 / PAGE_SIZE);
  await hold(
    {
      step: 'page in the middle',
      isRepeatable: true,
      app: { run: () => appPage(open, middle) },
      opponents: [
        ...fromRows(middle * PAGE_SIZE, 100),
        rival<readonly UserRow[], (Row | undefined)[]>({
          against: 'sorted objects in memory',
          run: () => sortedRows.slice(middle * PAGE_SIZE, (middle + 1) * PAGE_SIZE),
          compare: (page, found) =>
            differ(
              page.map(({ userId }) => userId),
              found.map((row) => row?.objectId),
            ),
        }),
      ],
    },
    referee,
  );
  const collator = new Intl.Collator(LOCALE, { numeric: true });
  await hold(
    {
      step: 'sort by name, the first time',
      isRepeatable: true,
      app: { run: () => orderOf(data.table, 'displayName', { collator, labelOfSet: () => '' }) },
      opponents: [
        rival<Uint32Array, number[]>({
          against: 'objects in memory, by the collator',
          bound: { atLeast: 1.5 },
          run: () => inReadingOrder(rows),
          compare: (order, other) => differ([...order.slice(0, 999)], other.slice(0, 999)),
        }),
      ],
    },
    referee,
  );
  await searchSteps(arena, { data, rows }, open);
  const { order } = await open.find(everybody, LOCALE);
  db.close();
  return order;
}

async function searchSteps(
  arena: Arena,
  { data, rows }: InMemory,
  open: OpenCustomer,
): Promise<void> {
  const { referee, onDisk } = arena;
  const inMemory = rival<number, number>({
    against: 'objects in memory',
    bound: { atLeast: 2 },
    run: () => rows.filter(isFound).length,
    compare: differ,
  });
  await hold(
    {
      step: 'search, first key',
      isRepeatable: true,
      app: {
        run: () => {
          const low = lowerTexts(data.table);
          return low.reduce((sum, text) => sum + (text.includes(SEARCHED) ? 1 : 0), 0);
        },
      },
      opponents: [{ ...inMemory, bound: null }],
    },
    referee,
  );
  const inStore = (place: RowsOnDisk): Opponent<number> => {
    let store: StoredRows | null = null;
    return rival<number, number>({
      against: place.against,
      bound: place.isAsked ? { atLeast: 100 } : null,
      prepare: async () => {
        store ??= await filledRows(arena, place);
      },
      run: () => store?.countMatching(SEARCHED) ?? 0,
      compare: differ,
    });
  };
  await hold(
    {
      step: 'search, next key',
      isRepeatable: true,
      app: { run: () => open.matches({ ...everybody, text: SEARCHED }).count() },
      opponents: [...onDisk.map(inStore), inMemory],
    },
    referee,
  );
}
