import type { Catalog } from '#licenses/catalog.ts';
import { type GroupId, nameOfNamedSku, type ServicePlanId, type SkuId } from '#licenses/ids.ts';
import { productName, servicePlanName } from '#licenses/names.ts';
import type { Product } from '#licenses/product.ts';
import type { CustomerData } from '#users/customer-data.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { NamesView, ServicePlanView } from './license-types.ts';

/** Names everything of one customer in one language's order. */
export class Namer {
  readonly compare: (a: string, b: string) => number;
  readonly #products: ReadonlyMap<SkuId, Product>;
  readonly #groups: ReadonlyMap<GroupId, string>;
  readonly #catalog: Catalog;
  readonly #names: ReadonlyMap<SkuId, string>;

  constructor(data: CustomerData, locale: LocaleTag, catalog: Catalog) {
    this.#catalog = catalog;
    this.compare = new Intl.Collator(locale, { numeric: true }).compare;
    this.#products = new Map(data.products.map((product) => [product.skuId, product]));
    this.#groups = data.groups;
    this.#names = distinctNames(data.products, catalog);
  }

  /** Its name; two products of the customer with the same name are told apart by their part numbers. */
  product(sku: SkuId): string {
    return this.#names.get(sku) ?? nameOfNamedSku(sku) ?? sku;
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
      name: servicePlanName({ id, partName: plan?.partName ?? '' }, this.#catalog),
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

function distinctNames(products: readonly Product[], catalog: Catalog): Map<SkuId, string> {
  const named = products.map((product) => ({ product, name: productName(product, catalog) }));
  const uses = new Map<string, number>();
  for (const { name } of named) uses.set(name, (uses.get(name) ?? 0) + 1);
  return new Map(
    named.map(({ product: { skuId, skuPartNumber }, name }) => [
      skuId,
      (uses.get(name) ?? 0) > 1 ? `${name} (${skuPartNumber})` : name,
    ]),
  );
}
