import type { TenantId } from '#customers/customer.ts';
import { tidyGuid } from './client-id.ts';

/** Which tenant a text names. */
export type FoundTenant =
  | { readonly kind: 'found'; readonly tenantId: TenantId }
  /** Neither a domain nor a tenant ID. */
  | { readonly kind: 'unreadable' }
  /** No organization has this domain. */
  | { readonly kind: 'unknown' }
  /** It is in a national cloud. */
  | { readonly kind: 'otherCloud' }
  | { readonly kind: 'offline' };

const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
const ISSUER = /^https:\/\/[^/]+\/([0-9a-f-]{36})\/v2\.0\/?$/;
const GLOBAL = 'microsoftonline.com';

/**
 * The tenant of a domain such as `contoso.com`, or of a tenant ID as it is. Asks the public OpenID
 * configuration of the domain, whose issuer names the tenant; nobody has to be signed in for that.
 */
export async function findTenant(
  typed: string,
  fetch: (address: string) => Promise<Response>,
): Promise<FoundTenant> {
  const text = typed.trim().toLowerCase();
  const guid = tidyGuid(text);
  if (guid !== null && guid !== '') return { kind: 'found', tenantId: guid as TenantId };
  if (!DOMAIN.test(text)) return { kind: 'unreadable' };
  try {
    const answer = await fetch(
      `https://login.microsoftonline.com/${text}/v2.0/.well-known/openid-configuration`,
    );
    if (answer.status === 400 || answer.status === 404) return { kind: 'unknown' };
    if (!answer.ok) return { kind: 'offline' };
    return tenantIn(await answer.json());
  } catch {
    return { kind: 'offline' };
  }
}

function tenantIn(body: unknown): FoundTenant {
  const { issuer, cloud_instance_name: cloud } = body as Record<string, unknown>;
  if (typeof cloud === 'string' && cloud !== GLOBAL) return { kind: 'otherCloud' };
  const tenantId = ISSUER.exec(String(issuer))?.[1];
  return tenantId === undefined
    ? { kind: 'unknown' }
    : { kind: 'found', tenantId: tenantId as TenantId };
}
