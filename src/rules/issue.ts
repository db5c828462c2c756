import type { GroupId, ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { FactId } from './rule-fact.ts';
import type { Severity } from './severity.ts';

/** Services that a user loses, and the data with some, when the last service plan goes. */
export type DataService = 'exchange' | 'sharepoint' | 'teams';

/** What a rule or the ledger says about a user before saving. Codes are those of Graph where it has one. */
export type Issue =
  | { readonly code: 'usageLocationMissing'; readonly severity: 'blocking' }
  | {
      /** Assigning while no source said whether the user has a usage location. */
      readonly code: 'usageLocationUnknown';
      readonly severity: 'warning';
    }
  | {
      readonly code: 'usageLocationProhibited';
      readonly severity: Severity;
      readonly skuId: SkuId;
      readonly servicePlanId: ServicePlanId | null;
      /** Two letters. */
      readonly location: string;
      readonly factId: FactId;
    }
  | {
      readonly code: 'notAssignable';
      readonly severity: 'blocking';
      readonly skuId: SkuId;
      /** `unidentified`: a name from a file that matched no product; it has no GUID to send. */
      readonly reason:
        'company' | 'suspended' | 'lockedOut' | 'deleted' | 'selfService' | 'unidentified';
    }
  | {
      readonly code: 'dependency';
      readonly severity: Severity;
      readonly skuId: SkuId;
      readonly servicePlanId: ServicePlanId;
      readonly requiresAnyOf: readonly ServicePlanId[];
      readonly factId: FactId;
    }
  | {
      readonly code: 'conflict';
      readonly severity: Severity;
      readonly servicePlanIds: readonly [ServicePlanId, ServicePlanId];
      readonly skuIds: readonly [SkuId, SkuId];
      readonly factId: FactId;
    }
  | {
      /** The product (or a switched service plan) comes from a group and stays as it is. */
      readonly code: 'inherited';
      readonly severity: 'info';
      readonly skuId: SkuId;
      readonly groupIds: readonly GroupId[];
      /** `locked`: only by group; `losesDirectOnly`: the direct copy goes, the group keeps it (frees no license). */
      readonly effect: 'locked' | 'losesDirectOnly' | 'servicePlansLocked';
    }
  | {
      /** Revoking or editing what may come from a group: no source said how the user got it. */
      readonly code: 'maybeInherited';
      readonly severity: 'warning';
      readonly skuId: SkuId;
    }
  | {
      /** Switching service plans where no source said which are off ("needs a pull or a Graph file"). */
      readonly code: 'servicePlansUnknown';
      readonly severity: 'blocking';
      readonly skuId: SkuId;
    }
  | {
      /** A swap takes only those who hold the product directly: this user has it (also) by groups. */
      readonly code: 'swapInherited';
      readonly severity: 'blocking';
      readonly skuId: SkuId;
      readonly groupIds: readonly GroupId[];
    }
  | {
      /** No source says which service plans a swap would have to keep off in `to`. */
      readonly code: 'swapServicePlansUnknown';
      readonly severity: 'blocking';
      readonly skuId: SkuId;
      readonly to: SkuId;
    }
  | {
      /**
       * `from` is revoked and `to` assigned: the service plan `off` is off in `from`, and `on` of `to`,
       * which is the same one or gives the same service, comes switched on. A swap would keep it off.
       */
      readonly code: 'switchedOn';
      readonly severity: 'warning';
      readonly from: SkuId;
      readonly to: SkuId;
      readonly off: ServicePlanId;
      readonly on: ServicePlanId;
    }
  | {
      /** Assigning a product whose service plans or units no source gave: planned, but not checked. */
      readonly code: 'unchecked';
      readonly severity: 'warning';
      readonly skuId: SkuId;
    }
  | {
      /** No source told all licenses of the user: the product may be held already, or is not known to be. */
      readonly code: 'licensesUntold';
      readonly severity: 'warning';
      readonly skuId: SkuId;
      /** False: the draft asks to revoke or edit it, and it stays as it is. */
      readonly isAssigned: boolean;
    }
  | {
      readonly code: 'dataAtRisk';
      readonly severity: 'warning' | 'info';
      readonly service: DataService;
    }
  | {
      /** CountViolation, from the ledger: no license is left for this user. */
      readonly code: 'shortage';
      readonly severity: 'blocking';
      readonly skuId: SkuId;
    };

export type IssueCode = Issue['code'];

/** Every code, for reading issues that were stored. */
export const issueCodes: Readonly<Record<IssueCode, true>> = {
  usageLocationMissing: true,
  usageLocationUnknown: true,
  usageLocationProhibited: true,
  notAssignable: true,
  dependency: true,
  conflict: true,
  inherited: true,
  maybeInherited: true,
  servicePlansUnknown: true,
  swapInherited: true,
  swapServicePlansUnknown: true,
  switchedOn: true,
  unchecked: true,
  licensesUntold: true,
  dataAtRisk: true,
  shortage: true,
};
