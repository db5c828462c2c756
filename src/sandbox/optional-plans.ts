import type { CatalogProduct } from '#licenses/catalog.ts';
import type { ServicePlanId } from '#licenses/ids.ts';
import type { Random } from './random.ts';

/** Service plans that companies often switch off; none of them is what another one depends on. */
const OFTEN_OFF =
  /YAMMER|SWAY|KAIZALA|WHITEBOARD|STREAM|TODO|FORMS|POWERAPPS|FLOW|VIVA|CLIPCHAMP|BOOKINGS|LOOP|MESH|^DESKLESS$|BING|MYANALYTICS|VIRTUAL_AGENTS/i;

/** The service plans of a product that a sample customer may have switched off. */
export const optionalPlans = ({ servicePlans }: CatalogProduct): ServicePlanId[] =>
  servicePlans
    .filter(({ partName, appliesTo }) => appliesTo === 'User' && OFTEN_OFF.test(partName))
    .map(({ id }) => id);

/** Thirty ways in which a product is cut down, the first of which is not at all; one for small products. */
export function offPatterns(product: CatalogProduct, random: Random): ServicePlanId[][] {
  const plans = optionalPlans(product);
  if (plans.length < 6) return [[]];
  const cut = Array.from({ length: 29 }, () => {
    const share = 0.05 + random.next() * 0.3;
    return plans.filter(() => random.chance(share));
  });
  return [[], ...cut];
}
