import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import { assignmentOf, heldIn, type Assignment, type LicenseSet } from '#licenses/license-set.ts';
import type { Product, ServicePlan } from '#licenses/product.ts';
import { dataServiceOf, lossyServices } from '#rules/data-services.ts';
import type { DataService } from '#rules/issue.ts';
import type { UserState } from './difference.ts';
import type { WorkContent } from './operation.ts';

/** A service plan that keeps a user's data; null: no source lists those of the product, so that it may have one. */
export interface Keeper {
  readonly skuId: SkuId;
  readonly servicePlanId: ServicePlanId | null;
}

/** What keeps a user's mail, or files, when something goes that kept them as well: one of `by` has to be on then. */
export interface KeptData {
  /** True where a source said that they are on; false where they may be, as no source said. */
  readonly isSure: boolean;
  readonly by: readonly Keeper[];
}

const isOn = ({ paths }: Assignment, { servicePlanId }: Keeper, isSure: boolean): boolean =>
  paths.some(({ disabledPlans }) =>
    disabledPlans === null || servicePlanId === null
      ? !isSure
      : !disabledPlans.includes(servicePlanId),
  );

/** True where what was to keep the data does, for a user who holds this. */
export const isKept = ({ isSure, by }: KeptData, held: LicenseSet): boolean =>
  by.some((keeper) => {
    const assignment = assignmentOf(held, keeper.skuId);
    return assignment !== undefined && isOn(assignment, keeper, isSure);
  });

const keeping = (plans: readonly ServicePlan[], service: DataService): ServicePlanId[] =>
  plans.flatMap(({ id, partName }) => (dataServiceOf(partName) === service ? [id] : []));

/** Finds what keeps the data of the users of one customer. */
export class DataKeepers {
  /** By product, then by service; null where no source lists the service plans. */
  readonly #plans: ReadonlyMap<SkuId, readonly (readonly ServicePlanId[])[] | null>;

  constructor(products: readonly Product[]) {
    this.#plans = new Map(
      products.map(({ skuId, servicePlans }) => [
        skuId,
        servicePlans && lossyServices.map((service) => keeping(servicePlans, service)),
      ]),
    );
  }

  /**
   * What has to be sent, with what `dataAtRisk` relies on when it says nothing of mail or files although the
   * plan takes away a service plan that keeps them.
   */
  withKept(work: WorkContent, known: UserState, planned: UserState): WorkContent {
    if (work.touches.length === 0) return work;
    const keptBy = this.#between(known.licenses, planned.licenses);
    return keptBy.length === 0 ? work : { ...work, keptBy };
  }

  #between(known: LicenseSet, planned: LicenseSet): KeptData[] {
    const [before, after] = [heldIn(known), heldIn(planned)];
    return lossyServices.flatMap((_, service): KeptData[] => {
      const now = this.#keepers(after, service, false);
      const goes = ({ skuId, servicePlanId }: Keeper): boolean =>
        !now.some((one) => one.skuId === skuId && one.servicePlanId === servicePlanId);
      if (now.length === 0 || !this.#keepers(before, service, false).some(goes)) return [];
      const sure = this.#keepers(after, service, true);
      return [sure.length > 0 ? { isSure: true, by: sure } : { isSure: false, by: now }];
    });
  }

  #keepers(held: LicenseSet, service: number, isSure: boolean): Keeper[] {
    return held.flatMap((assignment) => {
      const { skuId } = assignment;
      const plans = this.#plans.get(skuId)?.[service] ?? [null];
      return plans
        .map((servicePlanId) => ({ skuId, servicePlanId }))
        .filter((keeper) => isOn(assignment, keeper, isSure));
    });
  }
}
