import type { SkuId } from '#licenses/ids.ts';
import { isGained, isLost, type Touch } from '#rules/case.ts';
import type { Claim } from './share-units.ts';

/**
 * What happens to a user's hold on one product. `directLost`: the group keeps the product;
 * `keptByGroup`: it was to be revoked, and only groups give it.
 */
export const effectKinds = ['gained', 'lost', 'directLost', 'keptByGroup', 'servicePlans'] as const;
export type EffectKind = (typeof effectKinds)[number];

export interface TouchEffect {
  readonly skuId: SkuId;
  /** Number in the `ProductIndex`, −1 for a product that the customer is not known to have. */
  readonly product: number;
  readonly kind: EffectKind;
}

/** The effect of a touch; null when what is asked is so already. */
export function effectKindOf(touch: Touch): EffectKind | null {
  const isRevoked = touch.action === 'revoke';
  if (touch.before === touch.after) return isRevoked ? 'keptByGroup' : null;
  if (isGained(touch)) return 'gained';
  if (isLost(touch)) return 'lost';
  return isRevoked ? 'directLost' : 'servicePlans';
}

/** What the touches do. */
export function effectsOfTouches(touches: readonly Touch[]): TouchEffect[] {
  const effects: TouchEffect[] = [];
  for (const touch of touches) {
    const kind = effectKindOf(touch);
    if (kind !== null) effects.push({ skuId: touch.skuId, product: touch.product, kind });
  }
  return effects;
}

/** How many products are affected in this way. */
export const countEffects = (effects: readonly TouchEffect[], which: EffectKind): number =>
  effects.filter(({ kind }) => kind === which).length;

/** The products of which a unit is taken, and given back. */
export function claimOf(effects: readonly TouchEffect[]): Claim {
  const needs: number[] = [];
  const frees: number[] = [];
  for (const { kind, product } of effects) {
    if (product < 0) continue;
    if (kind === 'gained') needs.push(product);
    else if (kind === 'lost') frees.push(product);
  }
  return { needs, frees };
}
