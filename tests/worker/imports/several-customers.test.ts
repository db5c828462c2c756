// Dexie looks for IndexedDB when it is loaded
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { atOnce } from '#base/steps.ts';
import { domainsOfUsers } from '#csv/default-domain.ts';
import { byDomains } from '#csv/split-by-domain.ts';
import { takeLease } from '#store/import-lease.ts';
import { ImportDesk } from '#worker/imports/import-desk.ts';
import { C1, C2, imported, loaded } from '../../store/open-store.ts';
import { batchOf, csvUser, E3, E5, graphUser, owned } from '../../users/merge-records.ts';
import { heldBy, Imports, presentNames } from './case-files.ts';

const at = (domain: string, ...numbers: number[]) =>
  numbers.map((n) => graphUser(n, { userPrincipalName: `user${n}@${domain}` }));

const csv = (...addresses: string[]): File =>
  new File(
    [
      [
        'User principal name,Display name',
        ...addresses.map((address) => `${address},Somebody`),
        '',
      ].join('\r\n'),
    ],
    'all.csv',
    { lastModified: 1000 },
  );

/** A device with Contoso, which has two domains, and Fabrikam; both have a user at shared.example. */
async function device(): Promise<Imports> {
  const imports = new Imports();
  const { db } = imports.desk;
  const contoso = [...at('contoso.com', 1, 2), ...at('contoso.de', 3), ...at('shared.example', 4)];
  await imported(db, C1, batchOf(contoso));
  const fabrikam = [...at('fabrikam.com', 5), ...at('shared.example', 6)];
  await imported(db, C2, batchOf(fabrikam, { defaultDomain: 'fabrikam.com' }));
  return imports;
}

/** What a person agreed to; nothing was asked. */
const agreed = { takesDamage: false, takesAsHeld: false, meanings: [] };

const FILE = csv(
  'new@Contoso.com',
  'user3@contoso.de',
  'user5@fabrikam.com',
  'who@shared.example',
  'ada@alder.example',
);

describe('a file of several customers', () => {
  it('tells the domains, and whose they are on this device', async () => {
    const { domains } = await (await device()).read(FILE);
    expect(domains).toEqual([
      { domain: 'alder.example', users: 1, customers: [] },
      { domain: 'contoso.com', users: 1, customers: [C1] },
      { domain: 'contoso.de', users: 1, customers: [C1] },
      { domain: 'fabrikam.com', users: 1, customers: [C2] },
      { domain: 'shared.example', users: 1, customers: [C1, C2] },
    ]);
  });

  it('is split in no case where its users have one domain', async () => {
    const { domains } = await (await device()).read(csv('a@contoso.com', 'b@CONTOSO.com'));
    expect(domains).toEqual([]);
  });

  it('is written into each of them, and says which failed', async () => {
    const imports = await device();
    const { db } = imports.desk;
    const { importId } = await imports.read(FILE);
    const lease = await takeLease(db, C2, imports.desk.now());
    expect(lease).not.toBeNull();
    const parts = [
      { into: { kind: 'existing', id: C1 }, domains: ['contoso.com', 'contoso.de'] },
      { into: { kind: 'existing', id: C2 }, domains: ['fabrikam.com'] },
      { into: { kind: 'new', name: 'alder.example' }, domains: ['alder.example'] },
    ] as const;
    const desk = new ImportDesk(imports.desk);
    const end = await desk.writeParts({ importId, parts, ...agreed }, steady);
    expect(end).toMatchObject({
      parts: [{ added: 1 }, { failure: { kind: 'busy' } }, { added: 1, users: 1 }],
    });
    expect(presentNames(await loaded(db, C1))).toEqual([
      'user1@contoso.com',
      'user2@contoso.com',
      'user3@contoso.de',
      'user4@shared.example',
      'new@Contoso.com',
    ]);
    expect(presentNames(await loaded(db, C2))).toHaveLength(2);
    const alder = (await db.customers.toArray()).find(({ name }) => name === 'alder.example');
    expect(alder).toMatchObject({ defaultDomain: 'alder.example', userCount: 1 });
  });
});

describe('a name in a file of several customers', () => {
  const users = ['User principal name,Display name,Licenses'];
  const named = (...rows: string[]) => new File([[...users, ...rows, ''].join('\r\n')], 'all.csv');

  it('is asked about once, and what is said holds at the customers that have the product', async () => {
    const imports = new Imports();
    const { db } = imports.desk;
    await imported(db, C1, batchOf(at('contoso.com', 1), { products: [owned(E3)] }));
    await imported(db, C2, batchOf(at('fabrikam.com', 2), { products: [owned(E5)] }));
    const file = named(
      'user1@contoso.com,Ada,Office pack',
      'user2@fabrikam.com,Bo,office  pack',
      'new@alder.example,Cy,Office pack',
    );
    const { importId } = await imports.read(file);
    const desk = new ImportDesk(imports.desk);
    const parts = [
      { into: { kind: 'existing', id: C1 }, domains: ['contoso.com'] },
      { into: { kind: 'existing', id: C2 }, domains: ['fabrikam.com'] },
      { into: { kind: 'new', name: 'Alder' }, domains: ['alder.example'] },
    ] as const;
    const asked = await desk.openNames({ importId, parts, locale: 'en' }, steady);
    expect(asked).toMatchObject({ names: [{ name: 'Office pack', rows: 3, kind: 'none' }] });
    expect('products' in asked && asked.products.map(({ skuId }) => skuId)).toEqual([E3, E5]);

    const meanings = [{ name: 'Office pack', skuId: E3 }];
    await desk.writeParts({ importId, parts, ...agreed, meanings }, steady);
    expect(heldBy(await loaded(db, C1))).toEqual({
      'user1@contoso.com': [owned(E3).skuPartNumber],
    });
    const { products } = await loaded(db, C2);
    expect(products.map(({ skuId }) => skuId)).not.toContain(E3);
  });
});

it('gives every user to one domain, and none to two', () => {
  const address = fc.tuple(fc.nat(5), fc.constantFrom('a.example', 'B.example', 'b.example', 'c'));
  fc.assert(
    fc.property(fc.array(address, { maxLength: 12 }), (addresses) => {
      const users = addresses.map(([n, domain], i) =>
        csvUser(i, { userPrincipalName: `u${n}@x@${domain}` }),
      );
      const batch = batchOf(users);
      const counts = atOnce(domainsOfUsers(users)).all;
      const of = atOnce(byDomains(batch));
      const split = [...counts.keys()].flatMap((domain) => of([domain]).users ?? []);
      expect(split).toHaveLength(users.length);
      expect(new Set(split)).toEqual(new Set(users));
      expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(users.length);
    }),
  );
});
