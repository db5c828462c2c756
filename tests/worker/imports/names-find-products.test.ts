// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { ProductFinder } from '#csv/product-finder.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { CatalogProduct } from '#licenses/catalog.ts';
import type { SkuId } from '#licenses/ids.ts';
import { assignmentOf } from '#licenses/license-set.ts';
import { catalogPart } from '#sandbox/catalog-part.ts';
import { backup } from '#store/backup.ts';
import { writeBatch } from '#store/write-batch.ts';
import { importCommands } from '#worker/imports/import-commands.ts';
import { sayNames } from '#worker/imports/write-import.ts';
import { runs } from '../../runs.ts';
import { C1, clock, imported, importOptions, loaded } from '../../store/open-store.ts';
import { putBack } from '../../store/put-back.ts';
import { batchOf, byGroup, direct, graphUser, owned } from '../../users/merge-records.ts';
import { openDesk } from '../desk.ts';
import { heldBy, Imports } from './case-files.ts';

const COPILOT = catalogPart('Microsoft_365_Copilot');
const E3 = catalogPart('SPE_E3');
/** Twins of one name, names with a plus in them, an older name, no-Teams suites, and plain ones. */
const PRODUCTS = [
  COPILOT,
  catalogPart('M365_Copilot'),
  catalogPart('VISIOCLIENT'),
  catalogPart('VISIO_PLAN2_DEPT'),
  catalogPart('SMB_BUSINESS_ESSENTIALS'),
  catalogPart('O365_BUSINESS_ESSENTIALS'),
  catalogPart('EMS'),
  catalogPart('VIRTUAL_AGENT_USL'),
  catalogPart('Microsoft_365_E3_(no_Teams)'),
  E3,
];

const csvOf = (rows: readonly (readonly [user: number, licenses: string])[]): File => {
  const lines = rows.map(([n, licenses]) => `user${n}@contoso.com,"${licenses}"`);
  const text = ['User principal name,Licenses', ...lines].join('\r\n');
  return new File([`${text}\r\n`], 'users.csv', { lastModified: 1000 });
};

/** A customer that owns these products, of which user n holds those at `held[n]`, from Graph. */
async function customerWith(
  products: readonly CatalogProduct[],
  held: readonly (readonly CatalogProduct[])[],
): Promise<Imports> {
  const imports = new Imports();
  const users = held.map((some, n) =>
    graphUser(n, {
      licenses: some.map(({ skuId }, i) => (i % 3 === 2 ? byGroup(skuId) : direct(skuId))),
    }),
  );
  const list = products.map(({ skuId, skuPartNumber }) => ({ ...owned(skuId), skuPartNumber }));
  await imported(imports.desk.db, C1, batchOf(users, { products: list }));
  return imports;
}

/** Imports the file into the customer; gives what it holds then. */
async function after(imports: Imports, file: File) {
  const written = await imports.write(await imports.read(file), C1);
  return { written, held: heldBy(await imports.customer(C1)) };
}

