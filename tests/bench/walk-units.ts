import type { SkuId } from '#licenses/ids.ts';
import { available } from '#licenses/units.ts';
import type { WalkContext } from './walk-context.ts';
import type { Verdict, WalkTouch } from './walk-user.ts';

export const isGained = ({ before, after }: WalkTouch): boolean =>
  before === undefined && after !== undefined;
export const isLost = ({ before, after }: WalkTouch): boolean =>
  before !== undefined && after === undefined;

const skus = (touches: readonly WalkTouch[], which: (touch: WalkTouch) => boolean): SkuId[] =>
  touches.filter(which).map(({ line }) => line.skuId);

interface Claimant {
  readonly verdict: Verdict;
  readonly gains: readonly SkuId[];
  readonly losses: readonly SkuId[];
}

/** Who waits for a unit: users taken one by one in display order, again and again until nobody more is served. */
export function waitingByWalk(verdicts: readonly Verdict[], context: WalkContext): Set<Verdict> {
  const pool = new Map<SkuId, number>();
  for (const { skuId, units } of context.products.values()) {
    pool.set(skuId, units === null ? Infinity : available(units));
  }
  const move = (list: readonly SkuId[], by: number): void => {
    for (const sku of list) pool.set(sku, (pool.get(sku) ?? Infinity) + by);
  };
  let queue: Claimant[] = [];
  for (const verdict of verdicts) {
    if (verdict.kind !== 'planned') continue;
    const gains = skus(verdict.touches, isGained);
    const losses = skus(verdict.touches, isLost);
    if (gains.length > 0) queue.push({ verdict, gains, losses });
    else move(losses, 1);
  }
  for (let size = -1; size !== queue.length;) {
    size = queue.length;
    queue = queue.filter(({ gains, losses }) => {
      if (!gains.every((sku) => (pool.get(sku) ?? Infinity) > 0)) return true;
      move(gains, -1);
      move(losses, 1);
      return false;
    });
  }
  return new Set(queue.map(({ verdict }) => verdict));
}
