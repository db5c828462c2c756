/** The oracle on swaps: one swap and one user, as a pair of lines where it is done. */
import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import type { DraftProduct, Swap } from '#plan/draft.ts';
import type { SwapPreview, SwapQuestion } from '#plan/preview.ts';
import type { Issue } from '#rules/issue.ts';
import { givesTheSame } from './oracle-services.ts';

/** What a swap means for one user who holds its first product. */
export interface SwapVerdict {
  readonly swap: Swap;
  /** Why it is not done for this user. */
  readonly refusals: readonly Issue[];
  readonly isUnknown: boolean;
  readonly hadTo: boolean;
  /** Service plans of the second product that come switched off. */
  readonly off: readonly ServicePlanId[];
  /** What is off, and what gives the same under another id. */
  readonly asked: readonly (readonly [ServicePlanId, ServicePlanId])[];
}

/** No product in two swaps, and none for itself: the first in the list counts. */
export function swapsThatCount(swaps: readonly Swap[]): Swap[] {
  const counting: Swap[] = [];
  for (const swap of swaps) {
    const isNew = !isSwapped(swap.from, counting) && !isSwapped(swap.to, counting);
    if (swap.from !== swap.to && isNew) counting.push(swap);
  }
  return counting;
}

/** The lines that count beside the swaps: of a product that comes, the service plans alone. */
export const linesBeside = (
  lines: readonly DraftProduct[],
  swaps: readonly Swap[],
): DraftProduct[] =>
  lines.flatMap((line) => {
    if (!isSwapped(line.skuId, swaps)) return [line];
    const comes = swaps.some(({ to }) => to === line.skuId) && line.action !== 'revoke';
    return comes ? [{ ...line, action: 'leave' }] : [];
  });

export const isSwapped = (sku: SkuId, swaps: readonly Swap[]): boolean =>
  swaps.some(({ from, to }) => from === sku || to === sku);

type Products = ReadonlyMap<SkuId, Product>;

/** What is off for somebody whose first product comes by these paths, null when no source said. */
function offToday(swap: Swap, set: LicenseSet): ServicePlanId[] | null {
  const paths = set.find(({ skuId }) => skuId === swap.from)!.paths;
  if (paths.some(({ disabledPlans }) => disabledPlans === null)) return null;
  const named = new Set(paths.flatMap(({ disabledPlans }) => disabledPlans!));
  return [...named].filter((id) => paths.every((path) => path.disabledPlans!.includes(id)));
}

/** What the swap means for a user with this license set; null for who does not hold its first product. */
export function swapOf(swap: Swap, set: LicenseSet, products: Products): SwapVerdict | null {
  const held = set.find(({ skuId }) => skuId === swap.from);
  if (!held) return null;
  const hadTo = set.some(({ skuId }) => skuId === swap.to);
  const none = { swap, hadTo, refusals: [], isUnknown: false, off: [], asked: [] };
  const skuId = swap.from;
  const off = offToday(swap, set);
  const had = products.get(swap.from)?.servicePlans ?? [];
  const offered = products.get(swap.to)?.servicePlans ?? null;
  const isUnknown = !hadTo && (off === null || (off.length > 0 && offered === null));
  const groupIds = held.paths.flatMap(({ via }) => (via.kind === 'group' ? [via.groupId] : []));
  if (groupIds.length > 0) {
    const refusal = { code: 'swapInherited', severity: 'blocking', skuId, groupIds } as const;
    return { ...none, isUnknown, refusals: [refusal] };
  }
  if (isUnknown) {
    const code = 'swapServicePlansUnknown';
    const refusal = { code, severity: 'blocking', skuId, to: swap.to } as const;
    return { ...none, isUnknown, refusals: swap.ifUnknown === 'leaveOut' ? [refusal] : [] };
  }
  if (hadTo || off === null) return none;

  const asked: [ServicePlanId, ServicePlanId][] = [];
  const stays = new Set<ServicePlanId>();
  for (const id of off) {
    const same = offered?.find((plan) => plan.id === id);
    if (same?.appliesTo === 'User') stays.add(id);
    if (same) continue;
    for (const plan of offered ?? []) {
      const isAlsoThere = had.some((own) => own.id === plan.id);
      const one = had.find((own) => own.id === id) ?? { id };
      if (plan.appliesTo !== 'User' || isAlsoThere || !givesTheSame(one, plan)) continue;
      asked.push([id, plan.id]);
      if (swap.decided[plan.id] !== 'on') stays.add(plan.id);
    }
  }
  return { ...none, off: [...stays], asked };
}

/**
 * Lines that take one product and give another: what a swap of the two would keep off, of what nothing
 * gives today. `lines`: those of the draft that no swap names.
 */
