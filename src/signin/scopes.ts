import type { GraphScope } from '#worker/sign-in/sign-in-types.ts';

/** What reading a customer's users and products needs. Asked for when somebody connects. */
export const READ_SCOPES: readonly GraphScope[] = [
  'User.Read.All',
  'LicenseAssignment.Read.All',
  'Organization.Read.All',
];

/** What sending changes needs. Asked for when a sync starts, never before. */
export const ASSIGN_SCOPES: readonly GraphScope[] = [
  'User.Read.All',
  'LicenseAssignment.ReadWrite.All',
];

/** What setting usage locations needs. Asked for only where the plan sets one. */
export const LOCATION_SCOPES: readonly GraphScope[] = ['User.ReadWrite.All'];

/** What listing a partner's own customers needs, in the partner's tenant. */
export const PARTNER_SCOPES: readonly GraphScope[] = [
  'DelegatedAdminRelationship.Read.All',
  'Directory.Read.All',
];

const ALL: readonly GraphScope[] = [
  ...READ_SCOPES,
  ...ASSIGN_SCOPES,
  ...LOCATION_SCOPES,
  ...PARTNER_SCOPES,
];

const GRAPH = 'https://graph.microsoft.com/';

/** The name by which Microsoft Entra ID knows a permission of Microsoft Graph. */
export const fullScope = (scope: GraphScope): string => `${GRAPH}${scope}`;

/** The permissions of ours among what was granted; the names come with or without the address of Graph. */
export function grantedScopes(granted: readonly string[]): GraphScope[] {
  const names = new Set(granted.map((scope) => scope.replace(GRAPH, '').toLowerCase()));
  return [...new Set(ALL)].filter((scope) => names.has(scope.toLowerCase()));
}
