/** The oracle on single license sets: counting service plans, and what is already as in the cloud. */
import type { SkuId } from '#licenses/ids.ts';
import type { LicenseSet, Path } from '#licenses/license-set.ts';
import type { ServicePlanState } from '#plan/preview.ts';
import type { OracleVerdict, OracleWorld } from './oracle.ts';

export function servicePlanStatesByHand(
  world: OracleWorld,
  users: Iterable<number>,
  sku: SkuId,
): ServicePlanState[] {
  const holders = [...users]
    .filter((position) => (world.table.flags[position]! & 1) === 0)
    .flatMap((position) => {
      const set = world.setAt(world.table.licenses.planned[position]!);
      return set.filter(({ skuId }) => skuId === sku);
    });
  const product = world.products.find(({ skuId }) => skuId === sku);
  return (product?.servicePlans ?? []).map(({ id }) => {
    const isOn = (path: Path): boolean =>
      path.disabledPlans !== null && !path.disabledPlans.includes(id);
    const on = holders.filter(({ paths }) => paths.some(isOn));
    const off = holders.filter(({ paths }) => paths.every((p) => p.disabledPlans?.includes(id)));
    return {
      servicePlanId: id,
      holders: holders.length,
      on: on.length,
      onByGroup: on.filter(({ paths }) => paths.some((p) => p.via.kind === 'group' && isOn(p)))
        .length,
      unknown: holders.length - on.length - off.length,
    };
  });
}

const withoutState = (paths: readonly Path[]): string =>
  JSON.stringify(paths.map(({ via, disabledPlans }) => [via, disabledPlans]).sort());

/** What is planned just as it is in the cloud keeps the state that the cloud gave it. */
export const settledByHand = (
  { before, after }: OracleVerdict,
  baseline: LicenseSet,
): LicenseSet =>
  after === before
    ? before
    : after.map((planned) => {
        const known = baseline.find(({ skuId }) => skuId === planned.skuId);
        return known && withoutState(known.paths) === withoutState(planned.paths) ? known : planned;
      });
