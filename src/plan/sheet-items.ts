import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Assignment, LicenseSet } from '#licenses/license-set.ts';
import {
  differenceBetween,
  hasSamePaths,
  switchesBetween,
  type ProductDifference,
} from './difference.ts';
import type { ServicePlanAction, Swap } from './draft.ts';

/**
 * One thing that happens to users. `swap`: a user loses `from` and gets `to` in one step, and somebody
 * asked for just that; whatever else goes is revoked, whatever else comes is assigned. `revokeDirect`,
 * `assignDirect`: only the direct copy goes or comes, groups give the product as well. `servicePlans`: no
 * source said which ones change.
 */
export type SheetItem =
  | { readonly kind: 'revoke'; readonly skuId: SkuId }
  | { readonly kind: 'revokeDirect'; readonly skuId: SkuId }
  | { readonly kind: 'swap'; readonly from: SkuId; readonly to: SkuId }
  | { readonly kind: 'assign'; readonly skuId: SkuId }
  | { readonly kind: 'assignDirect'; readonly skuId: SkuId }
  | {
      readonly kind: 'servicePlan';
      readonly skuId: SkuId;
      readonly servicePlanId: ServicePlanId;
      readonly to: ServicePlanAction;
    }
  | { readonly kind: 'servicePlans'; readonly skuId: SkuId }
  /** Two letters; null: it is taken away. */
  | { readonly kind: 'location'; readonly location: string | null };

/** The kinds, the most serious first. */
export const itemKinds: readonly SheetItem['kind'][] = [
  'revoke',
  'revokeDirect',
  'swap',
  'assign',
  'assignDirect',
  'servicePlan',
  'servicePlans',
  'location',
];

/** A string that is equal for the same item, and only for it. */
export const itemKey = (item: SheetItem): string =>
  JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * The swaps that were done, of those asked for: of each product that goes, the first one that comes for
 * it. Swaps that were asked for one after another count from end to end.
 */
function swapsDone(
  asked: readonly Swap[],
  lost: ReadonlySet<SkuId>,
  gained: ReadonlySet<SkuId>,
): Pick<Swap, 'from' | 'to'>[] {
  const taken = new Set<SkuId>();
  return [...lost].flatMap((from) => {
    const reached = new Set([from]);
    // grows while it is walked
    for (const sku of reached) {
      if (gained.has(sku) && !taken.has(sku)) {
        taken.add(sku);
        return [{ from, to: sku }];
      }
      for (const one of asked) if (one.from === sku) reached.add(one.to);
    }
    return [];
  });
}

function editsOf(skuId: SkuId, before: Assignment, after: Assignment): SheetItem[] {
  if (after.paths.length < before.paths.length) return [{ kind: 'revokeDirect', skuId }];
  if (after.paths.length > before.paths.length) return [{ kind: 'assignDirect', skuId }];
  if (hasSamePaths(before.paths, after.paths)) return [];
  const switches = switchesBetween(before, after);
  if (switches.length === 0) return [{ kind: 'servicePlans', skuId }];
  return switches.map(([servicePlanId, to]) => ({ kind: 'servicePlan', skuId, servicePlanId, to }));
}

/** What turns the licenses of one user into others; both are of one `LicenseSets`. */
export function licenseItems(
  before: LicenseSet,
  after: LicenseSet,
  asked: readonly Swap[],
): SheetItem[] {
  const nowhere = 0;
  const difference = differenceBetween(
    { licenses: before, location: nowhere },
    { licenses: after, location: nowhere },
  );
  const products = [...difference.products];
  const those = (which: (one: ProductDifference) => boolean): Set<SkuId> =>
    new Set(products.filter(([, one]) => which(one)).map(([skuId]) => skuId));
  const lost = those((one) => one.after === undefined);
  const gained = those((one) => one.before === undefined);
  const swaps = swapsDone(asked, lost, gained);
  for (const { from, to } of swaps) {
    lost.delete(from);
    gained.delete(to);
  }
  return [
    ...[...lost].map((skuId): SheetItem => ({ kind: 'revoke', skuId })),
    ...swaps.map((swap): SheetItem => ({ kind: 'swap', ...swap })),
    ...[...gained].map((skuId): SheetItem => ({ kind: 'assign', skuId })),
    ...products.flatMap(([skuId, one]) =>
      one.before && one.after ? editsOf(skuId, one.before, one.after) : [],
    ),
  ];
}
