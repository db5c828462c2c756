import type { DataService } from './issue.ts';

/**
 * The services that keep data of a user's own, and what Microsoft says of it once the last service
 * plan is gone:
 *
 * - Exchange: held for 30 days, then deleted ("Assign or unassign licenses for users in the Microsoft
 *   365 admin center", 2024).
 * - SharePoint: not deleted after 30 days. OneDrive is read-only from day 60 and archived after 93
 *   days; where billing for unlicensed accounts is off and no retention holds it, its deletion begins
 *   then. Not so for education, GCC and DoD ("Manage unlicensed OneDrive user accounts", in force
 *   since January 2025).
 * - Teams: no page says that data is deleted; users need a license to use it ("Manage user access to
 *   Microsoft Teams", 2024).
 */
export const dataServices: readonly DataService[] = ['exchange', 'sharepoint', 'teams'];

/** Those without which data is lost. */
export const lossyServices: readonly DataService[] = dataServices.filter(
  (service) => service !== 'teams',
);

/**
 * Which service plans keep a user's data, by Microsoft's technical names as they stand in "Product
 * names and service plan identifiers for licensing" (29 October 2025). Not among them: Exchange
 * Foundation and archiving (no mailbox of their own), analytics, multi-geo, extra storage, Office
 * for the web, Project Online (sites, not the user's storage), and add-ons of Teams.
 */
const patterns: Readonly<Record<DataService, RegExp>> = {
  exchange: /^EXCHANGE_[SBL]_(?!FOUNDATION|ARCHIVE)/,
  sharepoint:
    /^(SHAREPOINT(STANDARD|ENTERPRISE|DESKLESS|LITE|_S_DEVELOPER| PLAN)|ONEDRIVE(?!.*MULTIGEO))/,
  teams: /^(TEAMS1$|TEAMS_(GOV|AR_|DESKLESS|FREE)|TEAMSESS$|MCO_TEAMS_IW$)/,
};

/** The service whose data a service plan keeps; null when it keeps none. `partName` is the technical name. */
export const dataServiceOf = (partName: string): DataService | null =>
  dataServices.find((service) => patterns[service].test(partName.trim().toUpperCase())) ?? null;
