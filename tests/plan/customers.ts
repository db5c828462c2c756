/** Small customers, drafts and selections at random, with everything that makes planning hard. */
import fc from 'fast-check';
import type { CustomerId } from '#customers/customer.ts';
import { groupId, namedSkuId, servicePlanId, skuId, type SkuId } from '#licenses/ids.ts';
import {
  REST_UNTOLD,
  type Assignment,
  type LicenseSet,
  type Path,
  type Via,
} from '#licenses/license-set.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import type { Product, ServicePlan } from '#licenses/product.ts';
import type { Draft, DraftProduct, Swap } from '#plan/draft.ts';
import type { PlanningInput } from '#plan/planning-context.ts';
import type { FactId, Relation, RuleFact } from '#rules/rule-fact.ts';
import { LOCATION_NONE, LOCATION_UNKNOWN, readLocation } from '#users/usage-location.ts';
import { perText, type UserTable } from '#users/user-table.ts';
import type { OracleWorld } from './oracle.ts';
import { heldByHand } from './oracle-sets.ts';

export const customerId = 'customer-1' as CustomerId;
const elsewhere = 'customer-2' as CustomerId;

const plan = (
  n: number,
  partName: string,
  appliesTo: 'User' | 'Company' = 'User',
): ServicePlan => ({
  id: servicePlanId(`aaaaaaaa-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`),
  partName,
  appliesTo,
});

/** Of some the id tells which service they give. */
const real = (id: string, partName: string): ServicePlan => ({
  id: servicePlanId(id),
  partName,
  appliesTo: 'User',
});

/** The service plans of which random products are made. */
export const plans: readonly ServicePlan[] = [
  real('9aaf7827-d63c-4b61-89c3-182f06f82e5c', 'EXCHANGE_S_STANDARD'),
  real('efb87545-963c-4e0d-99df-69c6916d9eb0', 'EXCHANGE_S_ENTERPRISE'),
  plan(3, 'EXCHANGE_S_FOUNDATION', 'Company'),
  plan(4, 'SHAREPOINTSTANDARD'),
  plan(5, 'SHAREPOINTENTERPRISE'),
  plan(6, 'TEAMS1'),
  plan(7, 'MCOEV'),
  plan(8, 'MCOSTANDARD'),
  plan(9, 'SHAREPOINT_PROJECT'),
  real('c1ec4a95-1f05-45b3-a911-aa3fa01094f5', 'INTUNE_A'),
  real('3e170737-c728-4eae-bbb9-3f3360f7184c', 'INTUNE_A_VL'),
];

/** The products that users may hold; a customer is known to have some of them. */
export const skus: readonly SkuId[] = [
  ...[1, 2, 3, 4, 5].map((n) => skuId(`bbbbbbbb-0000-4000-8000-00000000000${n}`)),
  namedSkuId('A name that matched nothing'),
];

const planIds = plans.map(({ id }) => id);
const anyPlan = fc.constantFrom(...planIds);
const somePlans = fc.oneof(fc.constant([]), fc.subarray(planIds, { maxLength: 4 }));

const units = fc.record({
  enabled: fc.nat(4),
  warning: fc.nat(2),
  suspended: fc.nat(2),
  lockedOut: fc.constant(0),
  consumed: fc.nat(7),
});

const often = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

const product = (sku: SkuId, n: number): fc.Arbitrary<Product> =>
  fc.record({
    skuId: fc.constant(sku),
    skuPartNumber: often(`PRODUCT_${n}`, `PRODUCT_${n}_DEPT`),
    name: fc.constant(null),
    appliesTo: often<Product['appliesTo']>('User', 'Company', null),
    capabilityStatus: often<Product['capabilityStatus']>(
      ...(['Enabled', 'Warning', 'Suspended', 'LockedOut', 'Deleted', null] as const),
    ),
    units: fc.option(units, { freq: 8 }),
    servicePlans: fc.option(fc.subarray([...plans], { minLength: 2 }), { freq: 12 }),
    unitsFrom: fc.constant('import' as const),
  });

const products = fc.tuple(...skus.map(product)).chain((all) => fc.subarray(all, { minLength: 4 }));

const vias: Via[] = [
  { kind: 'direct' },
  { kind: 'group', groupId: groupId('group-1') },
  { kind: 'group', groupId: groupId('group-2') },
  { kind: 'unknown' },
];

