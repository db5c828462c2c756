import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignmentOf, directPath, type LicenseSet } from '#licenses/license-set.ts';
import type { SkuId } from '#licenses/ids.ts';
import { catalogPart, planInPart } from '#sandbox/catalog-part.ts';
import { userJson } from '#sandbox/cloud/cloud-json.ts';
import { readRefusal, type Refusal } from '#graph/refusal.ts';
import { clinicCloud } from './clinic-cloud.ts';
import { rawCall, wordsOf } from './raw-call.ts';

const sku = (part: string): SkuId => catalogPart(part).skuId;
const VISIO = sku('VISIOCLIENT');
const PROJECT = sku('PROJECTPROFESSIONAL');

interface Added {
  readonly skuId: string;
  readonly disabledPlans?: readonly string[];
}

type Cloud = Awaited<ReturnType<typeof clinicCloud>>;

const assignTo = ({ wire, user }: Cloud, name: string, body: unknown) =>
  rawCall(wire, 'POST', `users/${user(name).id}/assignLicense`, body);

const body = (add: readonly (string | Added)[], remove: readonly string[] = []) => ({
  addLicenses: add.map((one) => (typeof one === 'string' ? { skuId: sku(one) } : one)),
  removeLicenses: remove.map(sku),
});

/** What the cloud refuses: who, what is asked, the kind that it is read as. */
const refusals: readonly (readonly [string, string, unknown, Refusal['kind'], string])[] = [
  ['units that are all in use', 'zoe', body(['ENTERPRISEPACK']), 'count', 'ENTERPRISEPACK'],
  [
    'units that are suspended',
    'zoe',
    body(['PBI_PREMIUM_PER_USER']),
    'count',
    'PBI_PREMIUM_PER_USER',
  ],
  ['no usage location', 'olena', body(['SPE_E3']), 'usageLocationMissing', ''],
  ['a prohibited location', 'sigrun', body(['MCOEV']), 'usageLocationProhibited', ''],
  ['service plans that exclude each other', 'asa', body(['PROJECTPROFESSIONAL']), 'conflict', ''],
  ['what needs another service plan', 'lab.', body(['POWER_BI_PRO']), 'dependency', ''],
  ['taking away what another needs', 'fatima', body([], ['SPE_E3']), 'dependency', ''],
  ['taking away what a group gives', 'xiuying', body([], ['SPE_F1']), 'inherited', ''],
  ['taking away what is not held', 'asa', body([], ['POWER_BI_PRO']), 'notAssignedToUser', ''],
  [
    'a product for the whole company',
    'zoe',
    body(['SHAREPOINTSTORAGE']),
    'notAssignableToUser',
    'SHAREPOINTSTORAGE',
  ],
  ['a product that nobody owns', 'zoe', body(['DESKLESSPACK']), 'notOwnedByTenant', 'DESKLESSPACK'],
  [
    'a service plan of another product',
    'zoe',
    body([
      { skuId: sku('SPE_E5'), disabledPlans: [planInPart('MCOEV', 'MCOEV').replace(/^./, 'f')] },
    ]),
    'disabledPlanNotInSku',
    '',
  ],
  ['no list of what to add', 'zoe', { removeLicenses: [] }, 'missingParameter', ''],
  ['no list of what to remove', 'zoe', { addLicenses: [] }, 'missingParameter', ''],
  ['a product that is no id', 'zoe', body([{ skuId: 'E3' }]), 'badGuid', ''],
  [
    'a service plan that is no id',
    'zoe',
    body([{ skuId: sku('SPE_E5'), disabledPlans: ['SWAY'] }]),
    'badGuid',
    '',
  ],
];

