/** Customers written down by hand, for stories. */
import type { CustomerId } from '#customers/customer.ts';
import { groupId, servicePlanId, skuId, type ServicePlanId, type SkuId } from '#licenses/ids.ts';
import type { Assignment, LicenseSet, Path, Via } from '#licenses/license-set.ts';
import { LicenseSets } from '#licenses/license-sets.ts';
import type { Product, ServicePlan } from '#licenses/product.ts';
import type { Change, ChangeId } from '#plan/change.ts';
import type { ChangeColumns } from '#plan/build-change.ts';
import type { Draft, DraftProduct } from '#plan/draft.ts';
import type { PlanningInput } from '#plan/planning-context.ts';
import type { FactId, Relation, RuleFact } from '#rules/rule-fact.ts';
import type { Severity } from '#rules/severity.ts';
import { LOCATION_NONE, LOCATION_UNKNOWN, readLocation } from '#users/usage-location.ts';
import type { UserTable } from '#users/user-table.ts';
import { tableOf } from './customers.ts';

export const customerId = 'customer-1' as CustomerId;

/** `a`, `b`, … as product and service plan ids. */
export const sku = (letter: string): SkuId => skuId(`sku-${letter}`);
export const planId = (name: string): ServicePlanId => servicePlanId(`plan-${name}`);

export const servicePlan = (name: string, appliesTo: 'User' | 'Company' = 'User'): ServicePlan => ({
  id: planId(name),
  partName: name,
  appliesTo,
});

/** A product with so many licenses left and these service plans; null: no source said. */
export function product(
  letter: string,
  available: number | null = 100,
  plans: readonly (string | ServicePlan)[] | null = [],
  more: Partial<Product> = {},
): Product {
  const units =
    available === null
      ? null
      : { enabled: 1000, warning: 0, suspended: 0, lockedOut: 0, consumed: 1000 - available };
  return {
    skuId: sku(letter),
    skuPartNumber: `PRODUCT_${letter}`,
    name: null,
    appliesTo: 'User',
    capabilityStatus: 'Enabled',
    units,
    servicePlans: plans && plans.map((p) => (typeof p === 'string' ? servicePlan(p) : p)),
    unitsFrom: 'import',
    ...more,
  };
}

const path = (via: Via, off: readonly string[] | null): Path => ({
  via,
  disabledPlans: off && off.map(planId).sort(),
  state: 'Active',
  error: null,
});

/** Paths to a product: directly, by a group, or nobody knows how, with these service plans off. */
export const direct = (off: readonly string[] | null = []): Path => path({ kind: 'direct' }, off);
export const byGroup = (name = 'g', off: readonly string[] | null = []): Path =>
  path({ kind: 'group', groupId: groupId(name) }, off);
export const unexplained = (off: readonly string[] | null = null): Path =>
  path({ kind: 'unknown' }, off);

export const holds = (letter: string, ...paths: Path[]): Assignment => ({
  skuId: sku(letter),
  paths: paths.length === 0 ? [direct()] : paths,
});

export interface HandUser {
  readonly holds?: LicenseSet;
  /** Two letters, none, or `unknown`. Default: DE. */
  readonly location?: string | null;
  readonly isGone?: boolean;
}

const codeOf = (location: string | null): number =>
  location === null
    ? LOCATION_NONE
    : location === 'unknown'
      ? LOCATION_UNKNOWN
      : (readLocation(location) ?? LOCATION_UNKNOWN);

/** A customer with nothing planned. */
export function customerOf(
  products: readonly Product[],
  users: readonly HandUser[],
  facts: readonly RuleFact[] = [],
): PlanningInput {
  const sets = new LicenseSets();
  const rows = users.map((user) => {
    const baseline = sets.intern(user.holds ?? []);
    const location = codeOf(user.location === undefined ? 'DE' : user.location);
    return {
      baseline,
      planned: baseline,
      locationBaseline: location,
      locationPlanned: location,
      isGone: user.isGone ?? false,
    };
  });
  return { customerId, table: tableOf(rows), sets, products, facts };
}

export const everyone = ({ table }: PlanningInput): Uint32Array =>
  Uint32Array.from({ length: table.count }, (_, i) => i);

/** A line of a draft: `line('assign', 'a', { teams: 'off' })`. */
export const line = (
  action: DraftProduct['action'],
  letter: string,
  switches: Readonly<Record<string, 'on' | 'off'>> = {},
): DraftProduct => ({
  skuId: sku(letter),
  action,
  servicePlans: Object.fromEntries(
    Object.entries(switches).map(([name, to]) => [planId(name), to]),
  ),
});

export const draftOf = (...products: DraftProduct[]): Draft => ({
  products,
  swaps: [],
  usageLocation: null,
});

export const fact = (relation: Relation, severity: Severity = 'warning'): RuleFact => ({
  id: 'fact' as FactId,
  relation,
  severity,
  origin: 'sample',
  source: 'made up',
  date: '2026-01-01',
  confidence: 'high',
  scope: { kind: 'everywhere' },
  enabled: true,
});

/** The change as it is stored. */
export const stored = (columns: ChangeColumns, sequence: number): Change => ({
  ...columns,
  id: `change-${sequence}` as ChangeId,
  customerId,
  sequence,
  savedAt: 0,
  operator: 'somebody',
  reference: null,
  note: null,
  standing: new Uint8Array(columns.users.length),
  eventOf: new Uint16Array(columns.users.length),
  events: [],
});

/** The customer's table with the planned columns of a plan. */
export const withPlan = (
  table: UserTable,
  planned: { readonly licenses: Uint32Array; readonly locations: Uint16Array },
): UserTable => ({
  ...table,
  licenses: { ...table.licenses, planned: planned.licenses },
  locations: { ...table.locations, planned: planned.locations },
});
