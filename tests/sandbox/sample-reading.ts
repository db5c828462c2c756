// What the tests of sample customers ask of one, in the words of the licensing rules.
import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import { steady } from '#base/pace.ts';
import { makeSample, type Sample } from '#sandbox/make-sample.ts';
import { sampleCustomers } from '#sandbox/sample-spec.ts';
import { locationLetters } from '#users/usage-location.ts';
import type { UserRecord } from '#users/user-record.ts';

export const NOW = Date.UTC(2026, 10, 12);

/** The sample customer with that many users. */
export async function sampleOf(users: number): Promise<Sample> {
  const spec = sampleCustomers().find((one) => one.users === users);
  if (!spec) throw new Error(`no sample of ${users}`);
  return makeSample(spec, NOW, steady);
}

export const usersOf = ({ batch }: Sample): readonly UserRecord[] => batch.users ?? [];

export function productOf({ batch }: Sample, partNumber: string): Product {
  const product = batch.products?.find(({ skuPartNumber }) => skuPartNumber === partNumber);
  if (!product) throw new Error(`no product ${partNumber}`);
  return product;
}

/** How many users hold the product by any path, counted one by one. */
export const recount = (sample: Sample, sku: SkuId): number =>
  usersOf(sample).filter(({ licenses }) => licenses?.some(({ skuId }) => skuId === sku)).length;

/** Part names of the service plans that are on: those of each path, less what that path has off. */
export function enabledPlans({ batch }: Sample, licenses: LicenseSet | null): Set<string> {
  const on = new Set<string>();
  for (const { skuId, paths } of licenses ?? []) {
    const plans = batch.products?.find((product) => product.skuId === skuId)?.servicePlans ?? [];
    for (const { disabledPlans } of paths) {
      const off = new Set<ServicePlanId>(disabledPlans ?? []);
      for (const { id, partName } of plans) if (!off.has(id)) on.add(partName);
    }
  }
  return on;
}

export const locationOf = ({ usageLocation }: UserRecord): string | null =>
  locationLetters(usageLocation);