describe('assignLicense in the sandbox', () => {
  it.each(refusals)(
    'refuses %s, in words that are understood',
    async (_what, name, asked, kind, part) => {
      const cloud = await clinicCloud();
      const before = cloud.user(name);
      const answer = await assignTo(cloud, name, asked);
      expect(answer.status).toBe(400);
      expect(answer.body['error']).toMatchObject({ code: 'Request_BadRequest' });
      const refusal = readRefusal(wordsOf(answer));
      expect(refusal.kind).toBe(kind);
      if (part !== '') expect(refusal).toMatchObject({ skuId: sku(part) });
      expect(cloud.user(name)).toBe(before);
      expect(cloud.kept).toEqual([]);
    },
  );

  it('takes units in grace, and gives units that were freed to the next', async () => {
    const cloud = await clinicCloud();
    // three of three are in use
    expect((await assignTo(cloud, 'lukasz', body(['VISIOCLIENT']))).status).toBe(400);
    expect((await assignTo(cloud, 'asa', body([], ['VISIOCLIENT']))).status).toBe(200);
    expect((await assignTo(cloud, 'lukasz', body(['VISIOCLIENT']))).status).toBe(200);
    // none is enabled, five are in grace
    expect((await assignTo(cloud, 'lukasz', body(['POWER_BI_PRO']))).status).toBe(200);
  });

  it('judges a swap by what is held afterwards', async () => {
    const cloud = await clinicCloud();
    const swap = body(['PROJECTPROFESSIONAL'], ['VISIOCLIENT']);
    expect((await assignTo(cloud, 'asa', swap)).status).toBe(200);
    const held = cloud.user('asa').licenses;
    expect(assignmentOf(held, VISIO)).toBeUndefined();
    expect(assignmentOf(held, PROJECT)).toBeDefined();
  });

  it('takes only the direct copy of what a group gives too, and frees no unit', async () => {
    const cloud = await clinicCloud();
    const { tenant } = cloud;
    const free = tenant.available(sku('EMS'));
    expect((await assignTo(cloud, 'zoe', body([], ['EMS']))).status).toBe(200);
    const left = assignmentOf(cloud.user('zoe').licenses, sku('EMS'));
    expect(left?.paths.map(({ via }) => via.kind)).toEqual(['group']);
    expect(tenant.available(sku('EMS'))).toBe(free);
  });

  it('switches everything on where a held product is added without a word on service plans', async () => {
    const cloud = await clinicCloud();
    const off = () => directPath(assignmentOf(cloud.user('chidi').licenses, sku('SPE_E5')))!;
    expect(off().disabledPlans).toHaveLength(1);
    expect((await assignTo(cloud, 'chidi', body(['SPE_E5']))).status).toBe(200);
    expect(off().disabledPlans).toEqual([]);
  });

  it('takes ids in capitals', async () => {
    const cloud = await clinicCloud();
    const shouted = {
      addLicenses: [],
      removeLicenses: [VISIO.toUpperCase()],
    };
    expect((await assignTo(cloud, 'asa', shouted)).status).toBe(200);
    expect(assignmentOf(cloud.user('asa').licenses, VISIO)).toBeUndefined();
  });
});

const directs = (licenses: LicenseSet) =>
  new Map(
    licenses.flatMap((held) => {
      const path = directPath(held);
      return path === undefined
        ? []
        : [[held.skuId, [...(path.disabledPlans ?? [])].sort()] as const];
    }),
  );

describe('a user whose group could not give a license', () => {
  it('is shown with the path and its error, and without the license', async () => {
    const zoe = (await clinicCloud()).user('zoe');
    const [held, ...others] = zoe.licenses;
    const failed = held!.paths.map((path) => ({
      ...path,
      state: 'Error',
      error: 'CountViolation',
    }));
    const user = { ...zoe, licenses: [{ ...held!, paths: failed }, ...others] };
    const json = userJson(user, ['assignedLicenses', 'licenseAssignmentStates']) as {
      assignedLicenses: readonly { skuId: SkuId }[];
      licenseAssignmentStates: readonly { skuId: SkuId; state: string; error: string }[];
    };
    const listed = json.assignedLicenses.map(({ skuId }) => skuId);
    expect(listed).toEqual(others.map(({ skuId }) => skuId));
    const states = json.licenseAssignmentStates.filter(({ state }) => state === 'Error');
    expect(states).toMatchObject([{ skuId: held!.skuId, error: 'CountViolation' }]);
  });
});

describe('whatever is asked of the sandbox', () => {
  it('is done as a whole or not at all, and units in use are what users hold', async () => {
    const fresh = await clinicCloud();
    const names = fresh.tenant.users.map(({ userPrincipalName }) => userPrincipalName);
    const parts = [...fresh.tenant.products.values()];
    const product = fc.constantFrom(...parts);
    const added = product.chain(({ skuId, servicePlans }) =>
      fc
        .subarray(
          (servicePlans ?? []).map(({ id }) => id),
          { maxLength: Math.min(2, servicePlans?.length ?? 0) },
        )
        .map((off) => ({ skuId, disabledPlans: off })),
    );
    const call = fc.record({
      name: fc.constantFrom(...names),
      add: fc.uniqueArray(added, { maxLength: 2, selector: ({ skuId }) => skuId }),
      remove: fc.uniqueArray(
        product.map(({ skuId }) => skuId),
        { maxLength: 2 },
      ),
    });
    let done = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 12 }), async (calls) => {
        const cloud = await clinicCloud();
        for (const { name, add, remove } of calls) {
          const before = cloud.user(name);
          const removed = remove.filter((one) => !add.some(({ skuId }) => skuId === one));
          const answer = await assignTo(cloud, name, { addLicenses: add, removeLicenses: removed });
          const after = cloud.user(name);
          if (answer.status !== 200) {
            expect(readRefusal(wordsOf(answer)).kind).not.toBe('unknown');
            expect(after).toBe(before);
            continue;
          }
          done++;
          const expected = directs(before.licenses);
          for (const one of removed) expected.delete(one);
          for (const { skuId, disabledPlans } of add)
            expected.set(skuId, [...disabledPlans].sort());
          expect(directs(after.licenses)).toEqual(expected);
        }
        const { body: told } = await rawCall(cloud.wire, 'GET', 'subscribedSkus');
        for (const { skuId, consumedUnits } of told['value'] as {
          skuId: SkuId;
          consumedUnits: number;
        }[]) {
          const holders = cloud.tenant.users.filter((user) => assignmentOf(user.licenses, skuId));
          expect(consumedUnits).toBe(holders.length);
        }
      }),
      { numRuns: 60 },
    );
    expect(done).toBeGreaterThan(20);
  });
});
