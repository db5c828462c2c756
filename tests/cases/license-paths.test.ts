// Small files as the cloud gives them, read into a customer and planned for.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { LicenseReader } from '#graph/user-licenses.ts';
import { productsFromSkus } from '#graph/products.ts';
import { usersFromGraph } from '#graph/users.ts';
import { servicePlanId, skuId } from '#licenses/ids.ts';
import { licenseErrorsIn } from '#licenses/license-errors.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import { emptyDraft, type Draft } from '#plan/draft.ts';
import { workBetween } from '#plan/operation.ts';
import { Planner } from '#plan/planner.ts';
import { inDisplayOrder } from '#plan/short-products.ts';
import { documentedFacts } from '#rules/documented-facts.ts';
import { compare, directOf } from '#sync/compare.ts';
import { userId } from '#users/ids.ts';
import { describeCase } from '../corpus.ts';
import { withPlan } from '../plan/by-hand.ts';

const E3 = skuId('05e9a617-0261-4cee-bb44-138d3ef5d965');
const E5 = skuId('06ebc4ee-1bb5-47dd-8120-11324bc54e06');
const TEAMS_PHONE = skuId('e43b5b99-8dfb-405f-9987-dc307f34bcbd');
const [TEAMS, SWAY, KAIZALA] = [
  '57ff2da0-773e-42df-b2af-ffb7a2317929',
  'a23b959c-7ce8-4e57-9140-b90eb88a9e97',
  'aebd3021-9f8f-4bf8-bbe3-0ed2f4f047a1',
].map(servicePlanId);

type Change = (user: Record<string, unknown>) => unknown;

/** The customer in the files of a case; `change` may say something else of the users. */
async function customerIn(fileOf: (name: string) => string, change: Change = (user) => user) {
  const parse = (name: string) => JSON.parse(readFileSync(fileOf(name), 'utf8')) as never;
  const owned = productsFromSkus('subscribedSkus.json', parse('subscribedSkus.json'));
  const { value } = parse('users.json') as { value: Record<string, unknown>[] };
  const read = await usersFromGraph(
    { file: 'users.json', value: { value: value.map(change) } },
    new LicenseReader(),
    { warn: () => undefined, pace: steady },
  );
  if (!owned.ok || !read.ok) throw new Error('the files are not read');
  const { users } = read.value;
  const sets = new LicenseSets();
  const licenses = Uint32Array.from(users, (user) => sets.intern(user.licenses ?? []));
  const locations = Uint16Array.from(users, ({ usageLocation }) => usageLocation);
  const texts = users.map(() => '');
  const table = {
    count: users.length,
    texts: {
      id: users.map(({ objectId }) => objectId ?? ''),
      userPrincipalName: users.map(({ userPrincipalName }) => userPrincipalName),
      displayName: texts,
      department: texts,
      mail: texts,
    },
    flags: new Uint8Array(users.length),
    licenses: { baseline: licenses, planned: licenses.slice() },
    locations: { baseline: locations, planned: locations.slice() },
  };
  const products = owned.value.products;
  const customerId = 'alder' as never;
  const input = { customerId, table, sets, products, facts: documentedFacts };
  return { users, sets, licenses, products, input, planner: new Planner(input) };
}

const lines = (...products: Draft['products']): Draft => ({ ...emptyDraft, products });
const assign = (sku: typeof E3) => lines({ skuId: sku, action: 'assign', servicePlans: {} });
const revoke = (sku: typeof E3) => lines({ skuId: sku, action: 'revoke', servicePlans: {} });
const everybody = Uint32Array.of(0, 1, 2, 3);

