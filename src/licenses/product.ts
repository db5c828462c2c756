import type { ServicePlanId, SkuId } from './ids.ts';
import type { Units } from './units.ts';

/** A part of a product. `Company` ones act for the whole tenant and cannot be switched per user. */
export interface ServicePlan {
  readonly id: ServicePlanId;
  /** Microsoft's technical name, e.g. `EXCHANGE_S_ENTERPRISE`. */
  readonly partName: string;
  readonly appliesTo: 'User' | 'Company';
}

/** Graph's capabilityStatus; values that we do not know are kept as they came. */
export type CapabilityStatus =
  'Enabled' | 'Warning' | 'Suspended' | 'Deleted' | 'LockedOut' | (string & {});

/** A license that the customer owns (Graph `subscribedSku`), or is only known to hold (users-only import). */
export interface Product {
  readonly skuId: SkuId;
  readonly skuPartNumber: string;
  /** The name a source of this customer gave it; null when only the catalog can name it. */
  readonly name: string | null;
  /** Only `User` products can be assigned to users. Null: no source said. */
  readonly appliesTo: 'User' | 'Company' | null;
  readonly capabilityStatus: CapabilityStatus | null;
  /** Null: no source said how many there are ("Available: unknown"). */
  readonly units: Units | null;
  /** Null: no source listed them. */
  readonly servicePlans: readonly ServicePlan[] | null;
  /** When `units` was typed by a person or imported, in ms; null while unknown. */
  readonly unitsFrom: 'import' | 'typed' | null;
  /** Names by which files call it, as a person said it at this customer. */
  readonly saidNames?: readonly string[];
}

/** What a person said that names in files mean at the customer of these products. */
export const saidBefore = (products: readonly Product[]): (readonly [name: string, SkuId])[] =>
  products.flatMap(
    ({ skuId, saidNames }) => saidNames?.map((name) => [name, skuId] as const) ?? [],
  );

/**
 * Those of the service plans that the product lists; all of them where no source listed any. Others are of
 * no use to the customer, and the cloud refuses a request that names one.
 */
export function listedPlans(
  plans: readonly ServicePlanId[],
  product: Pick<Product, 'servicePlans'> | undefined,
): readonly ServicePlanId[] {
  const listed = product?.servicePlans ?? null;
  if (listed === null || plans.every((id) => listed.some((plan) => plan.id === id))) return plans;
  return plans.filter((id) => listed.some((plan) => plan.id === id));
}

/**
 * A product that a list of everything the customer owns does not have: its subscription has ended. What was
 * never known to be owned stays as it is.
 */
export const endedProduct = (product: Product): Product =>
  product.unitsFrom !== 'import' || product.capabilityStatus === 'Deleted'
    ? product
    : { ...product, capabilityStatus: 'Deleted' };

/**
 * True for products that users bought themselves (`…_DEPT`): assignLicense "does not work and has
 * never worked for departmental purchase SKUs" (Microsoft Cloud Licensing design document).
 */
export const isSelfService = ({ skuPartNumber }: Pick<Product, 'skuPartNumber'>): boolean =>
  skuPartNumber.endsWith('_DEPT');
