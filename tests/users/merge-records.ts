import type { Pace } from '#base/pace.ts';
import { atOnce } from '#base/steps.ts';
import { groupId, servicePlanId, skuId, type SkuId } from '#licenses/ids.ts';
import type { Assignment, LicenseSet } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import type { CustomerBatch } from '#users/customer-batch.ts';
import type { CustomerData } from '#users/customer-data.ts';
import type { DescribeProduct } from '#users/merge-products.ts';
import { Merge, type Merged, type MergeOptions } from '#users/merge.ts';
import { readLocation } from '#users/usage-location.ts';
import type { UserRecord } from '#users/user-record.ts';

export const E3 = skuId('05e9a617-0261-4cee-bb44-138d3ef5d965');
export const E5 = skuId('06ebc4ee-1bb5-47dd-8120-11324bc54e06');
export const VISIO = skuId('c5928f49-12ba-48f7-ada3-0d743a3601d5');
export const TEAMS = servicePlanId('57ff2da0-773e-42df-b2af-ffb7a2317929');
export const EXCHANGE = servicePlanId('efb87545-963c-4e0d-99df-69c6916d9eb0');
export const GROUP = groupId('0000aaaa-0000-4000-8000-000000000001');

/** The object id of user n. */
export const objectId = (n: number): string =>
  `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A product assigned directly, with these service plans switched off. */
export const direct = (sku: SkuId, ...off: Assignment['paths'][0]['disabledPlans'] & object) => ({
  skuId: sku,
  paths: [{ via: { kind: 'direct' as const }, disabledPlans: off, state: 'Active', error: null }],
});

/** A product that a group gives. */
export const byGroup = (sku: SkuId): Assignment => ({
  skuId: sku,
  paths: [
    { via: { kind: 'group', groupId: GROUP }, disabledPlans: [], state: 'Active', error: null },
  ],
});

/** Products as a users CSV names them: neither path nor service plans. */
export const listed = (...skus: SkuId[]): LicenseSet =>
  skus.map((sku) => ({
    skuId: sku,
    paths: [{ via: { kind: 'unknown' }, disabledPlans: null, state: null, error: null }],
  }));

/** User n as Graph gives it. */
export const graphUser = (n: number, part: Partial<UserRecord> = {}): UserRecord => ({
  objectId: objectId(n),
  userPrincipalName: `user${n}@contoso.com`,
  displayName: `User ${n}`,
  department: 'Sales',
  mail: `user${n}@contoso.com`,
  usageLocation: readLocation('NL') ?? 0,
  blocked: false,
  guest: false,
  licenses: [],
  ...part,
});

/** User n as the admin center's CSV gives it. */
export const csvUser = (n: number, part: Partial<UserRecord> = {}): UserRecord => ({
  ...graphUser(n),
  objectId: null,
  mail: null,
  guest: null,
  ...part,
});

/** A product with enough units. */
export const owned = (sku: SkuId, enabled = 1000): Product => ({
  skuId: sku,
  skuPartNumber: `PART_${sku.slice(0, 4)}`,
  name: null,
  appliesTo: 'User',
  capabilityStatus: 'Enabled',
  units: { enabled, warning: 0, suspended: 0, lockedOut: 0, consumed: 1 },
  servicePlans: [{ id: TEAMS, partName: 'TEAMS1', appliesTo: 'User' }],
  unitsFrom: 'import',
});

/** A batch of Graph data. */
export const batchOf = (
  users: readonly UserRecord[] | null,
  part: Partial<CustomerBatch> = {},
): CustomerBatch => ({
  origin: 'files',
  tenantId: null,
  defaultDomain: 'contoso.com',
  dataAt: 1000,
  users,
  products: null,
  groups: null,
  ...part,
});

export const describeByPart: DescribeProduct = (sku) => ({
  skuPartNumber: `SKU_${sku.slice(0, 4)}`,
  name: null,
});

/** What a customer is after an import whose users come all at once. */
export async function mergeBatch(
  current: CustomerData | null,
  batch: CustomerBatch,
  options: MergeOptions,
  pace: Pace,
): Promise<Merged> {
  const merge = new Merge(current, new Set());
  if (batch.users !== null) await merge.take(batch.users, pace);
  return atOnce(merge.finish(current, batch, options));
}
