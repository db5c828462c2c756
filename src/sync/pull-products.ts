import { fail, ok, type Result } from '#base/result.ts';
import type { TenantId } from '#customers/customer.ts';
import { productsFromSkus } from '#graph/products.ts';
import { subscriptionsFromGraph } from '#graph/subscriptions.ts';
import type { Product } from '#licenses/product.ts';
import type { Subscription } from '#licenses/subscription.ts';
import type { GraphGet, ReadFailure } from './graph-get.ts';
import { readPages } from './graph-pages.ts';

/** What the customer owns. Refuses products of another tenant. */
export async function ownedProducts(
  get: GraphGet,
  tenantId: TenantId | null,
): Promise<Result<readonly Product[], ReadFailure>> {
  const products: Product[] = [];
  const end = await readPages(get, 'subscribedSkus', (body) => {
    const page = productsFromSkus('subscribedSkus', body);
    if (!page.ok) return fail({ kind: 'badAnswer', problem: page.error });
    const { tenants } = page.value;
    if (tenantId !== null && tenants.some((tenant) => tenant !== tenantId)) {
      return fail({ kind: 'otherTenant' });
    }
    products.push(...page.value.products);
    return ok(undefined);
  });
  return end.ok ? ok(products) : end;
}

/** When what the customer owns ends; null where reading it is not allowed or not understood: nothing depends on it. */
export async function subscriptions(
  get: GraphGet,
): Promise<Result<readonly Subscription[] | null, ReadFailure>> {
  const found: Subscription[] = [];
  const end = await readPages(get, 'directory/subscriptions', (body) => {
    const page = subscriptionsFromGraph(body);
    if (!page.ok) return fail({ kind: 'badAnswer', problem: page.error });
    found.push(...page.value);
    return ok(undefined);
  });
  if (end.ok) return ok(found);
  return isOptional(end.error) ? ok(null) : end;
}

/** True for a failure that says something of what was asked, not of the line. */
export const isOptional = ({ kind }: ReadFailure): boolean =>
  kind === 'noAccess' || kind === 'refused' || kind === 'badAnswer';
