import type { DataService } from './issue.ts';

/** The services whose data starts to be deleted 30 days after the last service plan goes. */
export const dataServices: readonly DataService[] = ['exchange', 'sharepoint', 'teams'];

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
