// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { noChoice } from '#csv/csv-choice.ts';
import { skuId } from '#licenses/ids.ts';
import { backup } from '#store/backup.ts';
import { readCatalogNames } from '#store/catalog-names.ts';
import { keepMapping, readMappings } from '#store/mappings.ts';
import { ImportDesk } from '#worker/imports/import-desk.ts';
import { importNames } from '#worker/licenses/product-names.ts';
import { knownProducts } from '#worker/licenses/known-products.ts';
import { skuGuid } from '../../graph/guids.ts';
import { C1, imported } from '../../store/open-store.ts';
import { batchOf, direct, graphUser, owned } from '../../users/merge-records.ts';
import { openDesk } from '../desk.ts';
import { putBack } from '../../store/put-back.ts';

const UNKNOWN = skuId(skuGuid(77));
const HEADER =
  'Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,Service_Plans_Included_Friendly_Names';
const row = (name: string): string =>
  `${name},QUANTUM_SEATS,${UNKNOWN},QUANTUM,${skuGuid(78)},Quantum Service`;
const list = new File([[HEADER, row('Quantum Seats'), row('Old Quantum')].join('\r\n')], 'n.csv');

/** A desk with a customer that owns a product which nothing names. */
async function deskWithUnknown() {
  const desk = openDesk();
  const user = graphUser(1, { licenses: [direct(UNKNOWN)] });
  await imported(desk.db, C1, batchOf([user], { products: [owned(UNKNOWN)] }));
  const nameNow = async () => (await desk.customers.open(C1)).namer('en').product(UNKNOWN);
  return { desk, nameNow };
}

describe("Microsoft's list of names", () => {
  it('names what neither the customer nor the app names, at once', async () => {
    const { desk, nameNow } = await deskWithUnknown();
    expect(await nameNow()).not.toBe('Quantum Seats');
    expect(await importNames(desk, list, steady)).toEqual({
      kind: 'namesImported',
      products: 1,
      added: 1,
      leftOut: 0,
    });
    expect(await nameNow()).toBe('Quantum Seats');
    const known = await knownProducts(desk.db);
    const names = known.filter((one) => one.skuId === UNKNOWN).map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(['Quantum Seats', 'Old Quantum']));
  });

  it('is told among other files, and is no customer data', async () => {
    const choices = [{ ...noChoice, as: null }];
    const job = { kind: 'readFiles', files: [list], choices, locale: 'en' } as const;
    const read = await new ImportDesk(openDesk()).read(job, steady);
    expect(read).toMatchObject({ files: [{ kind: 'productNames' }], fatal: [] });
  });

  it('travels in a backup of everything, as what was said of columns does', async () => {
    const { desk } = await deskWithUnknown();
    await importNames(desk, list, steady);
    const said = { kind: 'users', header: 'login', columns: ['userPrincipalName'] } as const;
    await keepMapping(desk.db, { ...said, savedAt: 5 });
    const file = new File([await backup(desk.db, null, 7, steady)], 'all.seatwise.json');
    const other = openDesk();
    expect(await putBack(other.db, file)).toMatchObject({ ok: true });
    expect(await readCatalogNames(other.db)).toEqual(await readCatalogNames(desk.db));
    expect(await readMappings(other.db, 'users')).toEqual(new Map([['login', said.columns]]));
    expect(await readMappings(other.db, 'list')).toEqual(new Map());
  });
});
