/** The oracle on one line of a draft and one user, whatever else the user holds. */
import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Assignment, Path } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import type { DraftProduct } from '#plan/draft.ts';
import type { Issue } from '#rules/issue.ts';

type Switches = [ServicePlanId, 'on' | 'off'][];

const byGroup = (path: Path): boolean => path.via.kind === 'group';

/** The path that is ours to edit, as far as is known. */
const ours = (held: Assignment | undefined): Path | undefined =>
  held?.paths.find((p) => p.via.kind === 'direct') ??
  held?.paths.find((p) => p.via.kind === 'unknown');

function switchesOf(line: DraftProduct, product: Product | undefined): Switches {
  if (line.action === 'revoke') return [];
  const all = Object.entries(line.servicePlans) as Switches;
  if (!product?.servicePlans) return all;
  const plans = product.servicePlans;
  return all.filter(([id]) => plans.some((plan) => plan.id === id && plan.appliesTo === 'User'));
}

/** True where the line asks something of who holds the product. */
export const asksFor = (line: DraftProduct, product: Product | undefined): boolean =>
  line.action !== 'leave' || switchesOf(line, product).length > 0;

/** What one line of the draft makes of what the user holds of its product. */
export function afterLine(
  line: DraftProduct,
  held: Assignment | undefined,
  product: Product | undefined,
): Assignment | undefined {
  const switches = switchesOf(line, product);
  const listed = product !== undefined && product.servicePlans !== null;
  if (line.action === 'revoke') {
    const left = (held?.paths ?? []).filter(byGroup);
    return left.length === 0 ? undefined : { skuId: line.skuId, paths: left };
  }
  if (held === undefined) {
    if (line.action === 'leave' || (switches.length > 0 && !listed)) return undefined;
    const off = switches.filter(([, to]) => to === 'off').map(([id]) => id);
    const path = { via: { kind: 'direct' as const }, disabledPlans: off.sort() };
    return { skuId: line.skuId, paths: [{ ...path, state: null, error: null }] };
  }
  const path = ours(held);
  if (!path?.disabledPlans || !listed || switches.length === 0) return held;
  const owned = path.disabledPlans.filter((id) => product.servicePlans?.some((p) => p.id === id));
  const off = new Set(owned);
  for (const [id, to] of switches) {
    if (to === 'off') off.add(id);
    else off.delete(id);
  }
  // a service plan that the product lacks is no reason to send anything
  if (off.size === owned.length && owned.every((id) => off.has(id))) return held;
  const edited = { ...path, disabledPlans: [...off].sort() };
  return { ...held, paths: held.paths.map((one) => (one === path ? edited : one)) };
}

/** Why the product cannot be given to a user, if so. */
function notAssignable(sku: SkuId, product: Product | undefined, gains: boolean): Issue | null {
  type Reason = Extract<Issue, { code: 'notAssignable' }>['reason'];
  const because = (reason: Reason): Issue => {
    return { code: 'notAssignable', severity: 'blocking', skuId: sku, reason };
  };
  if (sku.startsWith('name:')) return because('unidentified');
  if (!gains) return null;
  if (!product) return because('unidentified');
  if (product.appliesTo === 'Company') return because('company');
  if (product.capabilityStatus === 'Suspended') return because('suspended');
  if (product.capabilityStatus === 'LockedOut') return because('lockedOut');
  if (product.capabilityStatus === 'Deleted') return because('deleted');
  return /_DEPT$/.test(product.skuPartNumber) ? because('selfService') : null;
}

function inherited(
  line: DraftProduct,
  switches: Switches,
  held: Assignment,
  after: Assignment | undefined,
): Issue | null {
  const groupIds = held.paths.flatMap(({ via }) => (via.kind === 'group' ? [via.groupId] : []));
  if (groupIds.length === 0) return null;
  const because = (effect: Extract<Issue, { code: 'inherited' }>['effect']): Issue => {
    return { code: 'inherited', severity: 'info', skuId: line.skuId, groupIds, effect };
  };
  if (line.action === 'revoke') {
    return because(held.paths.every(byGroup) ? 'locked' : 'losesDirectOnly');
  }
  if (ours(held) && ours(held)?.disabledPlans === null) return null;
  const isAsAsked = ([id, to]: Switches[number]): boolean => {
    const paths = after?.paths ?? [];
    const isOn = paths.some((p) => p.disabledPlans !== null && !p.disabledPlans.includes(id));
    const isOff = paths.every((p) => p.disabledPlans !== null && p.disabledPlans.includes(id));
    return to === 'on' ? isOn : isOff;
  };
  return switches.every(isAsAsked) ? null : because('servicePlansLocked');
}

/** What is to be said of one line, whatever else the user holds. */
export function linesIssues(
  line: DraftProduct,
  held: Assignment | undefined,
  after: Assignment | undefined,
  product: Product | undefined,
): Issue[] {
  const { skuId } = line;
  const issues: (Issue | null)[] = [];
  const switches = switchesOf(line, product);
  const gains = held === undefined && after !== undefined;
  const isChanged = JSON.stringify(held) !== JSON.stringify(after);
  if (isChanged) issues.push(notAssignable(skuId, product, gains));
  if (switches.length > 0) {
    const path = ours(held);
    const isForUs = path !== undefined || (held === undefined && line.action === 'assign');
    const isAllOn =
      ours(after)?.disabledPlans?.length === 0 && switches.every(([, to]) => to === 'on');
    if (path?.disabledPlans === null || (isForUs && !product?.servicePlans && !isAllOn)) {
      issues.push({ code: 'servicePlansUnknown', severity: 'blocking', skuId });
    }
  }
  if (held?.paths.some((p) => p.via.kind === 'unknown') && isChanged) {
    const was = held.paths.find((p) => p.via.kind === 'unknown');
    const is = after?.paths.find((p) => p.via.kind === 'unknown');
    if (JSON.stringify(was) !== JSON.stringify(is)) {
      issues.push({ code: 'maybeInherited', severity: 'warning', skuId });
    }
  }
  if (gains && product && (product.servicePlans === null || product.units === null)) {
    issues.push({ code: 'unchecked', severity: 'warning', skuId });
  }
  if (held && (line.action === 'revoke' || switches.length > 0)) {
    issues.push(inherited(line, switches, held, after));
  }
  return issues.filter((issue) => issue !== null);
}
