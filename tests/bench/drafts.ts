import type { Product } from '#licenses/product.ts';
import type { Draft, DraftProduct } from '#plan/draft.ts';

const ASSIGNED = 'SPE_E5 POWER_BI_PRO Microsoft_Teams_Premium MCOMEETADV AAD_PREMIUM_P2 FLOW_FREE';
const ASSIGNED_IN_PART = 'POWERAPPS_PER_USER';
const REVOKED = 'SPE_E3 VISIOCLIENT EMS';
const MORE =
  'PROJECT_P1 VISIOONLINE_PLAN1 PBI_PREMIUM_PER_USER EXCHANGESTANDARD MCOEV PROJECTPROFESSIONAL';

function line(
  products: readonly Product[],
  part: string,
  action: DraftProduct['action'],
  isInPart = false,
): DraftProduct {
  const product = products.find(({ skuPartNumber }) => skuPartNumber === part);
  const plan = product?.servicePlans?.find(({ appliesTo }) => appliesTo === 'User');
  if (product === undefined || plan === undefined) throw new Error(`no product ${part}`);
  return { skuId: product.skuId, action, servicePlans: isInPart ? { [plan.id]: 'off' } : {} };
}

/** Ten products ticked: some have too few licenses, one has a service plan switched off, three are revoked. */
export const tenTicks = (products: readonly Product[]): Draft => ({
  usageLocation: null,
  swaps: [],
  products: [
    ...ASSIGNED.split(' ').map((part) => line(products, part, 'assign')),
    line(products, ASSIGNED_IN_PART, 'assign', true),
    ...REVOKED.split(' ').map((part) => line(products, part, 'revoke')),
  ],
});

/** The same with one more ticked, another one for each round. */
export function oneMoreTick(products: readonly Product[], round: number): Draft {
  const draft = tenTicks(products);
  return { ...draft, products: [...draft.products, ...oneTick(products, round).products] };
}

/** One product assigned, another one for each round. */
export function oneTick(products: readonly Product[], round: number): Draft {
  const parts = MORE.split(' ');
  const part = parts[round % parts.length] ?? '';
  return { usageLocation: null, swaps: [], products: [line(products, part, 'assign')] };
}
