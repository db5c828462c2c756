import type { TenantId } from '#customers/customer.ts';
import type { GraphWire } from '#sync/graph-call.ts';
import { usualLimits } from '#sync/limits.ts';
import type { GraphScope } from '#worker/sign-in/sign-in-types.ts';
import type { Tokens } from '#worker/sign-in/tokens.ts';

/** What a way to a cloud is used for; decides the permissions that are asked for. */
export type CloudUse = 'pull' | 'sync' | 'syncLocations' | 'tenants';

const READ = ['User.Read.All', 'LicenseAssignment.Read.All', 'Organization.Read.All'] as const;
const SEND = ['User.Read.All', 'LicenseAssignment.ReadWrite.All'] as const;

/** The least permissions for a use, as Microsoft Graph lists them per request. Names of groups are read only where something else allows it. */
const SCOPES: Readonly<Record<CloudUse, readonly GraphScope[]>> = {
  pull: READ,
  sync: SEND,
  syncLocations: [...SEND, 'User.ReadWrite.All'],
  tenants: ['DelegatedAdminRelationship.Read.All', 'Directory.Read.All'],
};

/** The way to Microsoft Graph for a tenant; null: the tenant of the account that signs in. */
export const graphWire = (tokens: Tokens, tenantId: TenantId | null, use: CloudUse): GraphWire => ({
  fetch: (request) => fetch(request),
  tokens: {
    async token(isRefused = false) {
      const ask = { tenantId, scopes: SCOPES[use] };
      const answer = await tokens.ask(isRefused ? { ...ask, isRefused } : ask);
      if (answer.kind === 'token') {
        // what is for one tenant never goes to another
        const isForeign = tenantId !== null && answer.tenantId !== tenantId;
        return isForeign ? null : answer.token;
      }
      if (answer.kind === 'signIn') return null;
      throw new TypeError('the sign-in page cannot be reached');
    },
  },
  base: 'https://graph.microsoft.com/v1.0/',
  timeout: usualLimits.requestTimeout,
});
