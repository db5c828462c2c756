import { setKey } from '#licenses/license-set.ts';
import { SeatwiseDatabase } from '#store/database.ts';
import { loadCustomer, type LoadedCustomer } from '#store/load-customer.ts';
import { databaseName, filledRows, type Arena } from './arena.ts';
import { hold, rival } from './contest.ts';
import { rowsFrom, type Row, type RowsOnDisk } from './row-store.ts';

/** A customer as each way holds it in memory; `rows[i]` and position i are the same user. */
export interface InMemory {
  readonly data: LoadedCustomer;
  readonly rows: readonly Row[];
}

/** Reads the columns through a connection of its own. */
export async function readColumns({ spec }: Pick<Arena, 'spec'>): Promise<LoadedCustomer> {
  const db = new SeatwiseDatabase(databaseName(spec));
  const data = await loadCustomer(db, spec.id);
  db.close();
  if (data === null) throw new Error('the imported customer is not there');
  return data;
}

/** Reads all rows through a connection of its own. */
export async function readRows(place: RowsOnDisk): Promise<Row[]> {
  const store = await place.open();
  const rows = await store.all();
  store.close();
  return rows;
}

function byPosition({ table }: LoadedCustomer, rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.objectId, row]));
  return table.texts.id.map((id) => {
    const row = byId.get(id);
    if (row === undefined) throw new Error(`no row of ${id}`);
    return row;
  });
}

function differences(data: LoadedCustomer, unordered: readonly Row[]): string | null {
  const { table, sets } = data;
  if (table.count !== unordered.length) return `${table.count} and ${unordered.length} users`;
  const { displayName, userPrincipalName, department, mail } = table.texts;
  const wrong = byPosition(data, unordered).findIndex(
    (row, i) =>
      row.userPrincipalName !== userPrincipalName[i] ||
      row.displayName !== (displayName[i] || userPrincipalName[i]) ||
      row.department !== department[i] ||
      row.mail !== mail[i] ||
      row.usageLocation !== table.locations.baseline[i] ||
      setKey(row.licenses ?? []) !== setKey(sets.at(table.licenses.baseline[i] ?? 0)),
  );
  return wrong < 0 ? null : `the user at ${wrong} is not the same`;
}

/** Opening a customer that is on the disk. */
export async function loadSteps(arena: Arena): Promise<InMemory> {
  const { spec, sample, referee, onDisk } = arena;
  const data = await readColumns(arena);
  const columns = {
    ...{ table: data.table, sets: data.sets.since(0), products: data.products },
    groups: data.groups,
  };
  const rowsOnDisk = (place: RowsOnDisk) =>
    rival<LoadedCustomer, Row[]>({
      against: place.against,
      bound: place.isAsked ? { atLeast: spec.shape === 'roles' ? 8 : 6 } : null,
      prepare: async () => (await filledRows(arena, place)).close(),
      run: () => readRows(place),
      compare: differences,
    });
  await hold(
    {
      step: 'load into memory',
      isRepeatable: true,
      app: { run: () => readColumns(arena) },
      opponents: [
        ...onDisk.map(rowsOnDisk),
        {
          against: 'structuredClone of the columns',
          isLimit: true,
          bound: { atMost: 3 },
          run: () => structuredClone(columns),
        },
      ],
    },
    referee,
  );
  // read from a store, every user has objects of its own
  const rows = rowsFrom(spec.id, sample.batch.users ?? []).map((row) => ({
    ...row,
    licenses: structuredClone(row.licenses),
  }));
  return { data, rows: byPosition(data, rows) };
}
