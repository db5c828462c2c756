import { steady } from '#base/pace.ts';
import { SeatwiseDatabase } from '#store/database.ts';
import { loadCustomer } from '#store/load-customer.ts';
import { writeBatch } from '#store/write-batch.ts';
import { everybody } from '#users/user-query.ts';
import { catalog } from '#licenses/catalog.ts';
import { describeBy } from '#worker/licenses/describe-product.ts';
import { OpenCustomer } from '#worker/customers/open-customer.ts';
import { databaseName, LOCALE, rowStoreName, type Arena } from './arena.ts';
import { differ, hold, median } from './contest.ts';
import { RowStore, rowsFrom } from './row-store.ts';

/** Stores the batch as a new customer; how many users it then has. */
async function importBatch(db: SeatwiseDatabase, { spec, sample }: Arena): Promise<number> {
  const target = { kind: 'new', id: spec.id, name: sample.name } as const;
  const options = { wholeCustomer: false, describe: describeBy(catalog) };
  const end = await writeBatch(
    db,
    target,
    { batch: sample.batch, options },
    { now: () => Date.now(), pace: steady },
  );
  if (!end.ok) throw new Error(`import refused: ${end.error.kind}`);
  return end.value.users;
}

/** How long it takes to sort the customer by name and to store that order: what rows have by their index. */
async function timeToSort(db: SeatwiseDatabase, { spec, facts }: Arena): Promise<number> {
  const data = await loadCustomer(db, spec.id);
  if (data === null) throw new Error('the imported customer is not there');
  const start = performance.now();
  await new OpenCustomer(db, data, facts, catalog).find(everybody, LOCALE);
  return performance.now() - start;
}

/** Storing everything anew, from records that are ready in memory. Leaves both stores filled. */
export async function importSteps(arena: Arena): Promise<void> {
  const { spec, sample, referee, withRows } = arena;
  const rows = withRows ? rowsFrom(spec.id, sample.batch.users ?? []) : [];
  const sortTimes: number[] = [];
  let db = new SeatwiseDatabase(databaseName(spec));
  let store = new RowStore(rowStoreName(spec));

  const line = await hold(
    {
      step: 'import',
      isRepeatable: false,
      rounds: 3,
      least: spec.shape === 'roles' ? 12 : undefined,
      app: {
        prepare: async () => {
          await db.delete();
          db = new SeatwiseDatabase(databaseName(spec));
          await db.open();
        },
        run: () => importBatch(db, arena),
        finish: async () => {
          sortTimes.push(await timeToSort(db, arena));
        },
      },
      naive: withRows
        ? {
            prepare: async () => {
              await store.delete();
              store = new RowStore(rowStoreName(spec));
              await store.open();
            },
            run: async () => {
              await store.addAll(rows);
              return rows.length;
            },
          }
        : null,
      compare: differ,
    },
    referee,
  );
  referee.line({
    ...line,
    step: 'import and sort by name',
    app: line.app + median(sortTimes),
    least: null,
  });
  db.close();
  store.close();
}
