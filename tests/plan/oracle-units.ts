/** The oracle's second half: units, who waits, and the preview, all by counting one by one. */
import type { SkuId } from '#licenses/ids.ts';
import type { Product } from '#licenses/product.ts';
import type { Draft } from '#plan/draft.ts';
import type { CouldSwap, LedgerLine, Preview, ProductPreview } from '#plan/preview.ts';
import type { Issue } from '#rules/issue.ts';
import { judgeUsers, say, type OracleVerdict, type OracleWorld } from './oracle.ts';
import { isSwapped, swapPreviewByHand, swapsThatCount } from './oracle-swaps.ts';

const cloudOf = ({ units }: Product): number | null =>
  units === null ? null : units.enabled + units.warning - units.consumed;

/** Available with the plan counted: every holder counted, before and after. */
export function availableByHand(world: OracleWorld, product: Product): number | null {
  const { table, setAt } = world;
  let left = cloudOf(product);
  if (left === null) return null;
  const holds = (number: number): number =>
    setAt(number).some(({ skuId }) => skuId === product.skuId) ? 1 : 0;
  for (let i = 0; i < table.count; i++) {
    if ((table.flags[i]! & 1) !== 0) continue;
    left += holds(table.licenses.baseline[i]!) - holds(table.licenses.planned[i]!);
  }
  return left;
}

/** The order in which units go out: those picked, then the others, then who goes last. */
export const orderByHand = (
  positions: readonly number[],
  first: readonly number[],
  waitingLast: ReadonlySet<number>,
): number[] => {
  const others = positions.filter((position) => !first.includes(position));
  return [
    ...first.filter((position) => positions.includes(position)),
    ...others.filter((position) => !waitingLast.has(position)),
    ...others.filter((position) => waitingLast.has(position)),
  ];
};

/** Positions of those who wait, with what they lack. Serves who stands first and can be served, again and again. */
export function waitByHand(
  world: OracleWorld,
  verdicts: readonly OracleVerdict[],
  order: readonly number[] = verdicts.map(({ position }) => position),
): Map<number, SkuId[]> {
  const planned = verdicts.filter(({ kind }) => kind === 'planned');
  const pool = new Map<SkuId, number>();
  for (const product of world.products) {
    pool.set(product.skuId, availableByHand(world, product) ?? Infinity);
  }
  const add = (skus: readonly SkuId[], by: number): void =>
    skus.forEach((sku) => pool.set(sku, pool.get(sku)! + by));
  planned.filter(({ gains }) => gains.length === 0).forEach(({ losses }) => add(losses, 1));
  let queue = order.flatMap((at) =>
    planned.filter(({ gains, position }) => gains.length > 0 && position === at),
  );
  for (;;) {
    const next = queue.find(({ gains }) => gains.every((sku) => pool.get(sku)! > 0));
    if (next === undefined) break;
    add(next.gains, -1);
    add(next.losses, 1);
    queue = queue.filter((one) => one !== next);
  }
  const lack = ({ gains }: OracleVerdict): SkuId[] => gains.filter((sku) => pool.get(sku)! <= 0);
  return new Map(queue.map((user) => [user.position, lack(user)]));
}

function ledgerByHand(
  world: OracleWorld,
  product: Product,
  verdicts: readonly OracleVerdict[],
): LedgerLine {
  const { skuId } = product;
  const planned = verdicts.filter(({ kind }) => kind === 'planned');
  const needed = planned.filter(({ gains }) => gains.includes(skuId)).length;
  const freed = planned.filter(({ losses }) => losses.includes(skuId)).length;
  const available = availableByHand(world, product);
  let short = 0;
  let pool = (available ?? Infinity) + freed;
  for (let i = 0; i < needed; i++) {
    if (pool > 0) pool--;
    else short++;
  }
  const left = available === null ? null : available + freed - needed;
  return { skuId, cloud: cloudOf(product), available, freed, needed, left, short };
}

/** Counted over those only for whom it is planned. */
function remainingByHand(
  world: OracleWorld,
  product: Product,
  planned: readonly OracleVerdict[],
): number | null {
  let left = availableByHand(world, product);
  if (left === null) return null;
  for (const { gains, losses } of planned) {
    if (gains.includes(product.skuId)) left--;
    if (losses.includes(product.skuId)) left++;
  }
  return left;
}