describeCase('15-tick-and-untick-switches-services-on', (fileOf) => {
  const both = Uint32Array.of(0, 1);
  const ticked = lines(...revoke(E3).products, ...assign(E5).products);
  const offIn = (sets: LicenseSets, set: number) =>
    sets.at(set).map(({ skuId: sku, paths }) => [sku, paths[0]?.disabledPlans]);

  it('says what would be switched on, and for how many', async () => {
    const { planner } = await customerIn(fileOf);
    const { issues, couldSwap, changed } = planner.preview(both, ticked);
    expect(issues.filter(({ issue }) => issue.code === 'switchedOn')).toEqual([
      {
        issue: { code: 'switchedOn', severity: 'warning', from: E3, to: E5, off: TEAMS, on: TEAMS },
        users: 1,
      },
    ]);
    expect(couldSwap).toEqual([{ from: E3, to: E5, others: 0 }]);
    expect(changed).toBe(2);
  });

  it('keeps it off with the swap that is offered, and says nothing then', async () => {
    const { planner, sets } = await customerIn(fileOf);
    const swap = { from: E3, to: E5, decided: {}, ifUnknown: 'leaveOut' } as const;
    const swapped = { ...emptyDraft, swaps: [swap] };
    expect(planner.preview(both, swapped)).toMatchObject({ changed: 2, couldSwap: [] });
    const change = planner.change(both, swapped, inDisplayOrder());
    const [ada, bo] = [...change.after.licenses].map((set) => offIn(sets, set));
    expect([ada, bo]).toEqual([[[E5, [TEAMS]]], [[E5, []]]]);
  });

  it('says nothing of a service plan that the draft itself switches off', async () => {
    const { planner } = await customerIn(fileOf);
    const off = { skuId: E5, action: 'assign', servicePlans: { [TEAMS!]: 'off' } } as const;
    const preview = planner.preview(both, lines(...revoke(E3).products, off));
    expect(preview.issues.map(({ issue }) => issue.code)).not.toContain('switchedOn');
  });
});

describeCase('02-group-error-counts-as-holding', (fileOf) => {
  it('holds only what no path in an error is alone to give', async () => {
    const { sets, licenses, planner } = await customerIn(fileOf);
    const held = [...licenses].map((number) => sets.at(number).map(({ skuId: sku }) => sku));
    expect(held).toEqual([[E3], [], [], []]);
    expect(planner.holdings(everybody)[0]).toMatchObject({ held: 1, heldByGroupOnly: 0 });
    const causes = [...licenses].map((number) => licenseErrorsIn(sets.told(number)));
    expect(causes.map((some) => some.map(({ cause }) => cause))).toEqual([
      [],
      ['CountViolation'],
      ['Other'],
      [],
    ]);
  });

  it('can be given directly, and taken back without anything left to do', async () => {
    const { sets, licenses, planner } = await customerIn(fileOf);
    const change = planner.change(everybody, assign(E3), {
      ...inDisplayOrder(),
      onShortage: 'planAll',
    });
    const kinds = [...change.causeOf].map((cause) => change.causes[cause]!.kind);
    expect(kinds).toEqual(['already', 'planned', 'planned', 'planned']);
    const bo = sets.told(change.after.licenses[1]!)[0]!;
    expect(bo.paths.map(({ via, state }) => [via.kind, state])).toEqual([
      ['direct', null],
      ['group', 'Error'],
    ]);
    expect(sets.internHeld([], licenses[1]!)).toBe(licenses[1]);
  });

  it('meets no need of another product', async () => {
    const { planner } = await customerIn(fileOf);
    const { issues } = planner.preview(everybody, assign(TEAMS_PHONE));
    const missing = issues.filter(({ issue }) => issue.code === 'dependency');
    // Ada alone has Teams
    expect(missing.map(({ users }) => users)).toEqual([3]);
  });

  it('warns that the last mailbox goes with a direct license beside a failed group', async () => {
    const both: Change = (user) => ({
      ...user,
      assignedLicenses: [{ skuId: E3, disabledPlans: [] }],
      licenseAssignmentStates: ['Active', 'Error'].map((state) => ({
        skuId: E3,
        assignedByGroup: state === 'Error' ? '11111111-aaaa-4bbb-8ccc-222222222222' : null,
        disabledPlans: [],
        state,
        error: state === 'Error' ? 'CountViolation' : 'None',
      })),
    });
    const { planner } = await customerIn(fileOf, both);
    const preview = planner.preview(everybody, revoke(E3));
    expect(preview).toMatchObject({ revokes: 4, losingData: 4, usersRevoked: 4 });
    expect(preview.issues.map(({ issue }) => issue.code)).not.toContain('inherited');
    expect(preview.products[0]!.ledger.freed).toBe(4);
  });

  it('holds by an unknown path what is listed and no path of its own gives', async () => {
    const listed: Change = (user) => ({
      ...user,
      assignedLicenses: [{ skuId: E3, disabledPlans: [SWAY] }],
    });
    const { users, sets, licenses, planner } = await customerIn(fileOf, listed);
    expect(planner.holdings(everybody)[0]).toMatchObject({ held: 4, heldUnknown: 3 });
    const [bo] = sets.at(licenses[1]!);
    expect(bo?.paths).toEqual([
      { via: { kind: 'unknown' }, disabledPlans: [SWAY], state: null, error: null },
    ]);
    expect(licenseErrorsIn(sets.told(licenses[1]!))).toHaveLength(1);
    // and the same entries once more are the same object
    expect(users[1]!.licenses).not.toBe(users[2]!.licenses);
  });

  it('is compared with the cloud by what is held', async () => {
    const { users } = await customerIn(fileOf);
    const remote = {
      userId: userId(users[1]!.objectId!),
      licenses: users[1]!.licenses!,
      location: 0,
    };
    expect(directOf(remote.licenses, E3)).toBe('absent');
    const touch = { skuId: E3, before: 'absent', target: [], groups: [] } as const;
    const work = { userId: remote.userId, position: 1, touches: [touch], location: null };
    expect(compare(work, remote)).toEqual({ kind: 'before', done: [] });
    const [assignment] = remote.licenses;
    const direct = assignment!.paths.map((path) => ({ ...path, via: { kind: 'direct' as const } }));
    const failed = { ...remote, licenses: [{ ...assignment!, paths: direct }] };
    expect(compare(work, failed)).toEqual({ kind: 'before', done: [] });
  });
});

