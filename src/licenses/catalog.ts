import { servicePlanId, skuId, type ServicePlanId, type SkuId } from './ids.ts';
import type { ServicePlan } from './product.ts';
import list from './product-list.json' with { type: 'json' };

/** A product as Microsoft lists it, owned by a customer or not. */
export interface CatalogProduct {
  readonly skuId: SkuId;
  readonly skuPartNumber: string;
  readonly name: string;
  /** Further names that Microsoft's list gives it, older ones among them. */
  readonly otherNames: readonly string[];
  /** What Microsoft says is in it. What a customer's own product holds may differ, and wins. */
  readonly servicePlans: readonly ServicePlan[];
}

/** Names for what a customer's own data does not name. */
export interface Catalog {
  readonly products: ReadonlyMap<SkuId, CatalogProduct>;
  readonly servicePlanNames: ReadonlyMap<ServicePlanId, string>;
  /** What Microsoft calls them technically: `EXCHANGE_S_ENTERPRISE`. */
  readonly servicePlanPartNames: ReadonlyMap<ServicePlanId, string>;
}

/** Service plans that rules are about and no product of the list has, as the list would have them. */
const UNLISTED = [
  '119cf168-b6cf-41fb-b82e-7fee7bae5814 | CRMPLAN1 | CRM Plan 1',
  'ba5f0cfa-d54a-4ea0-8cf4-a7e1dc4423d8 | EMPLOYEE_SELF_SERVICE | Employee Self Service',
  '2dc63b8a-df3d-448f-b683-8655877c9360 | INTUNE_B | Intune B',
  '4c9efd0c-8de7-4c71-8295-9f5fdb0dd048 | SHAREPOINTSTANDARD_YAMMERSHADOW | SharePoint Standard Yammer Shadow',
];

/**
 * Those that act for the whole tenant and cannot be switched per user, as Graph's `appliesTo` says it in
 * tenants; the list does not tell them.
 */
const COMPANY = new Set([
  'f20fedf3-f3c3-43c3-8267-2bfdd51c0939', // ATP_ENTERPRISE
  'd9fa6af4-e046-4c89-9226-729a0786685d', // Content_Explorer
  '113feb6c-3fe4-4440-bddc-54d774bf0318', // EXCHANGE_S_FOUNDATION
  '882e1d05-acd1-4ccb-8708-6ee03664b117', // INTUNE_O365
  '94065c59-bc8e-4e8b-89e5-5138d471eaff', // MICROSOFT_SEARCH
  'db4d623d-b514-490b-b7ef-8885eee514de', // Nucleus
  'be5a7ed5-c598-4fcd-a061-5e6724c68a58', // SHAREPOINTSTORAGE
]);

/**
 * All products of Microsoft's "Product names and service plan identifiers for licensing" with their
 * service plans (`product-list.json` says its day; `scripts/product-list.js` makes it). This file is
 * large: whoever is in the first load imports it with `import()`, when names are needed.
 */
export const catalog: Catalog = readCatalog();

function readCatalog(): Catalog {
  const servicePlanNames = new Map<ServicePlanId, string>();
  const servicePlanPartNames = new Map<ServicePlanId, string>();
  const plans = [...list.servicePlans, ...UNLISTED].map((line): ServicePlan => {
    const [guid = '', partName = '', name = ''] = line.split(' | ');
    const id = servicePlanId(guid);
    servicePlanNames.set(id, name);
    servicePlanPartNames.set(id, partName);
    return { id, partName, appliesTo: COMPANY.has(guid) ? 'Company' : 'User' };
  });
  const products = list.products.map((line): CatalogProduct => {
    const [guid = '', skuPartNumber = '', included = '', name = '', ...otherNames] =
      line.split(' | ');
    const servicePlans = included.split(' ').flatMap((number) => plans[Number(number)] ?? []);
    return { skuId: skuId(guid), skuPartNumber, name, otherNames, servicePlans };
  });
  return {
    products: new Map(products.map((product) => [product.skuId, product])),
    servicePlanNames,
    servicePlanPartNames,
  };
}
