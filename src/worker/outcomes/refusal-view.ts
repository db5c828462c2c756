import type { CustomerId } from '#customers/customer.ts';
import { guidsIn, learnedFact, readRefusal, type Refusal } from '#graph/refusal.ts';
import { servicePlanId, type ServicePlanId, type SkuId } from '#licenses/ids.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import type { Issue } from '#rules/issue.ts';
import type { FactId } from '#rules/rule-fact.ts';
import type { Said } from '#sync/ports.ts';
import type { RefusalView } from './outcome-types.ts';

export interface RefusedCall extends Said {
  readonly customerId: CustomerId;
  /** What the user holds, and would have held. */
  readonly before: LicenseSet;
  readonly wanted: LicenseSet;
}

/** Why a call was refused, and which products its text names. */
export interface Explained {
  readonly view: RefusalView;
  readonly causes: ReadonlySet<SkuId>;
}

const has = (product: Product | undefined, plan: ServicePlanId): boolean =>
  product?.servicePlans?.some(({ id }) => id === plan) === true;

/** The products of the set that bring the service plan. */
const bringing = (
  set: LicenseSet,
  plan: ServicePlanId,
  products: ReadonlyMap<SkuId, Product>,
): SkuId[] => set.flatMap(({ skuId }) => (has(products.get(skuId), plan) ? [skuId] : []));

function factIdOf(refusal: Refusal, customerId: CustomerId): FactId {
  // only what teaches names two service plans or more, and then there is a fact
  return learnedFact(refusal, customerId, '')?.id ?? ('' as FactId);
}

function issueOf(
  refusal: Refusal,
  { customerId, wanted }: RefusedCall,
  products: ReadonlyMap<SkuId, Product>,
): Issue | null {
  switch (refusal.kind) {
    case 'usageLocationMissing':
      return { code: 'usageLocationMissing', severity: 'blocking' };
    case 'count':
      if (refusal.skuId === null) return null;
      return { code: 'shortage', severity: 'blocking', skuId: refusal.skuId };
    case 'conflict': {
      const [one, other] = refusal.servicePlanIds;
      if (one === undefined || other === undefined) return null;
      const [first] = bringing(wanted, one, products);
      const [second] = bringing(wanted, other, products);
      if (first === undefined || second === undefined) return null;
      return {
        code: 'conflict',
        severity: 'blocking',
        servicePlanIds: [one, other],
        skuIds: [first, second],
        factId: factIdOf(refusal, customerId),
      };
    }
    case 'dependency': {
      const { servicePlanId, requiresAnyOf } = refusal;
      if (servicePlanId === null || requiresAnyOf.length === 0) return null;
      const [skuId] = bringing(wanted, servicePlanId, products);
      if (skuId === undefined) return null;
      return {
        code: 'dependency',
        severity: 'blocking',
        skuId,
        servicePlanId,
        requiresAnyOf,
        factId: factIdOf(refusal, customerId),
      };
    }
    default:
      return null;
  }
}

function causesOf(
  refusal: Refusal,
  { before, wanted }: RefusedCall,
  products: ReadonlyMap<SkuId, Product>,
): SkuId[] {
  switch (refusal.kind) {
    case 'count':
    case 'notOwnedByTenant':
    case 'notAssignableToUser':
      return refusal.skuId === null ? [] : [refusal.skuId];
    case 'conflict':
      return refusal.servicePlanIds.flatMap((plan) => bringing(wanted, plan, products));
    case 'dependency':
      return [
        ...(refusal.servicePlanId === null
          ? []
          : bringing(wanted, refusal.servicePlanId, products)),
        // taking away what is needed is refused, too
        ...refusal.requiresAnyOf.flatMap((plan) => bringing(before, plan, products)),
      ];
    default:
      return namedIn(refusal.raw, [...before, ...wanted], products);
  }
}

/** In words that nobody knows, a GUID still names a product of the call, or a service plan of one. */
function namedIn(text: string, set: LicenseSet, products: ReadonlyMap<SkuId, Product>): SkuId[] {
  return guidsIn(text).flatMap((guid) => [
    ...set.flatMap(({ skuId }) => (skuId === guid ? [skuId] : [])),
    ...bringing(set, servicePlanId(guid), products),
  ]);
}

/** A refusal in the words of the rules where they have some, by the ids in its text. */
export function explainRefusal(
  call: RefusedCall,
  products: ReadonlyMap<SkuId, Product>,
): Explained {
  const refusal = readRefusal(call.raw);
  const { raw, code, requestId } = call;
  return {
    view: {
      kind: refusal.kind,
      issue: issueOf(refusal, call, products),
      code,
      raw,
      requestId,
    },
    causes: new Set(causesOf(refusal, call, products)),
  };
}
