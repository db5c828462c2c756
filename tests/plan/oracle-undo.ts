/** The oracle on undo and redo: the plan of one user, change by change, and what is to be said of it. */
import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { LicenseSet, Path } from '#licenses/license-set.ts';
import type { Change } from '#plan/change.ts';
import type { DraftProduct, ServicePlanAction } from '#plan/draft.ts';
import type { PlanningInput } from '#plan/planning-context.ts';
import type { UndoStep } from '#plan/undo-step.ts';
import type { Issue } from '#rules/issue.ts';
import { worldOf } from './customers.ts';
import { linesIssues } from './oracle-lines.ts';
import { find, judgeUsers, lookUps, resultIssues, say, type OracleWorld } from './oracle.ts';
import { settledByHand } from './oracle-sets.ts';
import { isSwapped, swapsThatCount } from './oracle-swaps.ts';
import type { Move } from './stack.ts';

export interface UserPlan {
  readonly set: LicenseSet;
  readonly location: number;
}

const knownOf = ({ table, setAt }: OracleWorld, position: number): UserPlan => ({
  set: setAt(table.licenses.baseline[position]!),
  location: table.locations.baseline[position]!,
});

const plannedOf = ({ table, setAt }: OracleWorld, position: number): UserPlan => ({
  set: setAt(table.licenses.planned[position]!),
  location: table.locations.planned[position]!,
});

/** A customer of one user who has this. */
const alone = (world: OracleWorld, { set, location }: UserPlan): OracleWorld => {
  const licenses = { baseline: new Uint32Array(1), planned: new Uint32Array(1) };
  const locations = { baseline: new Uint16Array(1), planned: Uint16Array.of(location) };
  const table = { ...world.table, count: 1, flags: new Uint8Array(1), licenses, locations };
  return { ...world, table, setAt: () => set };
};

/** What these changes, done one after the other, make of what is known of the user. */
export function planByHand(
  world: OracleWorld,
  changes: readonly Change[],
  position: number,
): UserPlan {
  const known = knownOf(world, position);
  let plan = known;
  for (const change of [...changes].sort((a, b) => a.sequence - b.sequence)) {
    const i = change.users.indexOf(position);
    if (i < 0 || change.causes[change.causeOf[i]!]!.kind !== 'planned') continue;
    if (change.standing[i] !== 0) continue;
    const draft = change.parts[change.partOf[i]!]!;
    const verdict = judgeUsers(alone(world, plan), draft, [0])[0]!;
    plan = {
      set: settledByHand(verdict, known.set, world.products),
      location: verdict.locationAfter,
    };
  }
  return plan;
}

const isOurs = ({ via }: Path): boolean => via.kind !== 'group';

/** The one path that can be edited. */
const editable = (set: LicenseSet, sku: SkuId): Path | undefined => {
  const ours = find(set, sku)?.paths.filter(isOurs) ?? [];
  return ours.find(({ via }) => via.kind === 'direct') ?? ours[0];
};

/** What a person would have ticked for a product to come from one to the other. */
function lineBetween(before: LicenseSet, after: LicenseSet, skuId: SkuId): DraftProduct {
  if (!find(before, skuId)) return { skuId, action: 'assign', servicePlans: {} };
  const [was, is] = [editable(before, skuId), editable(after, skuId)];
  if (!find(after, skuId) || (was && !is)) return { skuId, action: 'revoke', servicePlans: {} };
  const [off, on] = [is?.disabledPlans, was?.disabledPlans];
  const switched =
    off && on ? [...off, ...on].filter((id) => !(off.includes(id) && on.includes(id))) : [];
  const to = (id: ServicePlanId): ServicePlanAction => (off?.includes(id) ? 'off' : 'on');
  const servicePlans = Object.fromEntries(switched.map((id) => [id, to(id)]));
  return { skuId, action: 'leave', servicePlans };
}

/** What the rules say of coming from what is known to what is planned. */
export function planIssuesByHand(world: OracleWorld, known: UserPlan, plan: UserPlan): Issue[] {
  const products = new Map(world.products.map((product) => [product.skuId, product]));
  const skus = new Set([...known.set, ...plan.set].map(({ skuId }) => skuId));
  const issues: Issue[] = [];
  let isSent = false;
  let isSame = true;
  for (const sku of skus) {
    const [held, wanted] = [find(known.set, sku), find(plan.set, sku)];
    if (JSON.stringify(held) === JSON.stringify(wanted)) continue;
    const line = lineBetween(known.set, plan.set, sku);
    issues.push(...linesIssues(line, held, wanted, products.get(sku)));
    if (line.action !== 'revoke') isSent = true;
    isSame = false;
  }
  const result = {
    before: known.set,
    after: isSame ? known.set : plan.set,
    locationBefore: known.location,
    locationAfter: plan.location,
  };
  return [...issues, ...resultIssues(lookUps(world), result, isSent)];
}

