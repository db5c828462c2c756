import fc from 'fast-check';
import { steady } from '../../src/base/pace.ts';
import { asHeadingsSay } from '../../src/csv/assignment-columns.ts';
import { servicePlanId, skuId, groupId, type SkuId } from '../../src/licenses/ids.ts';
import type { Path } from '../../src/licenses/license-set.ts';
import { LicenseSets } from '../../src/licenses/license-sets.ts';
import type { Product, ServicePlan } from '../../src/licenses/product.ts';
import type { NamedProduct } from '../../src/csv/product-index.ts';
import { ProductFinder } from '../../src/csv/product-finder.ts';
import { readAssignmentList, type ListChoices } from '../../src/csv/read-assignment-list.ts';
import { listDrafts, type ListCustomer, type ListDrafts } from '../../src/csv/list-drafts.ts';
import { checkList, type CheckedList } from '../../src/csv/check-list.ts';
import type { ListMode } from '../../src/csv/list-mode.ts';
import type { AssignmentList } from '../../src/csv/assignment-list.ts';
import type { ListLookup } from '../../src/csv/row-ask.ts';
import { perText } from '../../src/users/user-table.ts';
import { planGuid, skuGuid, userGuid } from '../graph/guids.ts';
import { streamed } from './streamed.ts';

export const E3 = skuId(skuGuid(1));
export const VISIO = skuId(skuGuid(2));
export const VISIO_SELF_SERVICE = skuId(skuGuid(3));
export const TWIN_A = skuId(skuGuid(4));
export const TWIN_B = skuId(skuGuid(5));
export const EMS = skuId(skuGuid(6));
export const UNLISTED = skuId(skuGuid(7));
export const PROJECT = skuId(skuGuid(8));

export const EXCHANGE = servicePlanId(planGuid(1));
export const TEAMS = servicePlanId(planGuid(2));
export const DIRECTORY = servicePlanId(planGuid(3));

const plan = (id: ServicePlan['id'], partName: string, appliesTo: ServicePlan['appliesTo']) => ({
  ...{ id, partName, appliesTo },
});
const e3Plans = [
  plan(EXCHANGE, 'EXCHANGE_S_ENTERPRISE', 'User'),
  plan(TEAMS, 'TEAMS1', 'User'),
  plan(DIRECTORY, 'DIRECTORY', 'Company'),
];

const product = (
  id: SkuId,
  skuPartNumber: string,
  name: string,
  servicePlans: readonly ServicePlan[] | null = [],
): Product => ({
  ...{ skuId: id, skuPartNumber, name, servicePlans },
  ...{ appliesTo: 'User', capabilityStatus: 'Enabled', units: null, unitsFrom: null },
});

/** What the customer has: among it two products of one name, and one whose service plans nobody listed. */
export const owned: readonly Product[] = [
  product(E3, 'SPE_E3', 'Microsoft 365 E3', e3Plans),
  product(VISIO, 'VISIOCLIENT', 'Visio Plan 2'),
  product(TWIN_A, 'TWIN_A', 'Twin'),
  product(TWIN_B, 'TWIN_B', 'Twin'),
  product(EMS, 'EMSPREMIUM', 'Enterprise Mobility + Security E5'),
  product(UNLISTED, 'UNLISTED', 'Unlisted', null),
];

/** Names of products, those that the customer does not have among them, and one in another language. */
const named: readonly NamedProduct[] = [
  { skuId: VISIO_SELF_SERVICE, skuPartNumber: 'VISIO_PLAN2_DEPT', name: 'Visio Plan 2' },
  { skuId: PROJECT, skuPartNumber: 'PROJECTPROFESSIONAL', name: 'Project Plan 3' },
  { skuId: E3, skuPartNumber: 'SPE_E3', name: 'Microsoft 365 E3（企业版）' },
];

export const lookup: ListLookup = {
  products: new ProductFinder(owned, named),
  servicePlanNames: new Map([
    [EXCHANGE, 'Exchange Online'],
    [TEAMS, 'Microsoft Teams'],
  ]),
};

