const FIELDS = [
  'id',
  'displayName',
  'userPrincipalName',
  'mail',
  'department',
  'usageLocation',
  'accountEnabled',
  'userType',
  'assignedLicenses',
  'licenseAssignmentStates',
];
const GRAPH = 'https://graph.microsoft.com/v1.0';

/**
 * Requests for Graph Explorer. `licenseAssignmentStates` comes only when it is asked for.
 * https://learn.microsoft.com/graph/api/resources/user
 */
export const graphRequests: readonly string[] = [
  `${GRAPH}/subscribedSkus`,
  `${GRAPH}/users?$select=${FIELDS.join()}&$top=999`,
  `${GRAPH}/groups?$select=id,displayName&$top=999`,
];

/** The same with the Azure CLI. */
export const cliCommands = [
  `az rest --method get --url ${GRAPH}/subscribedSkus > subscribedSkus.json`,
  `az rest --method get --url ${GRAPH}/users --url-parameters '$select=${FIELDS.join()}' '$top=999' > users.json`,
  `az rest --method get --url ${GRAPH}/groups --url-parameters '$select=id,displayName' '$top=999' > groups.json`,
].join('\n');

/** The same with the Microsoft Graph PowerShell module, all pages. */
export const powerShellCommands = [
  `Connect-MgGraph -Scopes 'User.Read.All', 'LicenseAssignment.Read.All', 'GroupMember.Read.All'`,
  `Get-MgSubscribedSku -All | ConvertTo-Json -Depth 6 | Out-File subscribedSkus.json -Encoding utf8`,
  `$fields = ${FIELDS.map((field) => `'${field}'`).join(', ')}`,
  `Get-MgUser -All -Property $fields | Select-Object $fields | ConvertTo-Json -Depth 6 | Out-File users.json -Encoding utf8`,
  `Get-MgGroup -All -Property id, displayName, groupTypes | Select-Object Id, DisplayName, GroupTypes | ConvertTo-Json | Out-File groups.json -Encoding utf8`,
].join('\n');
