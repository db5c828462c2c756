import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Product } from '#licenses/product.ts';
import { whyNotAssignable } from '#rules/not-assignable.ts';
import type { DraftProduct, ServicePlanAction, Swap } from './draft.ts';
import type { Filling, Skip } from './filling.ts';
import type { Preset, PresetProduct } from './preset.ts';

type Switches = Readonly<Partial<Record<ServicePlanId, ServicePlanAction>>>;

/** A preset read for one customer; what cannot be taken over is noted. */
class PresetReader {
  readonly skips: Skip[] = [];
  readonly #products: ReadonlyMap<SkuId, Product>;
  readonly #called: ReadonlyMap<SkuId, PresetProduct>;

  constructor(preset: Preset, products: readonly Product[]) {
    this.#products = new Map(products.map((product) => [product.skuId, product]));
    this.#called = new Map(preset.products.map((product) => [product.skuId, product]));
  }

  product(wanted: DraftProduct): DraftProduct[] {
    const { skuId, action } = wanted;
    const product = this.#products.get(skuId);
    if (product === undefined) {
      const { name = skuId, skuPartNumber = '' } = this.#called.get(skuId) ?? {};
      this.skips.push({ kind: 'notOwned', name, skuPartNumber });
      return [];
    }
    if (action === 'revoke') return [{ ...wanted, servicePlans: {} }];
    if (action === 'assign' && !this.#isAssignable(product)) return [];
    const servicePlans = this.#switches(product, wanted.servicePlans);
    const says = action === 'assign' || Object.keys(servicePlans).length > 0;
    return says ? [{ ...wanted, servicePlans }] : [];
  }

  swap(wanted: Swap): Swap[] {
    const { from, to, decided } = wanted;
    const missing = [from, to].filter((skuId) => !this.#products.has(skuId));
    const product = this.#products.get(to);
    if (product === undefined || missing.length > 0) {
      const names = { from: this.#name(from), to: this.#name(to) };
      const skip = { ...names, missing: missing.map((skuId) => this.#name(skuId)) };
      this.skips.push({ kind: 'swapNotOwned', ...skip });
      return [];
    }
    if (!this.#isAssignable(product)) return [];
    return [{ ...wanted, decided: this.#switches(product, decided) }];
  }

  #name(skuId: SkuId): string {
    return this.#called.get(skuId)?.name ?? skuId;
  }

  #isAssignable(product: Product): boolean {
    const { skuId } = product;
    const reason = whyNotAssignable(product);
    if (reason !== null) this.skips.push({ kind: 'notAssignable', skuId, reason });
    return reason === null;
  }

  /** Those of the switches that the customer's product has. */
  #switches({ skuId, servicePlans }: Product, wanted: Switches): Switches {
    const has = new Set(
      (servicePlans ?? []).filter(({ appliesTo }) => appliesTo === 'User').map(({ id }) => id),
    );
    const entries = Object.entries(wanted) as [ServicePlanId, ServicePlanAction][];
    const lacking = entries.filter(([id]) => !has.has(id));
    if (lacking.length > 0) {
      const names = lacking.map(([id]) => this.#called.get(skuId)?.servicePlans[id] ?? id);
      const isListed = servicePlans !== null;
      this.skips.push({ kind: 'servicePlansLacking', skuId, names, isListed });
    }
    return Object.fromEntries(entries.filter(([id]) => has.has(id)));
  }
}

/**
 * What a preset ticks for a customer with these products. A product that the customer does not own is
 * skipped and named, a swap of which one side is missing as a whole, and of a product the service
 * plans that it does not have there.
 */
export function applyPreset(preset: Preset, products: readonly Product[]): Filling {
  const reading = new PresetReader(preset, products);
  const { draft } = preset;
  const applied = {
    products: draft.products.flatMap((wanted) => reading.product(wanted)),
    swaps: draft.swaps.flatMap((wanted) => reading.swap(wanted)),
    usageLocation: draft.usageLocation,
  };
  return { draft: applied, skips: reading.skips };
}
