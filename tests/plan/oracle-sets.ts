/** The oracle on single license sets: counting service plans, and what is already as in the cloud. */
import type { SkuId } from '#licenses/ids.ts';
import type { LicenseSet, Path } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
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

/**
 * What a user has of a set as a source told it: a path in an error gives nothing; of one in another state
 * that is not active nobody knows, so that the product may be held, by no known path.
 */
export const heldByHand = (told: LicenseSet): LicenseSet =>
  told.flatMap(({ skuId, paths }) => {
    const isActive = ({ state }: Path) => [null, 'Active', 'ActiveWithError'].includes(state);
    if (paths.some(isActive)) return [{ skuId, paths: paths.filter(isActive) }];
    if (paths.every(({ state }) => state === 'Error')) return [];
    const open = {
      via: { kind: 'unknown' },
      disabledPlans: null,
      state: null,
      error: null,
    } as const;
    return [{ skuId, paths: [open] }];
  });

const withoutState = (paths: readonly Path[], product: Product | undefined): string => {
  const isOwn = (id: string) => product?.servicePlans?.some((plan) => plan.id === id) ?? true;
  const said = paths.map(({ via, disabledPlans }) => [via, disabledPlans?.filter(isOwn) ?? null]);
  return JSON.stringify(said.sort());
};

/**
 * What is planned just as it is in the cloud keeps the state that the cloud gave it, and what it has off
 * there that the product does not list.
 */
export const settledByHand = (
  { before, after }: OracleVerdict,
  baseline: LicenseSet,
  products: readonly Product[],
): LicenseSet =>
  after === before
    ? before
    : after.map((planned) => {
        const product = products.find(({ skuId }) => skuId === planned.skuId);
        const known = baseline.find(({ skuId }) => skuId === planned.skuId);
        const isKnown =
          known && withoutState(known.paths, product) === withoutState(planned.paths, product);
        return isKnown ? known : planned;
      });
