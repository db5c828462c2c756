import { describe, expect, it } from 'vitest';
import { directPath, groupsOf, assignmentOf } from '../../../src/licenses/license-set.ts';
import { doDeed, type AdminDeed } from '../../../src/sandbox/cloud/admin-deed.ts';
import type { CloudUser } from '../../../src/sandbox/cloud/cloud-user.ts';
import { otherAdminActs } from '../../../src/sandbox/cloud/other-admin.ts';
import { seededRandom } from '../../../src/sandbox/random.ts';
import { clinicCloud } from './clinic-cloud.ts';

/** What is not the same about a user. */
function differing(before: CloudUser, after: CloudUser): string[] {
  const names = Object.keys(before) as (keyof CloudUser)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

async function clinic(seed = 1) {
  const { tenant, user } = await clinicCloud();
  const { next } = seededRandom(seed);
  const holder = tenant.users.find(({ licenses }) => licenses.some((held) => directPath(held)));
  const skuId = holder?.licenses.find((held) => directPath(held))?.skuId;
  if (holder === undefined || skuId === undefined) throw new Error('nobody holds anything');
  const after = (deed: AdminDeed, about = holder, sku = skuId) =>
    doDeed(deed, { user: about, skuId: sku }, { tenant, next });
  return { tenant, user, next, holder, skuId, after };
}

describe('what another administrator does to a user', () => {
  it('touches nothing else of the user', async () => {
    const { holder, after } = await clinic();
    const touched = (deed: AdminDeed) => differing(holder, after(deed) ?? holder);
    expect(touched('changesLicense')).toEqual(['licenses']);
    expect(touched('givesThroughGroup')).toEqual(['licenses']);
    expect(touched('changesLocation')).toEqual(['usageLocation']);
    expect(touched('renames')).toEqual(['userPrincipalName', 'displayName']);
    expect(touched('deletes')).toEqual(['deleted']);
  });

  it('has a group give the product beside the direct copy, which stays as it was', async () => {
    const { holder, skuId, after } = await clinic();
    const before = assignmentOf(holder.licenses, skuId);
    const changed = after('givesThroughGroup');
    const held = assignmentOf(changed?.licenses ?? [], skuId);
    expect(directPath(held)).toEqual(directPath(before));
    expect(groupsOf(held)).toHaveLength(groupsOf(before).length + 1);
  });

  it('switches a service plan over, and back', async () => {
    const { holder, skuId, after } = await clinic();
    const once = after('changesLicense');
    const twice = once && after('changesLicense', once);
    expect(assignmentOf(twice?.licenses ?? [], skuId)).toEqual(
      assignmentOf(holder.licenses, skuId),
    );
  });

  it('gives nothing that is not left, or that the customer does not own', async () => {
    const { tenant, after } = await clinic();
    const short = [...tenant.products.keys()].find((sku) => tenant.available(sku) <= 0);
    if (short === undefined) throw new Error('nothing is short');
    const without = tenant.users.filter(({ licenses }) => !assignmentOf(licenses, short));
    expect(without.length).toBeGreaterThan(0);
    for (const user of without) expect(after('changesLicense', user, short)).toBeNull();
  });
});

describe('another administrator at work', () => {
  it('does something once in twelve requests, to one user at a time, never beyond what is left', async () => {
    const { tenant, next } = await clinic(7);
    let acts = 0;
    for (let request = 0; request < 2_400; request++) {
      const before = new Map(
        [...tenant.products.keys()].map((sku) => [sku, tenant.available(sku)]),
      );
      otherAdminActs(tenant, null, next, request);
      const news = tenant.takeNews();
      expect(news.length).toBeLessThanOrEqual(1);
      acts += news.length;
      for (const [sku, left] of before) {
        if (tenant.available(sku) < left) expect(left).toBeGreaterThan(0);
      }
    }
    // some of what he sets out to do cannot be done
    expect(acts).toBeGreaterThan(100);
    expect(acts).toBeLessThanOrEqual(260);
    const names = tenant.users.map(({ userPrincipalName }) => userPrincipalName);
    expect(new Set(names).size).toBe(names.length);
    expect(
      tenant.users.every(({ licenses }) => licenses.every(({ paths }) => paths.length > 0)),
    ).toBe(true);
  });

  it('is every other time at the one who is asked for', async () => {
    const { tenant, user, next } = await clinic(3);
    const { id } = user('kofi.mensah');
    const met: string[] = [];
    for (let request = 0; request < 2_400 && tenant.user(id); request++) {
      otherAdminActs(tenant, id, next, request);
      met.push(...tenant.takeNews().flatMap((entry) => ('user' in entry ? [entry.user.id] : [])));
    }
    const near = met.filter((one) => one === id).length;
    expect(near).toBeGreaterThan(met.length / 3);
  });
});