export interface UserStep {
  readonly position: number;
  readonly stays: 'blocked' | 'changedSince' | 'wantedLater' | 'gone' | null;
  /** A later Save found in place what the user would lose. */
  readonly isWanted: boolean;
  readonly now: UserPlan;
  readonly then: UserPlan;
  /** Those that today's plan does not have, each once. */
  readonly issues: readonly Issue[];
  readonly gains: readonly SkuId[];
  readonly losses: readonly SkuId[];
}

const skusOf = ({ set }: UserPlan): SkuId[] => set.map(({ skuId }) => skuId);

/** What a Save did to a user, as the journal has it. */
function touchedByHand({ sets }: PlanningInput, change: Change, position: number) {
  const i = change.users.indexOf(position);
  if (i < 0 || change.causes[change.causeOf[i]!]!.kind !== 'planned') return null;
  const [was, is] = [sets.at(change.before.licenses[i]!), sets.at(change.after.licenses[i]!)];
  const skus = [...was, ...is].map(({ skuId }) => skuId);
  const differs = (sku: SkuId) => JSON.stringify(find(was, sku)) !== JSON.stringify(find(is, sku));
  return {
    standing: change.standing[i]!,
    event: change.events[change.eventOf[i]! - 1],
    skus: skus.filter(differs),
    location: change.before.locations[i] !== change.after.locations[i],
  };
}

function isChangedSince(
  input: PlanningInput,
  changes: readonly Change[],
  change: Change,
  position: number,
): boolean {
  const own = touchedByHand(input, change, position)!;
  return changes.some((later) => {
    const other = touchedByHand(input, later, position);
    if (other === null || other.standing === 1) return false;
    if (later.sequence <= own.event!.lastSequence) return false;
    return (own.location && other.location) || own.skus.some((sku) => other.skus.includes(sku));
  });
}

/** What later Saves that stand asked for the user and found there. */
function wantedByHand(changes: readonly Change[], change: Change, position: number): SkuId[] {
  return changes.flatMap((later) => {
    if (later.sequence <= change.sequence) return [];
    const kindAt = (at: number): string => later.causes[later.causeOf[at]!]!.kind;
    const planned = [...later.users.keys()].filter((at) => kindAt(at) === 'planned');
    const isOpen = planned.length === 0 || planned.some((at) => later.standing[at] !== 1);
    const i = later.users.indexOf(position);
    if (!isOpen || i < 0 || !['already', 'unchanged'].includes(kindAt(i))) return [];
    const { products, swaps } = later.parts[later.partOf[i]!]!;
    const counting = swapsThatCount(swaps);
    return products
      .filter(({ skuId, action }) => action === 'assign' && !isSwapped(skuId, counting))
      .map(({ skuId }) => skuId);
  });
}

/** What a step does to every user of the change whom it is for, one by one. */
export function stepByHand(
  input: PlanningInput,
  changes: readonly Change[],
  { kind, change }: UndoStep,
  { only, alsoWanted }: Pick<Move, 'only' | 'alsoWanted'>,
): UserStep[] {
  const world = worldOf(input);
  const from = kind === 'takenOut' ? 0 : 1;
  return [...change.users].flatMap((position): UserStep[] => {
    const own = touchedByHand(input, change, position);
    if (own === null || own.standing !== from) return [];
    if (only !== null && !only.includes(position)) return [];
    const moved = { ...change, standing: new Uint8Array(change.users.length).fill(1 - from) };
    const stack = changes.map((one) => (one.id === change.id ? moved : one));
    const known = knownOf(world, position);
    const [now, then] = [plannedOf(world, position), planByHand(world, stack, position)];
    const today = planIssuesByHand(world, known, now).map(say);
    const said = planIssuesByHand(world, known, then);
    const fresh = [...new Map(said.map((issue) => [say(issue), issue]))]
      .filter(([key]) => !today.includes(key))
      .map(([, issue]) => issue);
    const isGone = (input.table.flags[position]! & 1) !== 0;
    const isLate = kind === 'putBack' && isChangedSince(input, changes, change, position);
    const isBlocked = fresh.some(({ severity }) => severity === 'blocking');
    const losses = skusOf(now).filter((sku) => !skusOf(then).includes(sku));
    const later = kind === 'takenOut' ? wantedByHand(changes, change, position) : [];
    const isWanted = !isGone && later.some((sku) => losses.includes(sku));
    const isKept = isWanted && !alsoWanted;
    return [
      {
        position,
        isWanted,
        stays: isGone
          ? 'gone'
          : isLate
            ? 'changedSince'
            : isKept
              ? 'wantedLater'
              : isBlocked
                ? 'blocked'
                : null,
        now,
        then,
        issues: fresh,
        gains: skusOf(then).filter((sku) => !skusOf(now).includes(sku)),
        losses,
      },
    ];
  });
}
