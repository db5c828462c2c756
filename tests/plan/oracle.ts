/**
 * The planner written a second time, as plainly as possible: it walks users one by one with sets of
 * strings and shares no code with the engine, only types. Slow on purpose; tests compare the engine
 * with it, benchmarks measure against it. It runs in a browser too.
 */
import type { CustomerId } from '#customers/customer.ts';
import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Assignment, LicenseSet } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import type { Draft } from '#plan/draft.ts';
import type { Issue } from '#rules/issue.ts';
import type { RuleFact } from '#rules/rule-fact.ts';
import type { UserTable } from '#users/user-table.ts';
import { afterLine, asksFor, linesIssues } from './oracle-lines.ts';
import { serviceOf } from './oracle-services.ts';
import {
  linesBeside,
  linesOf,
  swapOf,
  swapsThatCount,
  switchedOnBy,
  type SwapVerdict,
} from './oracle-swaps.ts';

export interface OracleWorld {
  readonly customerId: CustomerId;
  readonly table: UserTable;
  readonly setAt: (number: number) => LicenseSet;
  /** True where nobody told all that is held. */
  readonly isUntoldAt: (number: number) => boolean;
  readonly products: readonly Product[];
  readonly facts: readonly RuleFact[];
}

/** What the draft would do to one user, units left aside. */
export interface OracleVerdict {
  readonly position: number;
  readonly kind: 'planned' | 'already' | 'unchanged' | 'notChanged';
  readonly issues: readonly Issue[];
  readonly before: LicenseSet;
  readonly isUntold: boolean;
  /** As if nothing kept the user out. */
  readonly after: LicenseSet;
  readonly locationBefore: number;
  readonly locationAfter: number;
  readonly gains: readonly SkuId[];
  readonly losses: readonly SkuId[];
  /** Of each swap that counts; null where the user does not hold its first product. */
  readonly swaps: readonly (SwapVerdict | null)[];
}

export const find = (set: LicenseSet, sku: SkuId): Assignment | undefined =>
  set.find((one) => one.skuId === sku);

/** Service plans that are on: `sure` because a source said so, `maybe` those of which none did. */
interface On {
  readonly bySku: Map<SkuId, Set<ServicePlanId>>;
  readonly sure: Set<ServicePlanId>;
  readonly possible: Set<ServicePlanId>;
  readonly anything: boolean;
}

function switchedOn(set: LicenseSet, products: ReadonlyMap<SkuId, Product>): On {
  const on: On = { bySku: new Map(), sure: new Set(), possible: new Set(), anything: false };
  let anything = false;
  for (const { skuId, paths } of set) {
    const plans = products.get(skuId)?.servicePlans ?? null;
    if (plans === null) anything = true;
    const mine = new Set<ServicePlanId>();
    for (const { disabledPlans } of paths) {
      for (const { id } of plans ?? []) {
        if (disabledPlans === null) on.possible.add(id);
        else if (!disabledPlans.includes(id)) {
          mine.add(id);
          on.sure.add(id);
          on.possible.add(id);
        }
      }
    }
    on.bySku.set(skuId, mine);
  }
  return { ...on, anything };
}

const letters = (code: number): string => String.fromCharCode(code >> 8, code & 255);

interface State {
  readonly set: LicenseSet;
  readonly on: On;
  readonly location: number;
}

/** Every violation of a fact in a state; what the draft causes is what was not violated before. */
function violations({ set, on, location }: State, facts: readonly RuleFact[]): Issue[] {
  const found: Issue[] = [];
  for (const { id: factId, severity, relation } of facts) {
    for (const { skuId } of set) {
      const mine = on.bySku.get(skuId) ?? new Set();
      if (relation.kind === 'requiresAnyOf') {
        const { subject, anyOf } = relation;
        const isMet = on.anything || anyOf.some((plan) => on.possible.has(plan));
        if (mine.has(subject) && !isMet) {
          const about = { skuId, servicePlanId: subject, requiresAnyOf: anyOf, factId };
          found.push({ code: 'dependency', severity, ...about });
        }
      } else if (relation.kind === 'excludes') {
        const { pair } = relation;
        if (!mine.has(pair[0])) continue;
        for (const { skuId: other } of set) {
          if (other === skuId || pair[0] === pair[1]) continue;
          if (!on.bySku.get(other)?.has(pair[1])) continue;
          const about = { servicePlanIds: pair, skuIds: [skuId, other] as const, factId };
          found.push({ code: 'conflict', severity, ...about });
        }
      } else {
        const { subject, location: place } = relation;
        if (location < 256 || letters(location) !== place) continue;
        const isPlan = subject.kind === 'servicePlan';
        if (!(isPlan ? mine.has(subject.id) : skuId === subject.id)) continue;
        const about = { skuId, servicePlanId: isPlan ? subject.id : null, location: place, factId };
        found.push({ code: 'usageLocationProhibited', severity, ...about });
      }
    }
  }
  return found;
}

interface Service {
  readonly service: 'exchange' | 'sharepoint' | 'teams';
  readonly plans: readonly ServicePlanId[];
}

function dataAtRisk(before: On, after: On, services: readonly Service[]): Issue[] {
  if (after.anything) return [];
  return services
    .filter(({ plans }) => {
      const has = ({ possible }: On): boolean => plans.some((id) => possible.has(id));
      return has(before) && !has(after);
    })
    .map(({ service }) => ({
      code: 'dataAtRisk',
      severity: service === 'teams' ? 'info' : 'warning',
      service,
    }));
}

