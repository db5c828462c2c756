import { ok, type Result } from '#base/result.ts';
import type { BindRefusal } from '#customers/bind-refusal.ts';
import type { CustomerId, TenantId } from '#customers/customer.ts';
import { bindTenant } from '#store/bind-tenant.ts';
import type { Desk } from '#worker/desk.ts';
import type { AskForToken } from './sign-in-types.ts';

/** How the page answers asks for tokens, and which tenant a customer is. */
export function signInCommands({ db, customers, tokens }: Desk) {
  return {
    /** The page says once after the start, as a Comlink proxy, how it is to be asked for tokens. */
    connectTokens: (ask: AskForToken) => tokens.connect(ask),

    /** Says for good which tenant a customer is; a person has seen whose it is (job `matchTenant`). */
    async bindCustomer(
      id: CustomerId,
      tenantId: TenantId,
      defaultDomain: string | null,
    ): Promise<Result<null, BindRefusal>> {
      const bound = await bindTenant(db, id, tenantId, defaultDomain);
      if (!bound.ok) return bound;
      await customers.reload(id);
      return ok(null);
    },
  };
}