const ways = {
  direct: { kind: 'direct' },
  group: { kind: 'group', groupId: groupId('g') },
} as const;
const holding = (id: SkuId, via: keyof typeof ways) => {
  const path: Path = { via: ways[via], disabledPlans: [], state: null, error: null };
  return { skuId: id, paths: [path] };
};

/** Users by position: userPrincipalName, e-mail, whether their object id is known, what they hold. */
const people = [
  { upn: 'Ada@x.com', mail: 'ada.mail@x.com', holds: [holding(E3, 'direct')] },
  { upn: 'bo@x.com', mail: '', holds: [holding(E3, 'group'), holding(VISIO, 'direct')] },
  { upn: 'cy@x.com', mail: 'shared@x.com', holds: [] },
  { upn: 'shared@x.com', mail: '', holds: [holding(VISIO, 'direct')] },
  { upn: 'gone@x.com', mail: '', holds: [holding(E3, 'direct')], isGone: true },
  { upn: 'eve@x.com', mail: 'eve@x.com', holds: [holding(EMS, 'direct')], noId: true },
  { upn: 'ada@x.com.au', mail: '', holds: [holding(VISIO, 'direct'), holding(E3, 'direct')] },
];

export const ADA = 0;
export const BO = 1;
export const CY = 2;
export const SHARED = 3;
export const EVE = 5;
export const ADA_AU = 6;
export const idOf = (position: number): string => userGuid(position + 1);

const sets = new LicenseSets();
const numbers = Uint32Array.from(people, ({ holds }) => sets.intern(holds));
const nowhere = new Uint16Array(people.length);

export const customer: ListCustomer = {
  sets,
  table: {
    count: people.length,
    texts: {
      ...perText(() => people.map(() => '')),
      id: people.map(({ upn, noId }, i) => (noId ? `upn:${upn.toLowerCase()}` : idOf(i))),
      userPrincipalName: people.map(({ upn }) => upn),
      mail: people.map(({ mail }) => mail),
    },
    flags: Uint8Array.from(people, ({ isGone }) => (isGone ? 1 : 0)),
    licenses: { baseline: numbers, planned: numbers },
    locations: { baseline: nowhere, planned: nowhere },
  },
};

export const asItIs: ListChoices = { encoding: null, columns: asHeadingsSay, lastRow: null };

/** The list in the text; a text that is no list is a mistake in the test. */
export async function listIn(
  text: string | Uint8Array,
  choices: ListChoices = asItIs,
): Promise<AssignmentList> {
  const list = await readAssignmentList(streamed(text), lookup, choices, steady);
  if (!list.ok) throw new Error(JSON.stringify(list.error));
  return list.value;
}

export const linesOf = (...lines: readonly string[]): string => lines.map((l) => `${l}\n`).join('');

/** A list looked up in the customer's users, and its drafts. */
export const draftsOf = async (
  list: AssignmentList,
  mode: ListMode,
  knownLastRow: number | null = list.lastRow,
): Promise<ListDrafts & CheckedList> => {
  const checked = await checkList(list, customer.table, steady);
  return { ...checked, ...(await listDrafts(checked, { mode, customer, knownLastRow }, steady)) };
};

/** What drafts ask of whom, as lines that do not depend on the order of parts. */
export const saidBy = ({ parts }: Pick<ListDrafts, 'parts'>): string[] =>
  parts
    .flatMap(({ draft, users }) =>
      [...users].flatMap((user) =>
        draft.products.map(({ skuId: id, action, servicePlans }) =>
          [user, action, id, JSON.stringify(servicePlans)].join(' '),
        ),
      ),
    )
    .sort();

export const anyMode = (products: readonly SkuId[]): fc.Arbitrary<ListMode> =>
  fc.oneof(
    fc.constant({ kind: 'eachRow' } as const),
    fc.constant({ kind: 'assignOnly' } as const),
    fc.constant({ kind: 'revokeOnly' } as const),
    fc
      .subarray([...products])
      .map((covered) => ({ kind: 'exact', covered: new Set(covered) }) as const),
  );