/** A string that is equal for issues that say the same. */
export const say = (issue: Issue): string =>
  JSON.stringify(Object.entries(issue).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Two letters as the table keeps them. */
const codeOf = (place: string): number =>
  (place.toUpperCase().charCodeAt(0) << 8) | place.toUpperCase().charCodeAt(1);

/** What is looked up for every user alike. */
interface Lookups {
  readonly products: ReadonlyMap<SkuId, Product>;
  readonly facts: readonly RuleFact[];
  readonly services: readonly Service[];
}

export const lookUps = ({ products, facts, customerId }: OracleWorld): Lookups => ({
  products: new Map(products.map((product) => [product.skuId, product])),
  facts: facts.filter(
    ({ enabled, scope }) => enabled && (scope.kind !== 'customer' || scope.id === customerId),
  ),
  services: (['exchange', 'sharepoint', 'teams'] as const).map((service) => {
    const plans = products.flatMap(({ servicePlans }) => servicePlans ?? []);
    const own = plans.filter(({ partName }) => serviceOf(partName) === service);
    return { service, plans: own.map(({ id }) => id) };
  }),
});

/** What is to be said of a result as a whole. `isSent`: something is assigned or its service plans change. */
export function resultIssues(
  { products, facts, services }: Lookups,
  change: Pick<OracleVerdict, 'before' | 'after' | 'locationBefore' | 'locationAfter'>,
  isSent: boolean,
): Issue[] {
  const { before, after, locationBefore, locationAfter } = change;
  const issues: Issue[] = [];
  if (isSent && locationAfter === 1) {
    issues.push({ code: 'usageLocationMissing', severity: 'blocking' });
  }
  if (isSent && locationAfter === 0) {
    issues.push({ code: 'usageLocationUnknown', severity: 'warning' });
  }
  if (after === before && locationAfter === locationBefore) return issues;
  const [wasOn, isOn] = [switchedOn(before, products), switchedOn(after, products)];
  const then = violations({ set: before, on: wasOn, location: locationBefore }, facts);
  const old = new Set(then.map(say));
  const now = violations({ set: after, on: isOn, location: locationAfter }, facts);
  issues.push(...now.filter((issue) => !old.has(say(issue))));
  if (after !== before) issues.push(...dataAtRisk(wasOn, isOn, services));
  return issues;
}

/** What the draft would do to one user. */
function judgeUser(
  { table, setAt, isUntoldAt }: OracleWorld,
  known: Lookups,
  draft: Draft,
  position: number,
): OracleVerdict {
  const { products } = known;
  const before = setAt(table.licenses.planned[position]!);
  const locationBefore = table.locations.planned[position]!;
  const locationAfter =
    locationBefore === 1 && draft.usageLocation !== null
      ? codeOf(draft.usageLocation)
      : locationBefore;

  let after = before;
  let isSent = false;
  const issues: Issue[] = [];
  const gains: SkuId[] = [];
  const losses: SkuId[] = [];
  const counting = swapsThatCount(draft.swaps);
  const swaps = counting.map((swap) => swapOf(swap, before, products));
  for (const swap of swaps) issues.push(...(swap?.refusals ?? []));
  const isUntold = isUntoldAt(table.licenses.planned[position]!);
  const untold = (skuId: SkuId, isAssigned: boolean): void => {
    if (isUntold && find(before, skuId) === undefined)
      issues.push({ code: 'licensesUntold', severity: 'warning', skuId, isAssigned });
  };
  counting.forEach(({ from }, i) => swaps[i] === null && untold(from, false));
  const lines = linesBeside(draft.products, counting);
  const swapped = swaps.flatMap((verdict) => linesOf(verdict, lines, products));
  for (const line of [...lines, ...swapped]) {
    const held = find(before, line.skuId);
    const product = products.get(line.skuId);
    const wanted = afterLine(line, held, product);
    issues.push(...linesIssues(line, held, wanted, product));
    if (line.action === 'assign' ? wanted : asksFor(line, product))
      untold(line.skuId, line.action === 'assign');
    if (JSON.stringify(held) === JSON.stringify(wanted)) continue;
    after = after.filter(({ skuId }) => skuId !== line.skuId);
    if (wanted) after = [...after, wanted];
    if (line.action !== 'revoke') isSent = true;
    if (!held) gains.push(line.skuId);
    if (!wanted) losses.push(line.skuId);
  }
  issues.push(...switchedOnBy(lines, before, after, products));
  const where = { before, after, locationBefore, locationAfter };
  issues.push(...resultIssues(known, where, isSent));
  const isChanged = after !== before || locationAfter !== locationBefore;
  const isBlocked = issues.some(({ severity }) => severity === 'blocking');
  const isLeft = issues.some(({ code }) => code === 'inherited' || code === 'licensesUntold');
  const kind = isBlocked ? 'notChanged' : isChanged ? 'planned' : isLeft ? 'unchanged' : 'already';
  return { position, kind, issues, isUntold, ...where, gains, losses, swaps };
}

/** Verdicts for those of the users who are still in the customer, in the same order. */
export const judgeUsers = (
  world: OracleWorld,
  draft: Draft,
  users: Iterable<number>,
): OracleVerdict[] => {
  const known = lookUps(world);
  return [...users]
    .filter((position) => (world.table.flags[position]! & 1) === 0)
    .map((position) => judgeUser(world, known, draft, position));
};
