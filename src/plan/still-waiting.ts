import type { SkuId } from '#licenses/ids.ts';
import { isPlannedFor, Standing, type Change } from './change.ts';
import type { Draft } from './draft.ts';
import { isUndone, userStandingOf } from './standing.ts';

/** Users for whom a Save found no license, and what it wanted for them. */
export interface StillWaiting {
  readonly change: Change;
  /** Which of the change's parts is for them. */
  readonly part: number;
  readonly draft: Draft;
  /** Positions, in the order in which licenses go out. */
  readonly users: Uint32Array;
}

/** The products that the draft says something of. */
const named = ({ products, swaps }: Draft): SkuId[] => [
  ...products.filter(({ action }) => action !== 'leave').map(({ skuId }) => skuId),
  ...swaps.flatMap(({ from, to }) => [from, to]),
];

/**
 * Those of the changes (all of a customer since the oldest of these) who wait still, by change and part,
 * the oldest first: the change was not undone, and no later one planned something, or waits itself, for the
 * user and a product that this one names.
 */
export function stillWaiting(changes: readonly Change[]): StillWaiting[] {
  const decided = new Map<SkuId, Set<number>>();
  const waiting: StillWaiting[] = [];
  const newestFirst = changes.filter((change) => !isUndone(change));
  newestFirst.sort((a, b) => b.sequence - a.sequence);
  for (const change of newestFirst) {
    const { parts, partOf, users, standing } = change;
    const ofPart = parts.map((draft) => ({ products: named(draft), waits: [] as number[] }));
    const decides: { readonly position: number; readonly products: readonly SkuId[] }[] = [];
    users.forEach((position, i) => {
      const part = ofPart[partOf[i] ?? 0];
      if (part === undefined) return;
      const { products } = part;
      const waits = userStandingOf(change, i) === 'waits';
      const isKept = isPlannedFor(change, i) && standing[i] !== Standing.takenOut;
      if (waits && !products.some((sku) => decided.get(sku)?.has(position))) {
        part.waits.push(position);
      }
      if (waits || isKept) decides.push({ position, products });
    });
    for (const { position, products } of decides) {
      for (const sku of products) {
        const those = decided.get(sku) ?? new Set();
        decided.set(sku, those.add(position));
      }
    }
    const found = ofPart.map(({ waits }, part): StillWaiting[] => {
      const draft = parts[part];
      if (draft === undefined || waits.length === 0) return [];
      return [{ change, part, draft, users: Uint32Array.from(waits) }];
    });
    waiting.unshift(...found.flat());
  }
  return waiting;
}
