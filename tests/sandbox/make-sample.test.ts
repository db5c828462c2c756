import { beforeAll, describe, expect, it } from 'vitest';
import { Cancelled, steady } from '#base/pace.ts';
import { catalog } from '#licenses/catalog.ts';
import { canonicalSet, setKey, type LicenseSet } from '#licenses/license-set.ts';
import { available } from '#licenses/units.ts';
import { makeSample, type Sample } from '#sandbox/make-sample.ts';
import { benchmarkSample, sampleCustomers } from '#sandbox/sample-spec.ts';
import { LOCATION_NONE, LOCATION_UNKNOWN } from '#users/usage-location.ts';
import { enabledPlans, locationOf, NOW, recount, sampleOf, usersOf } from './sample-reading.ts';

const samples = new Map<number, Sample>();
const sizes = sampleCustomers().map(({ users }) => users);
beforeAll(async () => {
  for (const size of sizes) samples.set(size, await sampleOf(size));
}, 60_000);
const sampleNamed = (size: number): Sample => samples.get(size)!;

const setsOf = (sample: Sample): Set<LicenseSet> =>
  new Set(usersOf(sample).map(({ licenses }) => licenses!));

describe.each(sizes)('the sample of %i users', (size) => {
  it('has as many users, each with an id, a userPrincipalName and an object of their own', () => {
    const users = usersOf(sampleNamed(size));
    expect(users).toHaveLength(size);
    expect(new Set(users.map(({ objectId }) => objectId)).size).toBe(size);
    const names = users.map(({ userPrincipalName }) => userPrincipalName.toLowerCase());
    expect(new Set(names).size).toBe(size);
    expect(names.filter((name) => !/^[a-z0-9._-]+(#ext#)?@[a-z-]+\.example$/.test(name))).toEqual(
      [],
    );
  });

  it('is marked as a sample and leaves nothing unknown', () => {
    const sample = sampleNamed(size);
    expect(sample.batch.origin).toBe('sample');
    expect(sample.batch.defaultDomain).toMatch(/\.example$/);
    expect(sample.facts.map(({ origin }) => origin)).toEqual(['sample', 'sample']);
    const unknown = usersOf(sample).filter(
      ({ licenses, usageLocation, blocked, guest }) =>
        licenses === null ||
        usageLocation === LOCATION_UNKNOWN ||
        blocked === null ||
        guest === null,
    );
    expect(unknown).toEqual([]);
  });

  it('counts as consumed exactly who holds a product, by any path', () => {
    const sample = sampleNamed(size);
    for (const product of sample.batch.products ?? []) {
      expect([product.skuPartNumber, product.units?.consumed]).toEqual([
        product.skuPartNumber,
        recount(sample, product.skuId),
      ]);
    }
  });

  it('owns every product that somebody holds, as the catalog describes it', () => {
    const sample = sampleNamed(size);
    const owned = new Map(sample.batch.products?.map((product) => [product.skuId, product]));
    for (const { skuId, skuPartNumber, servicePlans } of owned.values()) {
      const listed = catalog.products.get(skuId);
      expect([skuPartNumber, servicePlans]).toEqual([listed?.skuPartNumber, listed?.servicePlans]);
    }
    const loose = [...setsOf(sample)].flat().filter(({ skuId }) => !owned.has(skuId));
    expect(loose).toEqual([]);
  });

  it('switches off only service plans that a user can have off', () => {
    const sample = sampleNamed(size);
    const switchable = new Map(
      sample.batch.products?.map(({ skuId, servicePlans }) => [
        skuId,
        new Set(servicePlans?.filter(({ appliesTo }) => appliesTo === 'User').map(({ id }) => id)),
      ]),
    );
    const wrong = [...setsOf(sample)]
      .flat()
      .filter(({ skuId, paths }) =>
        paths.some(({ disabledPlans }) =>
          disabledPlans?.some((id) => !switchable.get(skuId)?.has(id)),
        ),
      );
    expect(wrong).toEqual([]);
  });

  it('keeps one object per distinct license set, in canonical order', () => {
    const sets = [...setsOf(sampleNamed(size))].filter((set) => set.length > 0);
    expect(new Set(sets.map(setKey)).size).toBe(sets.length);
    expect(sets.filter((set) => setKey(set) !== setKey(canonicalSet(set)))).toEqual([]);
  });

  it('names groups, but not all of them', () => {
    const sample = sampleNamed(size);
    const used = new Set(
      [...setsOf(sample)]
        .flat()
        .flatMap(({ paths }) => paths)
        .flatMap(({ via }) => (via.kind === 'group' ? [via.groupId] : [])),
    );
    const named = [...used].filter((id) => sample.batch.groups?.has(id));
    expect(named.length).toBeGreaterThan(0);
    expect(used.size - named.length).toBe(2);
  });

  it('starts from a state that its own two facts allow', () => {
    const sample = sampleNamed(size);
    const breaking = usersOf(sample).filter((user) => {
      const on = enabledPlans(sample, user.licenses);
      return (
        (locationOf(user) === 'AQ' && on.has('MCOEV')) ||
        (on.has('EXCHANGE_S_DESKLESS') && on.has('EXCHANGE_S_ENTERPRISE'))
      );
    });
    expect(breaking).toEqual([]);
  });

  it('writes names in Latin, Chinese and Arabic letters, with combining marks too', () => {
    const names = usersOf(sampleNamed(size)).map(({ displayName }) => displayName ?? '');
    for (const script of [
      /\p{Script=Latin}/u,
      /\p{Script=Han}/u,
      /\p{Script=Arabic}/u,
      /\p{Mn}/u,
    ]) {
      expect([script, names.some((name) => script.test(name))]).toEqual([script, true]);
    }
  });

  it('has blocked users, guests, users without a usage location and without any license', () => {
    const users = usersOf(sampleNamed(size));
    expect(users.some(({ blocked }) => blocked === true)).toBe(true);
    expect(users.some(({ usageLocation }) => usageLocation === LOCATION_NONE)).toBe(true);
    expect(users.some(({ licenses }) => licenses?.length === 0)).toBe(true);
    const guests = users.filter(({ guest }) => guest === true);
    expect(guests.length).toBeGreaterThan(0);
    expect(guests.every(({ userPrincipalName }) => userPrincipalName.includes('#EXT#@'))).toBe(
      true,
    );
  });

  it('has every kind of path, and products in every state', () => {
    const sample = sampleNamed(size);
    const kinds = new Set(
      [...setsOf(sample)].flat().map(({ paths }) => paths.map(({ via }) => via.kind).join('+')),
    );
    expect([...kinds].sort()).toEqual(['direct', 'direct+group', 'group']);
    const products = sample.batch.products ?? [];
    const left = products.flatMap(({ units, capabilityStatus }) =>
      units && capabilityStatus === 'Enabled' ? [available(units)] : [],
    );
    expect(left.some((count) => count === 0)).toBe(true);
    expect(left.some((count) => count < 0)).toBe(true);
    expect(products.some(({ units }) => units?.enabled === 10_000)).toBe(true);
    expect(products.some(({ appliesTo }) => appliesTo === 'Company')).toBe(true);
    const states = products.map(({ capabilityStatus }) => capabilityStatus);
    expect(states).toEqual(expect.arrayContaining(['Enabled', 'Warning', 'Suspended']));
  });

  it('owns the products that people ask for', () => {
    const parts = sampleNamed(size).batch.products?.map(({ skuPartNumber }) => skuPartNumber);
    const asked =
      'SPE_E3 SPE_E5 SPE_F1 SPB O365_BUSINESS_PREMIUM STANDARDPACK ENTERPRISEPACK ' +
      'EXCHANGESTANDARD EXCHANGEENTERPRISE VISIOCLIENT PROJECTPROFESSIONAL POWER_BI_PRO EMS ' +
      'MCOEV MCOMEETADV FLOW_FREE SHAREPOINTSTORAGE';
    expect(parts).toEqual(expect.arrayContaining(asked.split(' ')));
  });
});

describe('making samples', () => {
  it('gives the same bytes for the same seed, and others for another', async () => {
    const [, spec] = sampleCustomers();
    const json = async (seed: number): Promise<string> =>
      JSON.stringify((await makeSample({ ...spec!, seed, users: 500 }, NOW, steady)).batch.users);
    expect(await json(1)).toBe(await json(1));
    expect(await json(2)).not.toBe(await json(1));
  });

  it('has as many distinct sets as large tenants are taken to have: thousands, not one per user', () => {
    const distinct = setsOf(sampleNamed(100_000)).size;
    expect(distinct).toBeGreaterThan(2_000);
    expect(distinct).toBeLessThan(10_000);
  });

  it('makes nearly every set different in the adversarial shape', async () => {
    const sample = await makeSample(benchmarkSample(2_000, 'adversarial'), NOW, steady);
    const licensed = usersOf(sample).filter(({ licenses }) => licenses?.length);
    const distinct = new Set(licensed.map(({ licenses }) => setKey(licenses!))).size;
    expect(distinct / licensed.length).toBeGreaterThan(0.8);
  });

  it('rests as often as it is asked to, counts users, and stops when told to', async () => {
    const [, spec] = sampleCustomers();
    const seen: [number, number | null][] = [];
    const pace = {
      due: () => true,
      rest: async (done: number, total: number | null) => {
        seen.push([done, total]);
        if (seen.length === 3) throw new Cancelled();
      },
    };
    await expect(makeSample(spec!, NOW, pace)).rejects.toBeInstanceOf(Cancelled);
    expect(seen).toEqual([
      [64, 3200],
      [128, 3200],
      [192, 3200],
    ]);
  });

  it('pretends that one customer is older than the others', () => {
    const ages = sizes.map((size) => NOW - sampleNamed(size).batch.dataAt);
    expect(ages).toEqual([0, 5 * 86_400_000, 0]);
  });
});
