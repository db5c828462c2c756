import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cancelled, steady } from '#base/pace.ts';
import type { CustomerId } from '#customers/customer.ts';
import { namedSkuId } from '#licenses/ids.ts';
import { canonicalSet, type LicenseSet } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import type { CustomerBatch } from '#users/customer-batch.ts';
import type { CustomerData } from '#users/customer-data.ts';
import type { Merged } from '#users/merge.ts';
import { LOCATION_NONE, LOCATION_UNKNOWN } from '#users/usage-location.ts';
import type { UserRecord } from '#users/user-record.ts';
import { UserFlag } from '#users/user-table.ts';
import {
  batchOf,
  byGroup,
  csvUser,
  describeByPart,
  direct,
  E3,
  E5,
  EXCHANGE,
  graphUser,
  listed,
  mergeBatch,
  objectId,
  owned,
  TEAMS,
  VISIO,
} from './merge-records.ts';

const options = { wholeCustomer: false, describe: describeByPart };
const whole = { ...options, wholeCustomer: true };

/** What was merged, as the customer in memory onto which the next import is merged. */
function asData({ columns, sets, products, groups }: Merged): CustomerData {
  const { licenses, locations } = columns;
  return {
    customer: {
      id: 'c1' as CustomerId,
      name: 'Contoso',
      defaultDomain: null,
      tenantId: null,
      origin: 'files',
      dataAt: 0,
      version: 1,
      userCount: columns.count,
      productCount: products.length,
      pendingCount: 0,
    },
    table: {
      ...columns,
      licenses: { baseline: licenses.baseline, planned: licenses.baseline.slice() },
      locations: { baseline: locations.baseline, planned: locations.baseline.slice() },
    },
    sets,
    products,
    groups,
  };
}

/** Imports one batch after the other; gives the last merge. */
async function importAll(...batches: readonly [CustomerBatch, typeof options][]): Promise<Merged> {
  let merged: Merged | null = null;
  for (const [batch, how] of batches) {
    merged = await mergeBatch(merged && asData(merged), batch, how, steady);
  }
  if (merged === null) throw new Error('nothing to import');
  return merged;
}

const setOf = ({ columns, sets }: Merged, position: number): LicenseSet =>
  sets.at(columns.licenses.baseline[position] ?? 0);

const flagOf = ({ columns }: Merged, position: number, flag: number): boolean =>
  ((columns.flags[position] ?? 0) & flag) !== 0;

const isGone = (merged: Merged, position: number) => flagOf(merged, position, UserFlag.gone);

