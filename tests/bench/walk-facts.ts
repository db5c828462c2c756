import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { DataService } from '#rules/issue.ts';
import { locationLetters, type LocationCode } from '#users/usage-location.ts';
import type { WalkContext } from './walk-context.ts';
import type { WalkIssue } from './walk-user.ts';

/** The service plans that are on for one user. */
export interface SwitchedOn {
  readonly bySku: ReadonlyMap<SkuId, ReadonlySet<ServicePlanId>>;
  readonly all: ReadonlySet<ServicePlanId>;
}

function dependencies(before: SwitchedOn, after: SwitchedOn, context: WalkContext): WalkIssue[] {
  const issues: WalkIssue[] = [];
  for (const { id, severity, relation } of context.dependencies) {
    const { subject, anyOf } = relation;
    if (!after.all.has(subject) || anyOf.some((plan) => after.all.has(plan))) continue;
    const wasMissing = !anyOf.some((plan) => before.all.has(plan));
    for (const [sku, on] of after.bySku) {
      if (!on.has(subject) || (wasMissing && before.bySku.get(sku)?.has(subject))) continue;
      issues.push({ text: `dependency ${sku} ${id}`, severity });
    }
  }
  return issues;
}

function conflicts(before: SwitchedOn, after: SwitchedOn, context: WalkContext): WalkIssue[] {
  const issues: WalkIssue[] = [];
  for (const { id, severity, relation } of context.conflicts) {
    const [first, second] = relation.pair;
    if (first === second || !after.all.has(first) || !after.all.has(second)) continue;
    for (const [a, onA] of after.bySku) {
      if (!onA.has(first)) continue;
      const isNew = before.bySku.get(a)?.has(first) !== true;
      for (const [b, onB] of after.bySku) {
        if (a === b || !onB.has(second)) continue;
        if (isNew || before.bySku.get(b)?.has(second) !== true)
          issues.push({ text: `conflict ${a} ${b} ${id}`, severity });
      }
    }
  }
  return issues;
}

function prohibitions(
  before: SwitchedOn,
  after: SwitchedOn,
  location: LocationCode,
  context: WalkContext,
): WalkIssue[] {
  const issues: WalkIssue[] = [];
  const letters = locationLetters(location);
  for (const { id, severity, relation } of context.prohibitions) {
    if (letters === null || letters !== relation.location) continue;
    const { subject } = relation;
    const isOn = (on: SwitchedOn, sku: SkuId): boolean =>
      subject.kind === 'product'
        ? subject.id === sku && on.bySku.has(sku)
        : on.bySku.get(sku)?.has(subject.id) === true;
    for (const sku of after.bySku.keys()) {
      if (isOn(after, sku) && !isOn(before, sku))
        issues.push({ text: `usageLocationProhibited ${sku} ${id}`, severity });
    }
  }
  return issues;
}

function dataAtRisk(before: SwitchedOn, after: SwitchedOn, context: WalkContext): WalkIssue[] {
  const keptBy = ({ all }: SwitchedOn): Set<DataService> => {
    const kept = new Set<DataService>();
    for (const plan of all) {
      const service = context.services.get(plan);
      if (service !== undefined) kept.add(service);
    }
    return kept;
  };
  const left = keptBy(after);
  return [...keptBy(before)]
    .filter((service) => !left.has(service))
    .map((service) => ({
      text: `dataAtRisk ${service}`,
      severity: service === 'teams' ? 'info' : 'warning',
    }));
}

/** What the facts say of a user whose service plans change so. */
export const violationsOf = (
  before: SwitchedOn,
  after: SwitchedOn,
  location: LocationCode,
  context: WalkContext,
): WalkIssue[] => [
  ...dependencies(before, after, context),
  ...conflicts(before, after, context),
  ...prohibitions(before, after, location, context),
  ...dataAtRisk(before, after, context),
];
