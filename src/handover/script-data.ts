import type { KeptData } from '#plan/kept-data.ts';
import type { DirectPath, WorkContent } from '#plan/operation.ts';
import { LOCATION_UNKNOWN, locationLetters, type LocationCode } from '#users/usage-location.ts';
import type { HandedPlan } from './handed-plan.ts';
import { literal, literals } from './power-shell-text.ts';

/** How the script writes down the direct path of a product, and reads it from the cloud. */
const pathText = (path: DirectPath | 'unknown'): string =>
  typeof path === 'string' ? path : `off:${[...path].sort().join(',')}`;

/** Two letters, empty where the user has none, `unknown` where no source said. */
const locationText = (code: LocationCode): string =>
  code === LOCATION_UNKNOWN ? 'unknown' : (locationLetters(code) ?? '');

/** Alternatives divided by spaces, each `product:service plan`; after a `?` those that only may keep it. */
const keptText = ({ isSure, by }: KeptData): string =>
  (isSure ? '' : '? ') +
  by.map(({ skuId, servicePlanId }) => `${skuId}:${servicePlanId ?? ''}`).join(' ');

function workText({ touches, location, keptBy = [] }: WorkContent): string {
  const rows = touches.map(
    ({ skuId, before, target, groups }) =>
      `    @{ SkuId = ${literal(skuId)}; Before = ${literal(pathText(before))}; ` +
      `Target = ${literal(pathText(target))}; ` +
      `Groups = ${groups === null ? '$null' : literals(groups)} }`,
  );
  const from = location === null ? '' : locationText(location.before);
  const to = location === null ? '' : locationText(location.target);
  return [
    `  @{ Location = ${literal(to)}; LocationBefore = ${literal(from)}; ` +
      `KeptBy = ${literals(keptBy.map(keptText))}; Touches = @(`,
    ...rows,
    '  ) }',
  ].join('\n');
}

/** What a script does and to whom, as assignments of PowerShell. Every value in them is a literal. */
export function scriptData({ id, customer, works, users }: HandedPlan): string {
  const setsLocation = works.some(({ location }) => location !== null);
  const scopes = [
    'LicenseAssignment.ReadWrite.All',
    setsLocation ? 'User.ReadWrite.All' : 'User.Read.All',
  ];
  return [
    `$planId = ${literal(id)}`,
    `$tenantId = ${literal(customer.tenantId ?? '')}`,
    `$customerName = ${literal(customer.name)}`,
    `$scopes = ${literals(scopes)}`,
    '',
    '# What is done, one entry for each distinct content.',
    '$works = @(',
    ...works.map(workText),
    ')',
    '',
    '# For whom: object id, name, number of the entry above.',
    '$users = @(',
    ...users.map(
      ({ objectId, userPrincipalName, work }) =>
        `  , @(${literal(objectId)}, ${literal(userPrincipalName)}, ${work})`,
    ),
    ')',
  ].join('\n');
}