const pathBy = (via: Via): fc.Arbitrary<Path> =>
  fc.record({
    via: fc.constant(via),
    disabledPlans: fc.option(somePlans, { freq: 10 }),
    state: often('Active', 'Error', 'ActiveWithError', 'Disabled', null),
    error: fc.constantFrom(null, 'CountViolation'),
  });

const paths = fc
  .oneof({ weight: 2, arbitrary: fc.constant([vias[0]!]) }, fc.subarray(vias, { minLength: 1 }))
  .chain((chosen) => fc.tuple(...chosen.map(pathBy)));

/** Real products, seldom the one that is known by a name only. */
const someSkus = (maxLength: number): fc.Arbitrary<SkuId[]> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.subarray(skus.slice(0, 5), { maxLength }) },
    { weight: 1, arbitrary: fc.subarray([...skus], { maxLength }) },
  );

const assignments: fc.Arbitrary<Assignment[]> = fc
  .tuple(someSkus(4), often(false, true))
  .chain(([held, isUntold]) =>
    fc
      .tuple(...held.map((sku) => paths.map((some) => ({ skuId: sku, paths: some }))))
      .map((all) => (isUntold ? [...all, REST_UNTOLD] : all)),
  );

const relation: fc.Arbitrary<Relation> = fc.oneof(
  fc.record({
    kind: fc.constant('requiresAnyOf' as const),
    subject: anyPlan,
    anyOf: fc.subarray(planIds, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('excludes' as const), pair: fc.tuple(anyPlan, anyPlan) }),
  fc.record({
    kind: fc.constant('prohibitedIn' as const),
    subject: fc.oneof(
      fc.record({ kind: fc.constant('servicePlan' as const), id: anyPlan }),
      fc.record({ kind: fc.constant('product' as const), id: fc.constantFrom(...skus) }),
    ),
    location: fc.constantFrom('US', 'DE', 'CN'),
  }),
);

const facts: fc.Arbitrary<RuleFact[]> = fc
  .array(
    fc.record({
      relation,
      severity: fc.constantFrom('blocking' as const, 'warning' as const, 'info' as const),
      scope: fc.constantFrom(
        ...([
          { kind: 'everywhere' },
          { kind: 'customer', id: customerId },
          { kind: 'customer', id: elsewhere },
        ] as const),
      ),
      enabled: often(true, false),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((some) =>
    some.map((fact, i) => ({
      ...fact,
      id: `fact-${i}` as FactId,
      origin: 'sample',
      source: 'made up',
      date: '2026-01-01',
      confidence: 'high',
    })),
  );

const locations = [LOCATION_UNKNOWN, LOCATION_NONE, ...['US', 'DE', 'CN'].map(readLocation)].filter(
  (code) => code !== null,
);

interface RandomUser {
  readonly baseline: number;
  readonly planned: number;
  readonly locationBaseline: number;
  readonly locationPlanned: number;
  readonly isGone: boolean;
}

const anyLocation = fc.constantFrom(...locations.slice(1), ...locations.slice(1), ...locations);

const users = (sets: number, least: number): fc.Arbitrary<RandomUser[]> =>
  fc.array(
    fc
      .record({
        baseline: fc.nat(sets - 1),
        planned: fc.option(fc.nat(sets - 1)),
        locationBaseline: anyLocation,
        locationPlanned: fc.option(anyLocation),
        isGone: often(false, true),
      })
      .map(({ planned, locationPlanned, ...user }) => ({
        ...user,
        planned: planned ?? user.baseline,
        locationPlanned: locationPlanned ?? user.locationBaseline,
      })),
    { minLength: least, maxLength: least + 10 },
  );

/** A table that holds only what planning reads. */
export function tableOf(rows: readonly RandomUser[]): UserTable {
  const numbers = (of: (user: RandomUser) => number): Uint32Array => Uint32Array.from(rows, of);
  const codes = (of: (user: RandomUser) => number): Uint16Array => Uint16Array.from(rows, of);
  return {
    count: rows.length,
    texts: perText(() => []),
    flags: Uint8Array.from(rows, ({ isGone }) => (isGone ? 1 : 0)),
    licenses: { baseline: numbers((u) => u.baseline), planned: numbers((u) => u.planned) },
    locations: {
      baseline: codes((u) => u.locationBaseline),
      planned: codes((u) => u.locationPlanned),
    },
  };
}

/** The products that the set has by a path that no source told. */
const untoldIn = (set: LicenseSet): SkuId[] =>
  set
    .filter(({ paths }) => paths.some(({ via }) => via.kind === 'unknown'))
    .map(({ skuId }) => skuId);

/** A plan adds direct licenses only: what came by an untold path is known of the user, or not there. */
const possible =
  (sets: LicenseSets) =>
  (user: RandomUser): RandomUser => {
    const known = untoldIn(sets.at(user.baseline));
    const isPossible = untoldIn(sets.at(user.planned)).every((sku) => known.includes(sku));
    return isPossible ? user : { ...user, planned: user.baseline };
  };

/** A customer ready for planning. `isSettled`: nothing is planned yet; `least`: how many users and license sets at least. */
const customer = (isSettled: boolean, least = 0): fc.Arbitrary<PlanningInput> =>
  fc
    .record({
      products,
      facts,
      pool: fc.array(assignments, { minLength: least + 1, maxLength: least + 5 }),
    })
    .chain(({ pool, ...input }) => {
      const sets = new LicenseSets();
      for (const set of pool) sets.intern(set);
      const stored = sets.since(0);
      return users(sets.size, least).map((rows) => {
        const settled = rows.map((user) => ({
          ...user,
          planned: user.baseline,
          locationPlanned: user.locationBaseline,
        }));
        const table = tableOf(isSettled ? settled : rows.map(possible(sets)));
        return { ...input, customerId, table, sets: new LicenseSets(stored) };
      });
    });

export const anyCustomer = customer(false);
export const customerWithoutPlan = customer(true);

const switches = fc.option(
  fc.dictionary(
    fc.constantFrom<string>(...planIds),
    fc.constantFrom('on' as const, 'off' as const),
    {
      maxKeys: 3,
      noNullPrototype: true,
    },
  ),
  { nil: {}, freq: 3 },
);

const line = (sku: SkuId): fc.Arbitrary<DraftProduct> =>
  fc.record({
    skuId: fc.constant(sku),
    action: fc.constantFrom('leave' as const, 'assign' as const, 'revoke' as const),
    servicePlans: switches,
  });

export const anySwap: fc.Arbitrary<Swap> = fc.record({
  from: fc.constantFrom(...skus),
  to: fc.constantFrom(...skus),
  decided: switches,
  ifUnknown: fc.constantFrom('leaveOut' as const, 'allOn' as const),
});

export const anyDraft: fc.Arbitrary<Draft> = fc.record({
  products: someSkus(4).chain((some) => fc.tuple(...some.map(line))),
  swaps: fc.oneof(fc.constant([]), fc.array(anySwap, { minLength: 1, maxLength: 3 })),
  usageLocation: fc.constantFrom(null, null, 'US', 'CN'),
});

/** Some of the customer's users in some order, gone ones among them. */
export const selectionOf = ({ table }: PlanningInput): fc.Arbitrary<Uint32Array> =>
  fc
    .shuffledSubarray(Array.from({ length: table.count }, (_, i) => i))
    .map((positions) => Uint32Array.from(positions));

export interface Situation {
  readonly input: PlanningInput;
  readonly draft: Draft;
  readonly users: Uint32Array;
  /** Users who get units before all others, in this order. */
  readonly first: readonly number[];
  /** Users who get the last units after all others. */
  readonly waitingLast: readonly number[];
}

const situation = (some: fc.Arbitrary<PlanningInput>): fc.Arbitrary<Situation> =>
  some.chain((input) =>
    fc.record({
      input: fc.constant(input),
      draft: anyDraft,
      users: selectionOf(input),
      first: fc.shuffledSubarray(
        Array.from({ length: input.table.count }, (_, i) => i),
        { maxLength: Math.min(3, input.table.count) },
      ),
      waitingLast: fc.subarray(Array.from({ length: input.table.count }, (_, i) => i)),
    }),
  );

export const anySituation = situation(anyCustomer);

/** The same with more users, and more license sets, than a word has bits. */
export const anyCrowd = situation(customer(false, 70));

/** What is held by each set of a customer. */
export const heldSets = (sets: LicenseSets): LicenseSet[] =>
  Array.from({ length: sets.size }, (_, number) => sets.at(number));

/** The same input as the oracle reads it. */
export const worldOf = ({ sets, ...input }: PlanningInput): OracleWorld => ({
  ...input,
  setAt: (number) => heldByHand(sets.told(number)),
  isUntoldAt: (number) => sets.told(number).some(({ skuId }) => skuId === REST_UNTOLD.skuId),
});
