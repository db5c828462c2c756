import type { ServicePlanId } from '#licenses/ids.ts';
import { planInPart } from '#sandbox/catalog-part.ts';

/** What the sandbox's cloud refuses. Made up: nothing here says how Microsoft 365 behaves. */
export interface CloudFacts {
  readonly excludes: readonly (readonly [ServicePlanId, ServicePlanId])[];
  readonly requires: readonly {
    readonly plan: ServicePlanId;
    readonly anyOf: readonly ServicePlanId[];
  }[];
  /** Two letters where the service plan is prohibited. */
  readonly prohibited: readonly { readonly plan: ServicePlanId; readonly location: string }[];
}

/**
 * Facts of its own, apart from those that the planner reads: the first pair and the first dependency
 * are unknown to it, so that a sync is refused and teaches; conflicts that the planner warns of from
 * old documents (two mailboxes of different strength) are none here.
 */
export function cloudFacts(): CloudFacts {
  return {
    excludes: [
      [
        planInPart('VISIOCLIENT', 'VISIO_CLIENT_SUBSCRIPTION'),
        planInPart('PROJECTPROFESSIONAL', 'PROJECT_CLIENT_SUBSCRIPTION'),
      ],
      [
        planInPart('SPE_F1', 'EXCHANGE_S_DESKLESS'),
        planInPart('EXCHANGEENTERPRISE', 'EXCHANGE_S_ENTERPRISE'),
      ],
    ],
    requires: [
      {
        plan: planInPart('POWER_BI_PRO', 'BI_AZURE_P2'),
        anyOf: [
          planInPart('SPE_E3', 'SHAREPOINTENTERPRISE'),
          planInPart('STANDARDPACK', 'SHAREPOINTSTANDARD'),
        ],
      },
      {
        plan: planInPart('MCOEV', 'MCOEV'),
        anyOf: [planInPart('SPE_E3', 'MCOSTANDARD'), planInPart('SPE_E3', 'TEAMS1')],
      },
    ],
    prohibited: [{ plan: planInPart('MCOEV', 'MCOEV'), location: 'AQ' }],
  };
}
