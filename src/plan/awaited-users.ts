import type { SkuId } from '#licenses/ids.ts';
import type { ChangeId, PlannedShortage } from './change.ts';
import type { Draft } from './draft.ts';
import type { LedgerLine, Preview } from './preview.ts';

/** A name that a Save was also for, of somebody who was not in the customer then. */
export interface Awaited {
  readonly changeId: ChangeId;
  /** Under which the name is looked up (`nameKeyOf`). */
  readonly key: string;
  /** As typed. */
  readonly name: string;
  /** What the Save planned for those who were here. */
  readonly draft: Draft;
  /** ms since 1970. */
  readonly savedAt: number;
  readonly operator: string;
  /** Undone together with its change: nobody waits, until the change is put back. */
  readonly isTakenOut: boolean;
}

/** Licenses per product, only where there are some. */
export type Licenses = ReadonlyMap<SkuId, number>;

/** The products that a draft gives to somebody who holds nothing: those to assign; a swap gives none. */
export const assignedBy = ({ products }: Draft): SkuId[] => [
  ...new Set(products.filter(({ action }) => action === 'assign').map(({ skuId }) => skuId)),
];

/** Per key the products for which somebody waits. */
function wantedBy(awaited: readonly Awaited[]): Map<string, Set<SkuId>> {
  const wanted = new Map<string, Set<SkuId>>();
  for (const { key, draft, isTakenOut } of awaited) {
    if (isTakenOut) continue;
    const skus = wanted.get(key) ?? new Set();
    for (const sku of assignedBy(draft)) skus.add(sku);
    wanted.set(key, skus);
  }
  return wanted;
}

/** The licenses that are kept for those who are awaited: one per name and product, however many Saves ask for it. */
export function keptFor(awaited: readonly Awaited[]): Licenses {
  const kept = new Map<SkuId, number>();
  for (const skus of wantedBy(awaited).values()) {
    for (const sku of skus) kept.set(sku, (kept.get(sku) ?? 0) + 1);
  }
  return kept;
}

/** The licenses that the draft needs for more names: for each one, unless a license is kept for it already. */
export function neededFor(
  keys: readonly string[],
  draft: Draft,
  awaited: readonly Awaited[],
): Licenses {
  const wanted = wantedBy(awaited);
  const needed = new Map<SkuId, number>();
  for (const sku of assignedBy(draft)) {
    const names = keys.filter((key) => wanted.get(key)?.has(sku) !== true).length;
    if (names > 0) needed.set(sku, names);
  }
  return needed;
}

function withMore(line: LedgerLine, more: number): LedgerLine {
  const needed = line.needed + more;
  const left = line.left === null ? null : line.left - more;
  const short = left === null ? 0 : Math.min(needed, Math.max(0, -left));
  return { ...line, needed, left, short };
}

/** The preview with these licenses needed as well, for users who are not here yet. */
export function withNeeded(preview: Preview, needed: Licenses): Preview {
  if (needed.size === 0) return preview;
  const products = preview.products.map((product) => {
    const more = needed.get(product.skuId) ?? 0;
    if (more === 0) return product;
    const remaining = product.remaining === null ? null : product.remaining - more;
    return { ...product, remaining, ledger: withMore(product.ledger, more) };
  });
  const shortages = products.flatMap(({ skuId, ledger: { short } }): PlannedShortage[] =>
    short > 0 ? [{ skuId, short }] : [],
  );
  return { ...preview, products, shortages };
}
