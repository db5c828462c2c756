// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { SeatwiseDatabase } from '#store/database.ts';
import { writeDraft } from '#store/drafts.ts';
import { E5 } from '../users/merge-records.ts';
import { assign, C1, everything, imported, openStore, sampleBatch, saved } from './open-store.ts';

/** The tables of version 1, as they went out into the world. */
const VERSION_1 = {
  customers: 'id',
  products: 'customerId',
  groups: 'customerId',
  userBlocks: '[customerId+revision+block]',
  licenseBlocks: '[customerId+revision+block]',
  licenseSets: '[customerId+first]',
  orders: '[customerId+locale+sort]',
  changes: '[customerId+id], [customerId+sequence]',
  changeColumns: '[customerId+id]',
  drafts: '[customerId+scope+window], [customerId+scope+at]',
  selections: '[customerId+scope+window], [customerId+scope+at]',
  views: '[customerId+scope+window], [customerId+scope+at]',
  purchases: '[customerId+skuId]',
  firstPages: 'customerId',
  imports: 'customerId',
  ruleFacts: '[scope+id]',
  settings: 'key',
};

type Rows = Record<keyof typeof VERSION_1, unknown[]>;

/** Of each table of version 1, what is in it. */
async function rowsOf(db: Dexie): Promise<Rows> {
  const names = Object.keys(VERSION_1);
  const tables = names.map(async (name) => [name, await db.table(name).toArray()] as const);
  return Object.fromEntries(await Promise.all(tables)) as Rows;
}

const withoutSwaps = ({ swaps: _new, ...draft }: { swaps?: unknown }): object => draft;

/** Today's rows as version 1 wrote them. */
const asVersion1 = (rows: Rows): Rows => ({
  ...rows,
  drafts: (rows.drafts as { value: object }[]).map((row) => ({
    ...row,
    value: withoutSwaps(row.value),
  })),
  changes: (rows.changes as { draft: object }[]).map((row) => ({
    ...row,
    draft: withoutSwaps(row.draft),
  })),
});

describe('a database that version 1 wrote', () => {
  it('is opened with everything in it, its drafts without swaps', async () => {
    const today = openStore();
    await imported(today, C1, sampleBatch(5));
    await saved(today, C1, [0, 1, 2], assign(E5));
    await writeDraft(today, C1, 'w1', 'selection', assign(E5), 1);
    const name = crypto.randomUUID();
    const first = new Dexie(name);
    first.version(1).stores(VERSION_1);
    const old = asVersion1(await rowsOf(today));
    for (const [table, rows] of Object.entries(old)) await first.table(table).bulkAdd(rows);
    expect(old.changes).not.toMatchObject([{ draft: { swaps: [] } }]);
    first.close();

    expect(await everything(new SeatwiseDatabase(name))).toEqual(await everything(today));
  });
});
