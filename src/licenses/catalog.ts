import { appsAndPowerPlatformProducts } from './catalog/apps-and-power-platform.ts';
import { mailAndFilesProducts } from './catalog/mail-and-files.ts';
import { microsoft365Products } from './catalog/microsoft-365.ts';
import { office365Products } from './catalog/office-365.ts';
import type { ProductRow } from './catalog/product-row.ts';
import { ruleServicePlans } from './catalog/rule-service-plans.ts';
import { securityAndDevicesProducts } from './catalog/security-and-devices.ts';
import { servicePlanTable } from './catalog/service-plan-table.ts';
import { teamsProducts } from './catalog/teams.ts';
import { servicePlanId, skuId, type ServicePlanId, type SkuId } from './ids.ts';
import type { ServicePlan } from './product.ts';

/** A product as Microsoft lists it, owned by a customer or not. */
export interface CatalogProduct {
  readonly skuId: SkuId;
  readonly skuPartNumber: string;
  readonly name: string;
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

const productRows: readonly ProductRow[] = [
  ...microsoft365Products,
  ...office365Products,
  ...mailAndFilesProducts,
  ...teamsProducts,
  ...securityAndDevicesProducts,
  ...appsAndPowerPlatformProducts,
];

/**
 * The common products of Microsoft 365 with their service plans. Facts from Microsoft's "Product
 * names and service plan identifiers for licensing" (2026-07-29).
 */
export const catalog: Catalog = readCatalog(productRows, servicePlanTable + ruleServicePlans);

function readCatalog(rows: readonly ProductRow[], planTable: string): Catalog {
  const plans = new Map<string, ServicePlan>();
  const servicePlanNames = new Map<ServicePlanId, string>();
  const servicePlanPartNames = new Map<ServicePlanId, string>();
  for (const line of planTable.trim().split('\n')) {
    if (line === '') continue;
    const [id = '', partName = '', name = '', appliesTo] = line.split(' | ');
    const plan: ServicePlan = {
      id: servicePlanId(id),
      partName,
      appliesTo: appliesTo === 'Company' ? 'Company' : 'User',
    };
    plans.set(partName, plan);
    servicePlanNames.set(plan.id, name);
    servicePlanPartNames.set(plan.id, partName);
  }
  const products = new Map<SkuId, CatalogProduct>();
  for (const row of rows) {
    const id = skuId(row.skuId);
    products.set(id, {
      skuId: id,
      skuPartNumber: row.partNumber,
      name: row.name,
      servicePlans: row.servicePlans.split(',').map((text) => {
        const plan = plans.get(text.trim());
        if (!plan) throw new Error(`${row.partNumber}: no service plan ${text.trim()}`);
        return plan;
      }),
    });
  }
  return { products, servicePlanNames, servicePlanPartNames };
}