function productByHand(
  world: OracleWorld,
  product: Product,
  draft: Draft,
  verdicts: readonly OracleVerdict[],
  isPlanned: (verdict: OracleVerdict) => boolean,
): ProductPreview {
  const { skuId } = product;
  const action = draft.products.find((line) => line.skuId === skuId)?.action;
  const isOurs = !isSwapped(skuId, swapsThatCount(draft.swaps));
  const count = (which: (verdict: OracleVerdict) => boolean): number =>
    verdicts.filter(which).length;
  const countOwn = (which: (verdict: OracleVerdict) => boolean): number =>
    isOurs ? count(which) : 0;
  const pathsOf = (set: OracleVerdict['before']) =>
    set.find((one) => one.skuId === skuId)?.paths ?? [];
  const has = ({ before }: OracleVerdict, kind: string): boolean =>
    pathsOf(before).some(({ via }) => via.kind === kind);
  const changes = ({ before, after }: OracleVerdict): boolean =>
    JSON.stringify(pathsOf(before)) !== JSON.stringify(pathsOf(after));
  const keeps = ({ before, after }: OracleVerdict): boolean =>
    pathsOf(before).length > 0 && pathsOf(after).length > 0;
  return {
    skuId,
    held: count(({ before }) => pathsOf(before).length > 0),
    heldByGroupOnly: count((v) => has(v, 'group') && !has(v, 'direct') && !has(v, 'unknown')),
    heldBoth: count((v) => has(v, 'group') && has(v, 'direct')),
    heldUnknown: count((v) => has(v, 'unknown')),
    untold: count((v) => v.isUntold && pathsOf(v.before).length === 0),
    assigns: countOwn((v) => isPlanned(v) && v.gains.includes(skuId)),
    revokes: countOwn((v) => isPlanned(v) && v.losses.includes(skuId)),
    losesDirectOnly: countOwn((v) => isPlanned(v) && action === 'revoke' && keeps(v) && changes(v)),
    keptByGroup: countOwn((v) => action === 'revoke' && keeps(v) && !changes(v)),
    servicePlanChanges: count((v) => isPlanned(v) && action !== 'revoke' && keeps(v) && changes(v)),
    remaining: remainingByHand(world, product, verdicts.filter(isPlanned)),
    ledger: ledgerByHand(world, product, verdicts),
  };
}

/** Pairs of products that somebody's issues name, in the order of the draft. */
function couldSwapByHand(draft: Draft, verdicts: readonly OracleVerdict[]): CouldSwap[] {
  const said = verdicts.flatMap(({ issues }) =>
    issues.flatMap((issue) => (issue.code === 'switchedOn' ? [issue] : [])),
  );
  const skus = draft.products.map(({ skuId }) => skuId);
  return skus.flatMap((from) =>
    skus
      .filter((to) => said.some((issue) => issue.from === from && issue.to === to))
      .map((to) => {
        const isOther = ({ kind, gains, losses }: OracleVerdict): boolean =>
          kind === 'planned' && gains.includes(to) && !losses.includes(from);
        return { from, to, others: verdicts.filter(isOther).length };
      }),
  );
}

/** The preview by counting; its issues are in the order of `say`. */
export function previewByHand(world: OracleWorld, draft: Draft, users: Iterable<number>): Preview {
  const verdicts = judgeUsers(world, draft, users);
  const waits = waitByHand(world, verdicts);
  const isPlanned = ({ kind, position }: OracleVerdict): boolean =>
    kind === 'planned' && !waits.has(position);
  const count = (which: (verdict: OracleVerdict) => boolean): number =>
    verdicts.filter(which).length;
  const sum = (numberOf: (verdict: OracleVerdict) => number): number =>
    verdicts.filter(isPlanned).reduce((all, verdict) => all + numberOf(verdict), 0);
  const risks = ({ issues }: OracleVerdict, services: readonly string[]): boolean =>
    issues.some((issue) => issue.code === 'dataAtRisk' && services.includes(issue.service));

  const swaps = swapsThatCount(draft.swaps);
  const own = (skus: readonly SkuId[]): SkuId[] => skus.filter((sku) => !isSwapped(sku, swaps));
  const concerned = new Map<string, { issue: Issue; users: number }>();
  for (const { issues } of verdicts) {
    for (const key of new Set(issues.map(say))) {
      const issue = issues.find((one) => say(one) === key)!;
      concerned.set(key, { issue, users: (concerned.get(key)?.users ?? 0) + 1 });
    }
  }
  const products = world.products.map((product) =>
    productByHand(world, product, draft, verdicts, isPlanned),
  );
  return {
    users: verdicts.length,
    changed: count(isPlanned),
    blocked: count(({ kind }) => kind === 'notChanged'),
    waits: waits.size,
    assigns: sum(({ gains }) => own(gains).length),
    revokes: sum(({ losses }) => own(losses).filter((sku) => isOwned(world, sku)).length),
    locationsSet: count((v) => isPlanned(v) && v.locationAfter !== v.locationBefore),
    swaps: swaps.map((swap, n) => {
      const all = verdicts.flatMap((one) => {
        const verdict = one.swaps[n];
        const isWaiting = one.kind === 'planned' && waits.has(one.position);
        return verdict ? [{ verdict, isPlanned: isPlanned(one), isWaiting }] : [];
      });
      return swapPreviewByHand(swap, all, world.products);
    }),
    couldSwap: couldSwapByHand(draft, verdicts),
    products,
    issues: [...concerned].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group),
    shortages: products
      .map(({ ledger: { skuId, short } }) => ({ skuId, short }))
      .filter(({ short }) => short > 0),
    losingData: count((v) => isPlanned(v) && risks(v, ['exchange', 'sharepoint'])),
    usersRevoked: count(
      (v) =>
        isPlanned(v) &&
        v.losses.length > 0 &&
        ((own(v.losses).length > 0 && own(v.gains).length === 0) ||
          risks(v, ['exchange', 'sharepoint', 'teams'])),
    ),
  };
}

const isOwned = ({ products }: OracleWorld, sku: SkuId): boolean =>
  products.some(({ skuId }) => skuId === sku);
