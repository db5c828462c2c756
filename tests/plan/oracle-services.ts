/** The oracle on which service a service plan gives. */
import type { ServicePlanId } from '#licenses/ids.ts';
import type { ServicePlan } from '#licenses/product.ts';

/** Whose data is deleted when the last service plan of it goes. */
export function serviceOf(partName: string): 'exchange' | 'sharepoint' | 'teams' | null {
  const name = partName.toUpperCase();
  const starts = (...heads: string[]): boolean => heads.some((head) => name.startsWith(head));
  if (starts('EXCHANGE_S_FOUNDATION', 'EXCHANGE_S_ARCHIVE')) return null;
  if (starts('EXCHANGE_S_', 'EXCHANGE_B_', 'EXCHANGE_L_')) return 'exchange';
  if (starts('SHAREPOINTSTANDARD', 'SHAREPOINTENTERPRISE', 'SHAREPOINTDESKLESS'))
    return 'sharepoint';
  if (starts('SHAREPOINTLITE', 'SHAREPOINT_S_DEVELOPER', 'SHAREPOINT PLAN', 'ONEDRIVE'))
    return 'sharepoint';
  if (['TEAMS1', 'TEAMSESS', 'MCO_TEAMS_IW'].includes(name)) return 'teams';
  return starts('TEAMS_GOV', 'TEAMS_AR_', 'TEAMS_DESKLESS', 'TEAMS_FREE') ? 'teams' : null;
}

/** Service plans that give one service under several ids, as Microsoft's documentation lists them. */
const FAMILIES = [
  // Exchange Online Kiosk, Plan 1, Plan 2
  '4a82b400-a79f-41a4-b4e2-e94f5787b113 9aaf7827-d63c-4b61-89c3-182f06f82e5c efb87545-963c-4e0d-99df-69c6916d9eb0',
  // Intune: INTUNE_A, INTUNE_A_VL, INTUNE_B
  'c1ec4a95-1f05-45b3-a911-aa3fa01094f5 3e170737-c728-4eae-bbb9-3f3360f7184c 2dc63b8a-df3d-448f-b683-8655877c9360',
];

/** True when both give one service under different ids; a service plan nobody named is known by its id alone. */
export function givesTheSame(
  one: { readonly id: ServicePlanId; readonly partName?: string },
  other: ServicePlan,
): boolean {
  if (one.id === other.id) return false;
  if (FAMILIES.some((family) => family.includes(one.id) && family.includes(other.id))) return true;
  const service = one.partName === undefined ? null : serviceOf(one.partName);
  return service !== null && service === serviceOf(other.partName);
}