export function switchedOnBy(
  lines: readonly DraftProduct[],
  before: LicenseSet,
  after: LicenseSet,
  products: Products,
): Issue[] {
  const has = (set: LicenseSet, sku: SkuId): boolean => set.some(({ skuId }) => skuId === sku);
  const isOn = (id: ServicePlanId): boolean =>
    before.some(({ skuId, paths }) =>
      (products.get(skuId)?.servicePlans ?? []).some(
        (plan) =>
          plan.id === id &&
          paths.some(({ disabledPlans }) => disabledPlans && !disabledPlans.includes(id)),
      ),
    );
  const found: Issue[] = [];
  const cleared = lines.filter(({ action }) => action === 'revoke');
  const ticked = lines.filter(({ action }) => action === 'assign');
  for (const lost of cleared.filter(({ skuId }) => has(before, skuId) && !has(after, skuId))) {
    for (const given of ticked.filter(({ skuId }) => !has(before, skuId) && has(after, skuId))) {
      const swap: Swap = { from: lost.skuId, to: given.skuId, decided: {}, ifUnknown: 'leaveOut' };
      const { off, asked } = swapOf(swap, before, products)!;
      for (const on of off) {
        if (given.servicePlans[on] !== undefined) continue;
        const offs = asked.filter(([, becomes]) => becomes === on).map(([from]) => from);
        for (const plan of offs.length === 0 ? [on] : offs) {
          if (isOn(plan) || isOn(on)) continue;
          const { from, to } = swap;
          found.push({ code: 'switchedOn', severity: 'warning', from, to, off: plan, on });
        }
      }
    }
  }
  return found;
}

/**
 * The swap as lines of a draft: the first product goes, the second comes unless it is there, with what
 * is off and what is ticked for it.
 */
export function linesOf(
  verdict: SwapVerdict | null,
  ticked: readonly DraftProduct[],
  products: Products,
): DraftProduct[] {
  if (verdict === null || verdict.refusals.length > 0) return [];
  const { swap, hadTo, off } = verdict;
  const offs = Object.fromEntries(off.map((id) => [id, 'off' as const]));
  const isListed = (products.get(swap.to)?.servicePlans ?? null) !== null;
  const line = ticked.find(({ skuId }) => skuId === swap.to);
  const servicePlans = { ...offs, ...(isListed ? line?.servicePlans : {}) };
  const goes: DraftProduct = { skuId: swap.from, action: 'revoke', servicePlans: {} };
  return hadTo ? [goes] : [goes, { skuId: swap.to, action: 'assign', servicePlans }];
}

interface SwappedUser {
  readonly verdict: SwapVerdict;
  /** The Save plans something for the user, or would, were there enough licenses. */
  readonly isPlanned: boolean;
  readonly isWaiting: boolean;
}

/** The numbers of one swap. */
export function swapPreviewByHand(
  swap: Swap,
  all: readonly SwappedUser[],
  products: readonly Product[],
): SwapPreview {
  const [had, offered] = [swap.from, swap.to].map(
    (sku) => products.find(({ skuId }) => skuId === sku)?.servicePlans ?? null,
  ) as [Product['servicePlans'], Product['servicePlans']];
  const isLeftOut = ({ refusals }: SwapVerdict): boolean =>
    refusals.some(({ code }) => code === 'swapInherited');
  const swapped = all.filter(({ verdict, isPlanned }) => isPlanned && !verdict.refusals.length);
  const questions: SwapQuestion[] = [];
  for (const { id: becomes } of offered ?? []) {
    const asked = all.flatMap(({ verdict }) => verdict.asked.filter(([, to]) => to === becomes));
    for (const off of [...new Set(asked.map(([from]) => from))].sort()) {
      const users = asked.filter(([from]) => from === off).length;
      questions.push({ off, becomes, users, decided: swap.decided[becomes] ?? null });
    }
  }
  const isNew = (plan: NonNullable<typeof offered>[number]): boolean =>
    plan.appliesTo === 'User' && !had!.some((own) => own.id === plan.id || givesTheSame(own, plan));
  const comes = all.filter(({ verdict }) => !verdict.refusals.length && !verdict.hadTo);
  return {
    from: swap.from,
    to: swap.to,
    servicePlans: (offered ?? [])
      .filter(({ appliesTo }) => appliesTo === 'User')
      .map(({ id }) => ({
        servicePlanId: id,
        holders: comes.length,
        on: comes.filter(({ verdict }) => !verdict.off.includes(id)).length,
        onByGroup: 0,
        unknown: 0,
      })),
    users: swapped.length,
    alreadyHaveTo: swapped.filter(({ verdict }) => verdict.hadTo).length,
    waits: all.filter(({ verdict, isWaiting }) => isWaiting && !verdict.refusals.length).length,
    blocked: all.filter(
      ({ verdict, isPlanned, isWaiting }) => !isPlanned && !isWaiting && !verdict.refusals.length,
    ).length,
    leftOut: all.filter(({ verdict }) => isLeftOut(verdict)).length,
    plansUnknown: all.filter(({ verdict }) => verdict.isUnknown && !isLeftOut(verdict)).length,
    questions,
    newServicePlans: had && offered ? offered.filter(isNew).map(({ id }) => id) : null,
  };
}
