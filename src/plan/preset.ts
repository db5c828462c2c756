import type { Brand } from '#base/brand.ts';
import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import { nameKey } from '#licenses/names.ts';
import type { Draft } from './draft.ts';

export type PresetId = Brand<string, 'PresetId'>;

/** A product of a preset as it was called where the preset was saved: for customers who lack it. */
export interface PresetProduct {
  readonly skuId: SkuId;
  readonly name: string;
  readonly skuPartNumber: string;
  /** Names of the service plans that the preset switches. */
  readonly servicePlans: Readonly<Partial<Record<ServicePlanId, string>>>;
}

/** A draft that was kept under a name, for any customer. */
export interface Preset {
  readonly id: PresetId;
  readonly name: string;
  readonly draft: Draft;
  /** Every product that the draft names. */
  readonly products: readonly PresetProduct[];
  /** ms since 1970. */
  readonly savedAt: number;
  /** Who saved it; empty where nobody was asked yet. */
  readonly operator: string;
}

/** True for names that a person would take for the same. */
export const isSameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b);

/** The name, or where another has it, the first with a number behind it that nobody has. */
export function freeName(name: string, taken: readonly string[]): string {
  const isTaken = (one: string): boolean => taken.some((other) => isSameName(one, other));
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${name} (${number})`;
  return free;
}

/** Every product that a draft names, with the service plans it switches there. */
export function namedIn({ products, swaps }: Draft): Map<SkuId, ServicePlanId[]> {
  const named = new Map<SkuId, ServicePlanId[]>();
  const add = (skuId: SkuId, plans: object): void => {
    named.set(skuId, [...(named.get(skuId) ?? []), ...(Object.keys(plans) as ServicePlanId[])]);
  };
  for (const { skuId, servicePlans } of products) add(skuId, servicePlans);
  for (const { from, to, decided } of swaps) {
    add(from, {});
    add(to, decided);
  }
  return named;
}
