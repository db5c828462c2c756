import { ok } from '#base/result.ts';
import { bindTenant } from '#store/bind-tenant.ts';
import type { Commands, Desk } from '#worker/desk.ts';

/** How the page answers asks for tokens, and which tenant a customer is. */
export function signInCommands({
  db,
  customers,
  tokens,
}: Desk): Pick<Commands, 'connectTokens' | 'bindCustomer'> {
  return {
    connectTokens: (ask) => tokens.connect(ask),

    async bindCustomer(id, tenantId, defaultDomain) {
      const bound = await bindTenant(db, id, tenantId, defaultDomain);
      if (!bound.ok) return bound;
      await customers.reload(id);
      return ok(null);
    },
  };
}
