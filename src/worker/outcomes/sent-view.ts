import type { SkuId } from '#licenses/ids.ts';
import { changeablePath, type LicenseSet } from '#licenses/license-set.ts';
import { differenceBetween } from '#plan/difference.ts';
import { LOCATION_UNKNOWN } from '#users/usage-location.ts';
import type { SentView } from './outcome-types.ts';
import type { Namer } from '#worker/licenses/namer.ts';

/** Which Save planned something of a product for the user that is shown. */
export type ChangeOfProduct = (sku: SkuId) => SentView['change'];

/** The products of one call, by name; `causes`: those that a refusal names; `done`: that the cloud has so all the same. */
export function sentViews(
  { before, planned }: { readonly before: LicenseSet; readonly planned: LicenseSet },
  {
    namer,
    changeOf,
    causes,
    done,
  }: {
    readonly namer: Namer;
    readonly changeOf: ChangeOfProduct;
    readonly causes: ReadonlySet<SkuId>;
    readonly done: readonly SkuId[];
  },
): SentView[] {
  const state = (licenses: LicenseSet) => ({ licenses, location: LOCATION_UNKNOWN });
  const { products } = differenceBetween(state(before), state(planned));
  return [...products]
    .map(([skuId, delta]): SentView => {
      const [was, is] = [changeablePath(delta.before), changeablePath(delta.after)];
      const action = is === undefined ? 'revoke' : was === undefined ? 'assign' : 'servicePlans';
      return {
        skuId,
        name: namer.product(skuId),
        action,
        servicePlansOff: (is?.disabledPlans ?? []).map((id) => namer.servicePlan(skuId, id)),
        change: changeOf(skuId),
        isCause: causes.has(skuId),
        isDone: done.includes(skuId),
      };
    })
    .sort((a, b) => namer.compare(a.name, b.name));
}