describe('a name in a users file', () => {
  it('changes nothing where it is a name that the list gives to what the user holds', async () => {
    const spelled = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.replaceAll(' ', '\u00a0 '),
    );
    const product = fc.constantFrom(...PRODUCTS);
    const user = fc.uniqueArray(
      fc.record({ product, spelled, name: fc.nat(), isPart: fc.boolean() }),
      { maxLength: 4, selector: ({ product: { skuId } }) => skuId },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(user, { minLength: 1, maxLength: 4 }),
        fc.subarray(PRODUCTS),
        async (users, more) => {
          const held = users.map((some) => some.map((one) => one.product));
          const imports = await customerWith([...new Set([...held.flat(), ...more])], held);
          const before = await imports.customer(C1);
          const rows = users.map((some, n) => {
            const names = some.map(({ product: { skuPartNumber, name, otherNames }, ...one }) => {
              const all = one.isPart ? [skuPartNumber] : [name, ...otherNames];
              return one.spelled(all[one.name % all.length] ?? '');
            });
            return [n, names.join('+') || 'Unlicensed'] as const;
          });
          const { written } = await after(imports, csvOf(rows));
          const now = await imports.customer(C1);
          expect(written).toMatchObject({ added: 0, changed: 0, gone: 0 });
          expect([...now.table.licenses.baseline]).toEqual([...before.table.licenses.baseline]);
          expect(now.products).toEqual(before.products);
        },
      ),
      { numRuns: runs({ quick: 25, all: 1000 }) },
    );
  });

  it('takes nothing from its holder where it is no name of the list', async () => {
    const imports = await customerWith([COPILOT, E3], [[COPILOT, E3], [E3], []]);
    const name = 'Copilot of the new name';
    const rows = csvOf([
      [0, `${name}+Microsoft 365 E3`],
      [1, `${name}+Microsoft 365 E3`],
      [2, name],
    ]);
    const expected = {
      'user0@contoso.com': ['Microsoft_365_Copilot', 'SPE_E3'],
      'user1@contoso.com': [name, 'SPE_E3'],
      'user2@contoso.com': [name],
    };
    expect((await after(imports, rows)).held).toEqual(expected);
    expect((await after(imports, rows)).held).toEqual(expected);
  });

  it('means what the customer owns of two products with that name', async () => {
    const dept = catalogPart('VISIO_PLAN2_DEPT');
    const imports = await customerWith([dept], [[]]);
    const { held } = await after(imports, csvOf([[0, 'Visio Plan 2']]));
    expect(held).toEqual({ 'user0@contoso.com': ['VISIO_PLAN2_DEPT'] });
  });

  it('stays a name where the customer owns no such product, and is one where nobody listed any', async () => {
    const known = await customerWith([E3], [[E3]]);
    const rows = csvOf([
      [0, 'Microsoft 365 E3+Visio Plan 2'],
      [1, 'VISIOCLIENT'],
    ]);
    const { held } = await after(known, rows);
    expect(held).toEqual({
      'user0@contoso.com': ['SPE_E3', 'Visio Plan 2'],
      'user1@contoso.com': ['VISIOCLIENT'],
    });
    const { customer } = await new Imports().bring(rows);
    expect(heldBy(customer)).toEqual({
      'user0@contoso.com': ['SPE_E3', 'VISIOCLIENT'],
      'user1@contoso.com': ['VISIOCLIENT'],
    });
  });

  it('revokes what the file does not list, where all of its names are known', async () => {
    const visio = catalogPart('VISIOCLIENT');
    const imports = await customerWith([E3, visio], [[E3, visio]]);
    const { held } = await after(imports, csvOf([[0, 'microsoft 365 e3']]));
    expect(held).toEqual({ 'user0@contoso.com': ['SPE_E3'] });
  });

  it('is asked while it is open, and means for that customer what a person said, in its next files too', async () => {
    const imports = await customerWith([COPILOT, E3], [[COPILOT, E3], [E3], [COPILOT]]);
    const name = 'Copilot of the new name';
    const rows = csvOf([
      [0, `${name}+Microsoft 365 E3`],
      [1, `${name}+Microsoft 365 E3`],
      [2, 'Visio Plan 2'],
    ]);
    const open = async (into: CustomerId | null) => {
      const { importId } = await imports.read(rows);
      return importCommands(imports.desk).openNames(importId, into, 'en');
    };
    const { names, products } = await open(C1);
    const visio = catalogPart('VISIOCLIENT').skuId;
    const dept = catalogPart('VISIO_PLAN2_DEPT').skuId;
    expect(names).toEqual([
      { name, rows: 2, kind: 'none', skuIds: [] },
      { name: 'Visio Plan 2', rows: 1, kind: 'notOwned', skuIds: [visio, dept].sort() },
    ]);
    expect(products.map((one) => one.name)).toEqual([
      'Microsoft 365 E3',
      'Microsoft Copilot for Microsoft 365',
      'Visio Plan 2 (VISIO_PLAN2_DEPT)',
      'Visio Plan 2 (VISIOCLIENT)',
    ]);
    const said = [
      { name, skuId: COPILOT.skuId },
      { name: 'Visio Plan 2', skuId: visio },
    ];
    await imports.write(await imports.read(rows), C1, false, said);
    const expected = {
      'user0@contoso.com': ['Microsoft_365_Copilot', 'SPE_E3'],
      'user1@contoso.com': ['Microsoft_365_Copilot', 'SPE_E3'],
      'user2@contoso.com': ['VISIOCLIENT'],
    };
    expect(heldBy(await imports.customer(C1))).toEqual(expected);
    expect(await open(C1)).toMatchObject({ names: [] });
    // elsewhere nobody said it
    expect((await open(null)).names.map((one) => one.name)).toEqual([name]);
    const again = await imports.read(rows);
    expect(again.warnings).toEqual([]);
    expect(await imports.write(again, C1)).toMatchObject({ changed: 0 });
    const lists = new ProductFinder((await imports.customer(C1)).products, []);
    expect(lists.find(name.toUpperCase())).toMatchObject({ kind: 'one', skuId: COPILOT.skuId });
  });

  describe('that was left open', () => {
    const name = 'Visio of the new name';
    const visio = catalogPart('VISIOCLIENT');
    /** User 0 holds known products, user 1 two names that were left open, user 2 one of them. */
    async function leftOpen() {
      const imports = await customerWith([COPILOT, E3], [[COPILOT, E3], [], []]);
      const { desk } = imports;
      const rows = csvOf([
        [1, `${name}+Power of the new name`],
        [2, name],
      ]);
      await imports.write(await imports.read(rows), C1);
      const open = async (importId: string | null) => {
        await desk.customers.reload(C1);
        const { openNames, openNamesAt } = importCommands(desk);
        return importId === null ? openNamesAt(C1, 'en') : openNames(importId, C1, 'en');
      };
      const say = (skuId: SkuId) =>
        sayNames(desk, { customerId: C1, meanings: [{ name, skuId }] }, steady);
      return { imports, open, say };
    }
    const other = { name: 'Power of the new name', rows: 1, kind: 'none', skuIds: [] };
    const both = [{ ...other, name, rows: 2 }, other];

    it('is asked at the customer, and becomes the product that a person says, for everybody who holds it', async () => {
      const { imports, open, say } = await leftOpen();
      expect((await open(null)).names).toEqual(both);
      const before = await imports.customer(C1);
      expect(await say(COPILOT.skuId)).toMatchObject({ added: 0, changed: 2, gone: 0 });
      expect((await open(null)).names).toEqual([other]);
      const now = await imports.customer(C1);
      expect(heldBy(now)).toEqual({
        'user0@contoso.com': ['Microsoft_365_Copilot', 'SPE_E3'],
        'user1@contoso.com': ['Microsoft_365_Copilot', other.name],
        'user2@contoso.com': ['Microsoft_365_Copilot'],
      });
      expect(now.table.licenses.baseline[0]).toBe(before.table.licenses.baseline[0]);
      expect(now.customer.dataAt).toBe(before.customer.dataAt);
      expect(now.products.map(({ skuPartNumber }) => skuPartNumber)).not.toContain(name);
    });

    it('takes no known path from who holds the product already', async () => {
      const { imports, say } = await leftOpen();
      const paths = async (user: number) => {
        const { table, sets } = await imports.customer(C1);
        return assignmentOf(sets.at(table.licenses.baseline[user] ?? 0), E3.skuId)?.paths;
      };
      await imports.write(await imports.read(csvOf([[0, `${name}+A+B+C+D`]])), C1);
      const before = await paths(0);
      expect(before?.map(({ via }) => via.kind)).toEqual(['direct']);
      await say(E3.skuId);
      expect(await paths(0)).toEqual(before);
    });

    it('is asked at the import of the next files, whatever they hold, and their answer holds', async () => {
      const { imports, open } = await leftOpen();
      const next = await imports.read(csvOf([[0, 'Microsoft 365 E3+Third of the new name']]));
      const { names } = await open(next.importId);
      expect(names.map((one) => one.name)).toEqual(['Third of the new name', name, other.name]);
      const said = [{ name, skuId: COPILOT.skuId }];
      await imports.write(next, C1, false, said);
      expect(heldBy(await imports.customer(C1))).toMatchObject({
        'user1@contoso.com': ['Microsoft_365_Copilot', other.name],
        'user2@contoso.com': ['Microsoft_365_Copilot'],
      });
    });

    it('keeps nobody whom files of the whole customer lack, or tell to be deleted', async () => {
      const { imports } = await leftOpen();
      const said = [{ name, skuId: COPILOT.skuId }];
      const whole = await imports.read(csvOf([[2, name]]));
      expect(await imports.whoGoes(whole, C1)).toMatchObject({ users: 2 });
      expect(await imports.write(whole, C1, true, said)).toMatchObject({ gone: 2 });
      expect(heldBy(await imports.customer(C1))).toEqual({
        'user2@contoso.com': ['Microsoft_365_Copilot'],
      });
    });

    it('is no longer open where the customer owns its one product by now', async () => {
      const known = await customerWith([E3], [[E3]]);
      await known.write(await known.read(csvOf([[0, 'Microsoft 365 E3+Visio Plan 2']])), C1);
      const fresh = batchOf(null, {
        products: [E3, visio].map(({ skuId, skuPartNumber }) => ({
          ...owned(skuId),
          skuPartNumber,
        })),
      });
      const options = { batch: fresh, options: importOptions };
      await writeBatch(known.desk.db, { kind: 'existing', id: C1 }, options, {
        now: clock,
        pace: steady,
      });
      await known.desk.customers.reload(C1);
      await known.write(await known.read(csvOf([[0, '']])), C1);
      const { openNamesAt } = importCommands(known.desk);
      expect((await openNamesAt(C1, 'en')).names).toEqual([]);
    });
  });

  it('keeps what a person said in a backup, and through a list of what the customer owns', async () => {
    const imports = await customerWith([COPILOT], [[]]);
    const said = [{ name: 'Helper', skuId: COPILOT.skuId }];
    await imports.write(await imports.read(csvOf([[0, 'Helper']])), C1, false, said);
    const fresh = batchOf(null, { products: [owned(COPILOT.skuId), owned(E3.skuId)] });
    await writeBatch(
      imports.desk.db,
      { kind: 'existing', id: C1 },
      { batch: fresh, options: importOptions },
      { now: clock, pace: steady },
    );
    const file = new File([await backup(imports.desk.db, null, 7, steady)], 'a.seatwise.json');
    const other = openDesk();
    expect(await putBack(other.db, file)).toMatchObject({ ok: true });
    const [copilot] = (await loaded(other.db, C1)).products.filter(
      ({ skuId }) => skuId === COPILOT.skuId,
    );
    expect(copilot?.saidNames).toEqual(['helper']);
  });
});