describe('users of an import', () => {
  it('are appended, and keep their positions whatever order the next file has', async () => {
    const merged = await importAll(
      [batchOf([graphUser(1), graphUser(2), graphUser(3)]), options],
      [batchOf([graphUser(4), graphUser(3), graphUser(1)]), options],
    );
    expect(merged.columns.texts.id).toEqual([1, 2, 3, 4].map(objectId));
    expect([merged.added, merged.changed, merged.gone]).toEqual([1, 0, 0]);
  });

  it('are found by object id after they were renamed', async () => {
    const renamed = graphUser(1, { userPrincipalName: 'smith@contoso.com' });
    const merged = await importAll(
      [batchOf([graphUser(1)]), options],
      [batchOf([renamed]), options],
    );
    expect(merged.columns.texts.userPrincipalName).toEqual(['smith@contoso.com']);
    expect(merged.changed).toBe(1);
  });

  it('known by name get their object id from Graph, in any case of letters', async () => {
    const graph = graphUser(1, { userPrincipalName: 'User1@Contoso.com' });
    const merged = await importAll([batchOf([csvUser(1)]), options], [batchOf([graph]), options]);
    expect(merged.columns.texts.id).toEqual([objectId(1)]);
    expect(merged.added).toBe(0);
  });

  it('with another object id under a known name are other accounts', async () => {
    const successor = graphUser(2, { userPrincipalName: 'user1@contoso.com' });
    const merged = await importAll(
      [batchOf([graphUser(1)]), options],
      [batchOf([successor]), options],
    );
    expect(merged.columns.texts.id).toEqual([objectId(1), objectId(2)]);
  });

  it('without an object id are found by name among all', async () => {
    const merged = await importAll(
      [batchOf([graphUser(1), graphUser(2)]), options],
      [batchOf([csvUser(2, { displayName: 'Two' })]), options],
    );
    expect(merged.columns.texts.displayName).toEqual(['User 1', 'Two']);
    expect(merged.columns.texts.id).toEqual([objectId(1), objectId(2)]);
  });

  it('without an object id are the present account of two that had the name', async () => {
    const heir = graphUser(2, { userPrincipalName: 'user1@contoso.com' });
    const merged = await importAll(
      [batchOf([graphUser(1)]), options],
      [batchOf([heir]), whole],
      [batchOf([csvUser(1, { displayName: 'Heir' })]), options],
    );
    expect(merged.columns.texts.displayName).toEqual(['User 1', 'Heir']);
    expect(isGone(merged, 0)).toBe(true);
  });

  it('renamed between a CSV and a Graph file are not there twice', async () => {
    const renamed = { userPrincipalName: 'new@contoso.com' };
    const merged = await importAll(
      [batchOf([graphUser(1)]), options],
      [batchOf([csvUser(1, renamed)]), options],
      [batchOf([graphUser(1, renamed)]), options],
    );
    expect(merged.columns.count).toBe(2);
    expect(isGone(merged, 0)).toBe(false);
    expect(isGone(merged, 1)).toBe(true);
  });

  it('stay when they are missing, and are gone when the file is the whole customer', async () => {
    const all = batchOf([graphUser(1), graphUser(2)]);
    const some = batchOf([graphUser(2)]);
    const stayed = await importAll([all, options], [some, options]);
    expect(isGone(stayed, 0)).toBe(false);
    const dropped = await importAll([all, options], [some, whole]);
    expect([isGone(dropped, 0), isGone(dropped, 1), dropped.gone]).toEqual([true, false, 1]);
    const back = await importAll([all, options], [some, whole], [all, options]);
    expect([isGone(back, 0), back.changed, back.gone]).toEqual([false, 1, 0]);
  });

  it('are nobody in a batch of products only, which drops no one', async () => {
    const merged = await importAll(
      [batchOf([graphUser(1)]), options],
      [batchOf(null, { products: [owned(E3)] }), whole],
    );
    expect(merged.columns.count).toBe(1);
    expect(merged.gone).toBe(0);
  });

  it('change only in what the file carries', async () => {
    const silent: UserRecord = {
      ...graphUser(1),
      displayName: null,
      department: '',
      mail: null,
      usageLocation: LOCATION_UNKNOWN,
      blocked: null,
      guest: true,
      licenses: null,
    };
    const merged = await importAll(
      [batchOf([graphUser(1, { blocked: true, licenses: [direct(E3)] })]), options],
      [batchOf([silent]), options],
    );
    const { texts, locations } = merged.columns;
    expect(texts.displayName).toEqual(['User 1']);
    expect(texts.mail).toEqual(['user1@contoso.com']);
    expect(texts.department).toEqual(['']);
    expect(locations.baseline[0]).toBe(graphUser(1).usageLocation);
    expect(flagOf(merged, 0, UserFlag.blocked)).toBe(true);
    expect(flagOf(merged, 0, UserFlag.guest)).toBe(true);
    expect(setOf(merged, 0)).toEqual(canonicalSet([direct(E3)]));
  });

  it('who have no usage location lose the old one', async () => {
    const merged = await importAll(
      [batchOf([graphUser(1)]), options],
      [batchOf([graphUser(1, { usageLocation: LOCATION_NONE })]), options],
    );
    expect(merged.columns.locations.baseline[0]).toBe(LOCATION_NONE);
  });

  it('are taken at the given pace, and no more once that says cancelled', async () => {
    const users = Array.from({ length: 5000 }, (_, n) => graphUser(n));
    let rests = 0;
    const pace = {
      due: () => true,
      rest: async () => {
        if (++rests === 3) throw new Cancelled();
      },
    };
    await expect(mergeBatch(null, batchOf(users), options, pace)).rejects.toThrow(Cancelled);
    expect(rests).toBe(3);
  });
});

