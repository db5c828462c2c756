import type { ServicePlanId } from './ids.ts';

/**
 * Service plans that give the same service, weakest first. From Microsoft's service descriptions:
 * Exchange Online (Kiosk, Plan 1, Plan 2), SharePoint Online (Kiosk, Plan 1, Plan 2) and Skype for
 * Business Online (Plan 1, Plan 2). Services whose levels no public source orders are left out.
 */
const LADDERS: readonly (readonly string[])[] = [
  [
    '4a82b400-a79f-41a4-b4e2-e94f5787b113', // EXCHANGE_S_DESKLESS
    '9aaf7827-d63c-4b61-89c3-182f06f82e5c', // EXCHANGE_S_STANDARD
    'efb87545-963c-4e0d-99df-69c6916d9eb0', // EXCHANGE_S_ENTERPRISE
  ],
  [
    '902b47e5-dcb2-4fdc-858b-c63a90a2bdb9', // SHAREPOINTDESKLESS
    'c7699d2e-19aa-44de-8edf-1736da088ca1', // SHAREPOINTSTANDARD
    '5dbe027f-2339-4123-9542-606e4d348a72', // SHAREPOINTENTERPRISE
  ],
  [
    'afc06cb0-b4f4-4473-8286-d644f70d8faf', // MCOIMP
    '0feaeb32-d00e-4d66-bd5a-43b5b83db82c', // MCOSTANDARD
  ],
];

/** Which of two service plans gives less of the same service; null where no source says. */
export function weakerServicePlan(one: ServicePlanId, other: ServicePlanId): ServicePlanId | null {
  for (const ladder of LADDERS) {
    const [a, b] = [ladder.indexOf(one), ladder.indexOf(other)];
    if (a >= 0 && b >= 0 && a !== b) return a < b ? one : other;
  }
  return null;
}