describeCase('14-stale-disabled-plan-is-sent-back', (fileOf) => {
  const switchTeams = (to: 'on' | 'off') =>
    lines({ skuId: E3, action: 'leave', servicePlans: { [TEAMS!]: to } });
  const ada = Uint32Array.of(0);

  it('plans and sends no service plan that the product does not list', async () => {
    const { sets, licenses, planner, products } = await customerIn(fileOf);
    const change = planner.change(ada, switchTeams('off'), inDisplayOrder());
    const after = sets.at(change.after.licenses[0]!);
    expect(after[0]?.paths[0]?.disabledPlans).toEqual([TEAMS, SWAY]);
    const work = workBetween(
      { licenses: sets.at(licenses[0]!), location: 0 },
      { licenses: after, location: 0 },
      products,
    );
    expect(work?.touches[0]).toMatchObject({
      before: [SWAY, KAIZALA],
      target: [TEAMS, SWAY],
    });
  });

  it('has nothing to do for a service plan that stays as it is', async () => {
    const { licenses, planner } = await customerIn(fileOf);
    const change = planner.change(ada, switchTeams('on'), inDisplayOrder());
    expect(change.causes[change.causeOf[0]!]!.kind).toBe('already');
    expect(change.after.licenses[0]).toBe(licenses[0]);
  });

  it('leaves nothing to do where a service plan is switched off and on again', async () => {
    const { licenses, input, planner } = await customerIn(fileOf);
    const off = planner.change(ada, switchTeams('off'), inDisplayOrder());
    const planned = Uint32Array.of(off.after.licenses[0]!, ...licenses.slice(1));
    const { locations } = input.table;
    const table = withPlan(input.table, { licenses: planned, locations: locations.planned });
    const on = new Planner({ ...input, table }).change(ada, switchTeams('on'), inDisplayOrder());
    // as the cloud has it, with the id that is not listed: who is as known is not pending
    expect(on.after.licenses[0]).toBe(licenses[0]);
  });

  it('leaves what was planned before such ids were left out without them', async () => {
    const { sets, licenses, products } = await customerIn(fileOf);
    const [held] = sets.at(licenses[0]!);
    const planned = [
      { ...held!, paths: [{ ...held!.paths[0]!, disabledPlans: [TEAMS!, KAIZALA!] }] },
    ];
    const state = (set: LicenseSet) => ({ licenses: set, location: 0 });
    const work = workBetween(state([held!]), state(planned), products);
    expect(work?.touches.map(({ target }) => target)).toEqual([[TEAMS]]);
    const unknown = products.map((product) => ({ ...product, servicePlans: null }));
    const open = workBetween(state([held!]), state(planned), unknown);
    expect(open?.touches.map(({ target }) => target)).toEqual([[TEAMS, KAIZALA]]);
  });
});
