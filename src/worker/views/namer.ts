import { catalog } from '#licenses/catalog.ts';
import type { GroupId, ServicePlanId, SkuId } from '#licenses/ids.ts';
import { nameOfNamedSku } from '#licenses/ids.ts';
import { productName, servicePlanName } from '#licenses/names.ts';
import type { Product } from '#licenses/product.ts';
import type { CustomerData } from '#users/customer-data.ts';
import type { LocaleTag } from '#worker/api.ts';
import type { NamesView, ServicePlanView } from '#worker/view-types.ts';

/** Names everything of one customer in one language's order. */
export class Namer {
  readonly compare: (a: string, b: string) => number;
  readonly #products: ReadonlyMap<SkuId, Product>;
  readonly #groups: ReadonlyMap<GroupId, string>;
  readonly #names = new Map<SkuId, string>();

  constructor(data: CustomerData, locale: LocaleTag) {
    this.compare = new Intl.Collator(locale, { numeric: true }).compare;
    this.#products = new Map(data.products.map((product) => [product.skuId, product]));
    this.#groups = data.groups;
  }

  product(sku: SkuId): string {
    let name = this.#names.get(sku);
    if (name === undefined) {
      const product = this.#products.get(sku);
      name = product ? productName(product, catalog) : (nameOfNamedSku(sku) ?? sku);
      this.#names.set(sku, name);
    }
    return name;
  }

  partNumber(sku: SkuId): string {
    return this.#products.get(sku)?.skuPartNumber ?? '';
  }

  group(id: GroupId): string | null {
    return this.#groups.get(id) ?? null;
  }

  servicePlan(sku: SkuId, id: ServicePlanId): ServicePlanView {
    const plan = this.#products.get(sku)?.servicePlans?.find((one) => one.id === id);
    return {
      id,
      name: servicePlanName({ id, partName: plan?.partName ?? '' }, catalog),
      partName: plan?.partName ?? '',
      switchable: plan?.appliesTo !== 'Company',
    };
  }

  /** Names for texts that mention any product, service plan or group of the customer. */
  view(): NamesView {
    const products: Record<SkuId, string> = {};
    const servicePlans: Record<ServicePlanId, string> = {};
    for (const { skuId, servicePlans: plans } of this.#products.values()) {
      products[skuId] = this.product(skuId);
      for (const { id } of plans ?? []) servicePlans[id] ??= this.servicePlan(skuId, id).name;
    }
    return {
      products,
      servicePlans,
      groups: Object.fromEntries(this.#groups),
    };
  }
}
