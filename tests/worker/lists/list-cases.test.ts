// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { ListDesk } from '#worker/lists/list-desk.ts';
import { describeCase, Imports } from '../imports/case-files.ts';
import { listedSave } from './listed-save.ts';

const steadyIn = () => ({ ...steady, waits: () => undefined });

/** Reads a list for a customer, and says what each of its rows asks for. */
async function readList(file: (name: string) => File, users: string, name: string) {
  const imports = new Imports();
  const { written } = await imports.bring(file('subscribedSkus.json'), file(users));
  const { customerId } = written;
  const desk = new ListDesk(imports.desk);
  const said = {
    encoding: 'utf-8',
    splitId: null,
    chosen: {},
    lastRow: null,
    locale: 'en',
  } as const;
  const read = await desk.read({ file: file(name), customerId, ...said }, steadyIn);
  if (!('list' in read)) throw new Error(JSON.stringify(read));
  const { list } = read;
  const ask = { listId: list.listId, window: 'w', locale: 'en', knownLastRow: list.lastRow };
  const plan = await desk.plan({ ...ask, mode: { kind: 'eachRow' } }, steady);
  if ('failure' in plan) throw new Error('not planned');
  const saved = await listedSave(imports.desk, { customerId, window: 'w' }, plan);
  const { products } = await imports.customer(customerId);
  const partNumber = new Map(products.map(({ skuId, skuPartNumber }) => [skuId, skuPartNumber]));
  const asked = list.sample.flatMap(({ user, asks }) =>
    asks.map(({ skuId, action }) =>
      [user?.userPrincipalName.split('@')[0], action, partNumber.get(skuId)].join(' '),
    ),
  );
  return { list, plan: { ...plan, ...saved }, asked };
}

describeCase('12-assignment-list-forms', (file) => {
  const read = (name: string) => readList(file, 'users.json', name);

  it('takes the tenant off a part number, and braces and the tenant off a GUID', async () => {
    const prefixed = await read('tenant-prefix.csv');
    expect([prefixed.asked, prefixed.list.refused]).toEqual([['bo listed SPE_E3'], []]);
    expect(prefixed.list.otherwise).toMatchObject([{ kind: 'products', value: 'alder:SPE_E3' }]);
    const guids = await read('guids.csv');
    expect(guids.asked).toEqual(['bo listed SPE_E3', 'dan listed SPE_E3']);
    expect(guids.plan).toMatchObject({ assigns: 2, revokes: 0 });
  });

  it('finds people as mail programs write them, and follows the words of the admin center', async () => {
    const { asked, list, plan } = await read('names.csv');
    expect(list.refused).toEqual([]);
    expect(asked).toEqual(['bo assign SPE_E3', 'cy assign SPE_E3', 'dan revoke SPE_E5']);
    expect(plan).toMatchObject({ assigns: 2, revokes: 1 });
    expect(list.otherwise).toMatchObject([{ kind: 'user', row: 2, user: 'bo@alder.example' }]);
  });

  it('refuses an X beside a 0, and what stands under a heading that is no product', async () => {
    const { list, plan } = await read('wide-x.csv');
    expect(list.refused.map(({ row, column, reason }) => [row, column, reason.kind])).toEqual([
      [2, 'VISIOCLIENT', 'mixedMark'],
      [3, 'Contractor pack', 'unknownProduct'],
    ]);
    expect(plan).toMatchObject({ users: 0 });
  });

  it('says that a column of usage locations is not read', async () => {
    const { list, plan } = await read('usage-location.csv');
    const aside = list.columns.filter(({ use }) => use.kind === 'aside');
    expect(aside.map(({ heading }) => heading)).toEqual(['UsageLocation']);
    expect(plan).toMatchObject({ users: 1, changed: 0, stay: 1 });
  });
});

describeCase('06-assignment-list-overwrites-what-is-held', (file) => {
  it('gives each product in a cell, and takes nothing that no row names', async () => {
    const { list, asked, plan } = await readList(file, 'first-users.json', 'assign.csv');
    expect([list.refused, list.unclear]).toEqual([[], []]);
    expect(asked.sort()).toEqual(['bo listed SPE_E3', 'cy listed SPE_E3', 'cy listed VISIOCLIENT']);
    expect(plan).toMatchObject({ assigns: 3, revokes: 0 });
  });
});
