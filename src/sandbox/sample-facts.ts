import type { CustomerId } from '#customers/customer.ts';
import type { FactId, RuleFact } from '#rules/rule-fact.ts';
import { planInPart } from './catalog-part.ts';

/** Where the sample location fact forbids phones: a country without a telephone market to be wrong about. */
export const PROHIBITED_LOCATION = 'AQ';

/**
 * Two made-up facts, marked as samples and valid for this customer only, so that a prohibited
 * location and a conflict can be met: no phone system in Antarctica, and no frontline mailbox
 * beside a full one.
 */
export function sampleFacts(customer: CustomerId): RuleFact[] {
  const shared = {
    severity: 'blocking',
    origin: 'sample',
    source: 'Made up for the sample customers. Not a rule of Microsoft 365.',
    date: '2026-01-01',
    confidence: 'low',
    scope: { kind: 'customer', id: customer },
    enabled: true,
  } as const;
  return [
    {
      ...shared,
      id: `${customer}:phone-location` as FactId,
      relation: {
        kind: 'prohibitedIn',
        subject: { kind: 'servicePlan', id: planInPart('MCOEV', 'MCOEV') },
        location: PROHIBITED_LOCATION,
      },
    },
    {
      ...shared,
      id: `${customer}:two-mailboxes` as FactId,
      relation: {
        kind: 'excludes',
        pair: [
          planInPart('SPE_F1', 'EXCHANGE_S_DESKLESS'),
          planInPart('EXCHANGEENTERPRISE', 'EXCHANGE_S_ENTERPRISE'),
        ],
      },
    },
  ];
}
