// One click in the clinic for each kind of issue, judged by the real rules.
import { beforeAll, expect, it } from 'vitest';
import type { CustomerId } from '#customers/customer.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import type { DraftProduct, ProductAction } from '#plan/draft.ts';
import { Planner } from '#plan/planner.ts';
import type { Preview } from '#plan/preview.ts';
import { documentedFacts } from '#rules/documented-facts.ts';
import type { Sample } from '#sandbox/make-sample.ts';
import { perText, type UserTable } from '#users/user-table.ts';
import { productOf, sampleOf, usersOf } from './sample-reading.ts';

let clinic: Sample;
let planner: Planner;

beforeAll(async () => {
  clinic = await sampleOf(25);
  const users = usersOf(clinic);
  const sets = new LicenseSets();
  const licenses = Uint32Array.from(users, (user) => sets.intern(user.licenses ?? []));
  const locations = Uint16Array.from(users, ({ usageLocation }) => usageLocation);
  const table: UserTable = {
    count: users.length,
    texts: {
      ...perText(() => users.map(() => '')),
      id: users.map(({ objectId }) => objectId ?? ''),
      userPrincipalName: users.map(({ userPrincipalName }) => userPrincipalName),
      displayName: users.map(({ displayName }) => displayName ?? ''),
    },
    flags: new Uint8Array(users.length),
    licenses: { baseline: licenses, planned: licenses },
    locations: { baseline: locations, planned: locations },
  };
  const customerId = 'sample-clinic' as CustomerId;
  const facts = [...documentedFacts, ...clinic.facts];
  planner = new Planner({ customerId, table, sets, products: clinic.batch.products ?? [], facts });
});

/** What Manage licenses says when one product is ticked for the people named. */
function preview(
  names: readonly string[],
  part: string,
  action: ProductAction,
  off: readonly string[] = [],
): Preview {
  const product = productOf(clinic, part);
  const plans = product.servicePlans?.filter(({ partName }) => off.includes(partName)) ?? [];
  const draft: DraftProduct = {
    skuId: product.skuId,
    action,
    servicePlans: Object.fromEntries(plans.map(({ id }) => [id, 'off'])),
  };
  const positions = names.map((name) =>
    usersOf(clinic).findIndex((user) => user.userPrincipalName.startsWith(name)),
  );
  return planner.preview(Uint32Array.from(positions), {
    products: [draft],
    swaps: [],
    usageLocation: null,
  });
}

it.each<[string, string, string, ProductAction, object]>([
  ['usage location missing', 'olena', 'SPE_F1', 'assign', { code: 'usageLocationMissing' }],
  [
    'prohibited location',
    'sigrun',
    'MCOEV',
    'assign',
    { code: 'usageLocationProhibited', severity: 'blocking', location: 'AQ' },
  ],
  [
    'company-wide product',
    'zoe',
    'SHAREPOINTSTORAGE',
    'assign',
    { code: 'notAssignable', reason: 'company' },
  ],
  [
    'suspended product',
    'zoe',
    'PBI_PREMIUM_PER_USER',
    'assign',
    { code: 'notAssignable', reason: 'suspended' },
  ],
  ['only by a group', 'guoqiang', 'EMS', 'revoke', { code: 'inherited', effect: 'locked' }],
  [
    'directly and by a group',
    'zoe',
    'EMS',
    'revoke',
    { code: 'inherited', effect: 'losesDirectOnly' },
  ],
  [
    'revoking what another product needs',
    'zoe',
    'SPE_E3',
    'revoke',
    { code: 'dependency', severity: 'blocking' },
  ],
  ['assigning without what it needs', 'reception', 'MCOMEETADV', 'assign', { code: 'dependency' }],
  [
    'conflict',
    'xiuying',
    'SPE_E3',
    'assign',
    { code: 'conflict', severity: 'blocking', factId: 'sample-clinic:two-mailboxes' },
  ],
  ['last mailbox', 'fatima', 'SPE_E3', 'revoke', { code: 'dataAtRisk', service: 'exchange' }],
])('shows the issue of a %s', (_kind, name, part, action, issue) => {
  const { issues } = preview([name], part, action);
  expect(issues.map((group) => group.issue)).toContainEqual(expect.objectContaining(issue));
});

it('shows a dependency when a service plan is switched off', () => {
  const { issues } = preview(['juergen'], 'SPE_F1', 'leave', ['RMS_S_ENTERPRISE']);
  expect(issues.map((group) => group.issue.code)).toContain('dependency');
});

it('is short by as many as there are too few, and by everybody where none is left', () => {
  const people = ['tomas', 'ana', 'kofi', 'asa', 'meiling'];
  expect(preview(people, 'SPE_E3', 'assign').shortages).toMatchObject([{ short: 3 }]);
  expect(preview(people.slice(1, 3), 'VISIOCLIENT', 'assign').shortages).toMatchObject([
    { short: 2 },
  ]);
});

it('lets an ordinary change pass without a blocking issue', () => {
  const { issues, changed, shortages } = preview(['guoqiang', 'fatima'], 'MCOMEETADV', 'assign');
  expect(issues.filter(({ issue }) => issue.severity === 'blocking')).toEqual([]);
  expect([changed, shortages]).toEqual([2, []]);
});