describe('licenses of a CSV over Graph data', () => {
  const before = [direct(E3, TEAMS), byGroup(VISIO)];
  const after = (licenses: LicenseSet) =>
    importAll(
      [batchOf([graphUser(1, { licenses: before })]), options],
      [batchOf([csvUser(1, { licenses })]), options],
    );

  it('keep paths and switched-off service plans of what is still listed', async () => {
    const merged = await after(listed(VISIO, E3));
    expect(setOf(merged, 0)).toEqual(canonicalSet(before));
    expect(merged.changed).toBe(0);
  });

  it('drop what is not listed any more, and add what is new by an unknown path', async () => {
    const merged = await after(listed(E3, E5));
    expect(setOf(merged, 0)).toEqual(canonicalSet([direct(E3, TEAMS), ...listed(E5)]));
    expect(setOf(await after([]), 0)).toEqual([]);
  });

  it('take service plans from a source that knows them but not the path', async () => {
    const told = (sku: typeof E3, off: LicenseSet[0]['paths'][0]['disabledPlans']): LicenseSet => [
      {
        skuId: sku,
        paths: [{ via: { kind: 'unknown' }, disabledPlans: off, state: null, error: null }],
      },
    ];
    const merged = await after(told(E3, [EXCHANGE]));
    expect(setOf(merged, 0)).toEqual(canonicalSet([direct(E3, EXCHANGE)]));
  });

  it('of two paths keep both while they add up to what the source says', async () => {
    const both = [{ skuId: E3, paths: [...direct(E3, TEAMS).paths, ...byGroup(E3).paths] }];
    const sum = (off: LicenseSet[0]['paths'][0]['disabledPlans']): LicenseSet => [
      {
        skuId: E3,
        paths: [{ via: { kind: 'unknown' }, disabledPlans: off, state: null, error: null }],
      },
    ];
    const start = batchOf([graphUser(1, { licenses: both })]);
    const same = await importAll(
      [start, options],
      [batchOf([csvUser(1, { licenses: sum([]) })]), options],
    );
    expect(setOf(same, 0)).toEqual(canonicalSet(both));
    const other = await importAll(
      [start, options],
      [batchOf([csvUser(1, { licenses: sum([TEAMS]) })]), options],
    );
    expect(setOf(other, 0)).toEqual(canonicalSet(sum([TEAMS])));
  });

  it('leave no license set behind that nobody holds', async () => {
    const merged = await after(listed(E3, VISIO));
    expect(merged.sets.size).toBe(2);
  });
});

describe('products of an import', () => {
  const holder = graphUser(1, { licenses: [direct(E3)] });

  it('that users hold and nobody listed are added with everything unknown', async () => {
    const named = namedSkuId('Contoso Suite');
    const { products } = await importAll([
      batchOf([csvUser(1, { licenses: listed(E3, named) })]),
      options,
    ]);
    expect(products.map(({ skuPartNumber, name, units }) => [skuPartNumber, name, units])).toEqual([
      ['SKU_05e9', null, null],
      ['Contoso Suite', 'Contoso Suite', null],
    ]);
  });

  it('replace those of the same id, and a fresh list drops what nobody holds', async () => {
    const { products } = await importAll(
      [batchOf([holder], { products: [owned(E3, 10), owned(E5), owned(VISIO)] }), options],
      [batchOf(null, { products: [owned(VISIO, 99)] }), options],
    );
    expect(products.map(({ skuId, units }) => [skuId, units?.enabled])).toEqual([
      [VISIO, 99],
      [E3, 10],
    ]);
  });

  it('have ended where a fresh list does not name what is held, until one does again', async () => {
    const statusesAfter = async (...lists: (readonly Product[] | null)[]) => {
      const later = lists.map((products): [CustomerBatch, typeof options] => [
        batchOf([holder], { products }),
        options,
      ]);
      const { products } = await importAll(
        [batchOf([holder], { products: [owned(E3), owned(E5)] }), options],
        ...later,
      );
      return products.map(({ skuId, capabilityStatus }) => [skuId, capabilityStatus]);
    };
    expect(await statusesAfter([owned(E5)])).toEqual([
      [E5, 'Enabled'],
      [E3, 'Deleted'],
    ]);
    expect(await statusesAfter([owned(E5)], null)).toContainEqual([E3, 'Deleted']);
    expect(await statusesAfter([owned(E5)], [owned(E3)])).toContainEqual([E3, 'Enabled']);
    expect(await statusesAfter(null)).toContainEqual([E3, 'Enabled']);
  });

  it('keep one that is only planned', async () => {
    const first = await importAll([
      batchOf([holder], { products: [owned(E3), owned(E5)] }),
      options,
    ]);
    const data = asData(first);
    data.table.licenses.planned[0] = data.sets.intern([direct(E5)]);
    const merged = await mergeBatch(
      data,
      batchOf(null, { products: [owned(VISIO)] }),
      options,
      steady,
    );
    expect(merged.products.map(({ skuId }) => skuId)).toEqual([VISIO, E3, E5]);
  });

  it('keep typed numbers, with the use counted anew, until real ones come', async () => {
    const first = await importAll([batchOf([holder]), options]);
    const typed = { enabled: 5, warning: 0, suspended: 0, lockedOut: 0, consumed: 1 };
    const data = {
      ...asData(first),
      products: first.products.map((one) => ({
        ...one,
        units: typed,
        unitsFrom: 'typed' as const,
      })),
    };
    const second = csvUser(2, { licenses: listed(E3) });
    const third = csvUser(3, { licenses: listed(E3, VISIO) });
    const kept = await mergeBatch(data, batchOf([second, third]), options, steady);
    expect(kept.products[0]).toMatchObject({
      unitsFrom: 'typed',
      units: { ...typed, consumed: 3 },
    });
    const real = await mergeBatch(
      asData(kept),
      batchOf(null, { products: [owned(E3, 7)] }),
      options,
      steady,
    );
    expect(real.products[0]).toMatchObject({ unitsFrom: 'import', units: { enabled: 7 } });
  });

  it('keep names of groups that a later file does not carry', async () => {
    const groups = new Map([[byGroup(E3).paths[0]!.via, 'Sales']]) as never;
    const { groups: kept } = await importAll(
      [batchOf([], { groups }), options],
      [batchOf([]), options],
    );
    expect([...kept.values()]).toEqual(['Sales']);
  });
});

