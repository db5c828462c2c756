import type { SkuId } from '#licenses/ids.ts';
import type { DraftProduct } from '#plan/draft.ts';
import type { Ask } from './assignment-list.ts';

/**
 * What of a list is followed. `eachRow`: what its rows assign and revoke, and nothing else. `exact`: for
 * the users in the list, and of the products in `covered`, what the list says is what they have afterwards.
 */
export type ListMode =
  | { readonly kind: 'eachRow' }
  | { readonly kind: 'assignOnly' }
  | { readonly kind: 'revokeOnly' }
  | { readonly kind: 'exact'; readonly covered: ReadonlySet<SkuId> };

/** The modes, the first one as nobody says otherwise. */
export const listModes = ['eachRow', 'assignOnly', 'revokeOnly', 'exact'] as const;

/** What a list asks of one user, as lines of a draft sorted by product. */
export interface AskedProducts {
  readonly products: readonly DraftProduct[];
  /** The same without revocations. */
  readonly withoutRevocations: readonly DraftProduct[];
  /** How many asks are none of the mode's matter. */
  readonly outside: number;
}

const isAsked = ({ action, servicePlans }: DraftProduct): boolean =>
  action !== 'leave' || Object.keys(servicePlans).length > 0;

/** The line of a draft that follows the ask; null when it is none of the mode's matter. */
function lineOf({ skuId, action, servicePlans }: Ask, mode: ListMode): DraftProduct | null {
  if (mode.kind === 'exact' && !mode.covered.has(skuId)) return null;
  const listed = mode.kind === 'revokeOnly' ? 'revoke' : 'assign';
  const wanted = action === 'listed' ? listed : action;
  const isRevocation = wanted === 'revoke';
  if (mode.kind === 'assignOnly' && isRevocation) return null;
  if (mode.kind === 'revokeOnly' && !isRevocation) return null;
  return { skuId, action: wanted, servicePlans: isRevocation ? {} : (servicePlans ?? {}) };
}

/**
 * What the mode follows of the asks for one user (each product once), sorted by product. Only a list
 * with a row for each product (`isLong`) says by leaving out a covered product that the user does not
 * have it; an empty cell of a wide one leaves it as it is.
 */
export function followAsks(asks: readonly Ask[], mode: ListMode, isLong: boolean): AskedProducts {
  const lines = new Map<SkuId, DraftProduct>();
  let outside = 0;
  for (const ask of asks) {
    const line = lineOf(ask, mode);
    if (line === null) outside++;
    else lines.set(ask.skuId, line);
  }
  if (mode.kind === 'exact' && isLong) {
    for (const skuId of mode.covered) {
      if (!lines.has(skuId)) lines.set(skuId, { skuId, action: 'revoke', servicePlans: {} });
    }
  }
  const products = [...lines.values()]
    .filter(isAsked)
    .sort((a, b) => (a.skuId < b.skuId ? -1 : a.skuId > b.skuId ? 1 : 0));
  const withoutRevocations = products.filter(({ action }) => action !== 'revoke');
  return { products, withoutRevocations, outside };
}
