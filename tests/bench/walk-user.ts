import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Assignment, LicenseSet, Path } from '#licenses/license-set.ts';
import type { Severity } from '#rules/severity.ts';
import { LOCATION_NONE } from '#users/usage-location.ts';
import type { UserRecord } from '#users/user-record.ts';
import { switchedOnBy } from '../plan/oracle-swaps.ts';
import { textOf } from './preview-numbers.ts';
import { violationsOf, type SwitchedOn } from './walk-facts.ts';
import type { WalkContext, WalkLine } from './walk-context.ts';

export interface WalkIssue {
  readonly text: string;
  readonly severity: Severity;
}

/** What one line of the draft does to one user. */
export interface WalkTouch {
  readonly line: WalkLine;
  readonly before: Assignment | undefined;
  readonly after: Assignment | undefined;
}

export interface Verdict {
  readonly kind: 'planned' | 'already' | 'unchanged' | 'notChanged';
  readonly held: LicenseSet;
  readonly touches: readonly WalkTouch[];
  readonly issues: readonly WalkIssue[];
}

const isGroup = ({ via }: Path): boolean => via.kind === 'group';

function afterLine(
  { action, off, fresh }: WalkLine,
  before: Assignment | undefined,
): Assignment | undefined {
  if (action === 'revoke') {
    const left = before?.paths.filter(isGroup) ?? [];
    if (before === undefined || left.length === before.paths.length) return before;
    return left.length === 0 ? undefined : { ...before, paths: left };
  }
  if (before === undefined) return fresh;
  const direct = before.paths.find(({ via }) => via.kind === 'direct');
  const disabled = new Set(direct?.disabledPlans);
  for (const plan of off) disabled.add(plan);
  if (direct === undefined || disabled.size === direct.disabledPlans?.length) return before;
  const edited = { ...direct, disabledPlans: [...disabled].sort() };
  return { ...before, paths: before.paths.map((path) => (path === direct ? edited : path)) };
}

function issuesOfTouch({ line, before, after }: WalkTouch, { products }: WalkContext): WalkIssue[] {
  const { skuId, action, off } = line;
  const product = products.get(skuId);
  const issues: WalkIssue[] = [];
  if (before === undefined && after !== undefined) {
    const status = product?.capabilityStatus;
    const isLocked = status === 'Suspended' || status === 'LockedOut' || status === 'Deleted';
    const isSelfService = product?.skuPartNumber.endsWith('_DEPT') === true;
    if (isLocked || isSelfService || product?.appliesTo === 'Company')
      issues.push({ text: `notAssignable ${skuId}`, severity: 'blocking' });
  }
  if (before?.paths.some(isGroup)) {
    const groups = before.paths.flatMap(({ via }) => (via.kind === 'group' ? [via.groupId] : []));
    const isOff = (plan: ServicePlanId): boolean =>
      after?.paths.every(({ disabledPlans }) => disabledPlans?.includes(plan)) ?? false;
    const effect =
      action !== 'revoke' ? 'servicePlansLocked' : before === after ? 'locked' : 'losesDirectOnly';
    if (action === 'revoke' || !off.every(isOff))
      issues.push({ text: `inherited ${effect} ${skuId} ${groups.join()}`, severity: 'info' });
  }
  return issues;
}

/** Which service plans each product switches on, over all paths. */
function switchedOn(set: Iterable<Assignment>, { products }: WalkContext): SwitchedOn {
  const bySku = new Map<SkuId, Set<ServicePlanId>>();
  const all = new Set<ServicePlanId>();
  for (const { skuId, paths } of set) {
    const on = new Set<ServicePlanId>();
    for (const { disabledPlans } of paths) {
      const off = new Set(disabledPlans);
      for (const { id } of products.get(skuId)?.servicePlans ?? []) {
        if (off.has(id)) continue;
        on.add(id);
        all.add(id);
      }
    }
    bySku.set(skuId, on);
  }
  return { bySku, all };
}

/** Judges one user by looking at everything that the user holds and will hold. */
export function judgeByWalk(
  user: UserRecord,
  lines: readonly WalkLine[],
  context: WalkContext,
): Verdict {
  const held = user.licenses ?? [];
  const before = new Map(held.map((one) => [one.skuId, one]));
  const after = new Map(before);
  const touches: WalkTouch[] = [];
  const issues: WalkIssue[] = [];
  let isChanged = false;
  let isSent = false;
  for (const line of lines) {
    const was = before.get(line.skuId);
    const isAsked =
      was === undefined
        ? line.action === 'assign'
        : line.action === 'revoke' || line.off.length > 0;
    if (!isAsked) continue;
    const is = afterLine(line, was);
    const touch = { line, before: was, after: is };
    touches.push(touch);
    issues.push(...issuesOfTouch(touch, context));
    if (was === is) continue;
    isChanged = true;
    if (line.action !== 'revoke') isSent = true;
    if (is === undefined) after.delete(line.skuId);
    else after.set(line.skuId, is);
  }
  for (const issue of switchedOnBy(lines, held, [...after.values()], context.products))
    issues.push({ text: textOf(issue), severity: issue.severity });
  if (isSent && user.usageLocation === LOCATION_NONE)
    issues.push({ text: 'usageLocationMissing', severity: 'blocking' });
  if (isChanged) {
    const [wasOn, isOn] = [switchedOn(held, context), switchedOn(after.values(), context)];
    issues.push(...violationsOf(wasOn, isOn, user.usageLocation, context));
  }
  const isBlocked = issues.some(({ severity }) => severity === 'blocking');
  const isInherited = issues.some(({ text }) => text.startsWith('inherited'));
  const idle = isInherited ? 'unchanged' : 'already';
  return { kind: isBlocked ? 'notChanged' : isChanged ? 'planned' : idle, held, touches, issues };
}