describe('laws', () => {
  const licenses = fc.subarray([E3, E5, VISIO]).chain((skus) =>
    fc.constantFrom(
      skus.map((sku) => direct(sku)),
      skus.map((sku) => direct(sku, TEAMS)),
      skus.map(byGroup),
      listed(...skus),
    ),
  );
  const user = fc
    .record({
      n: fc.nat(12),
      hasId: fc.boolean(),
      department: fc.option(fc.constantFrom('Sales', '', '销售部')),
      licenses: fc.option(licenses),
      blocked: fc.option(fc.boolean()),
    })
    .map(({ n, hasId, ...part }) => (hasId ? graphUser(n, part) : csvUser(n, part)));
  const batch = fc.uniqueArray(user, { selector: ({ userPrincipalName }) => userPrincipalName });
  const plain = (merged: Merged) => ({
    columns: merged.columns,
    sets: merged.sets.since(0),
    products: merged.products,
    groups: merged.groups,
  });

  it('importing twice is importing once', async () => {
    await fc.assert(
      fc.asyncProperty(batch, batch, fc.boolean(), async (first, second, isWhole) => {
        const how = isWhole ? whole : options;
        const start = [batchOf(first, { products: [owned(E3)] }), options] as const;
        const once = await importAll([...start], [batchOf(second), how]);
        const twice = await importAll([...start], [batchOf(second), how], [batchOf(second), how]);
        expect(plain(twice)).toEqual(plain(once));
        expect([twice.added, twice.changed, twice.gone]).toEqual([0, 0, 0]);
      }),
    );
  });

  it('no import moves anybody, loses anybody, or makes anybody twice', async () => {
    await fc.assert(
      fc.asyncProperty(batch, batch, fc.boolean(), async (first, second, isWhole) => {
        const start = await importAll([batchOf(first), options]);
        const before = start.columns.texts.userPrincipalName.slice();
        const next = await mergeBatch(
          asData(start),
          batchOf(second),
          isWhole ? whole : options,
          steady,
        );
        const after = next.columns.texts.userPrincipalName;
        expect(after.slice(0, before.length)).toEqual(before);
        expect(new Set(after).size).toBe(after.length);
        expect(new Set(after)).toEqual(
          new Set([...first, ...second].map(({ userPrincipalName }) => userPrincipalName)),
        );
      }),
    );
  });
});
