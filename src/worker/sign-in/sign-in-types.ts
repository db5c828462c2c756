/** How the worker comes by tokens for Microsoft Graph: it asks its page, which alone signs people in. */
import type { TenantId } from '#customers/customer.ts';

/**
 * A delegated permission of Microsoft Graph that something of ours needs. Least privileges as in
 * microsoft-graph-devx-content, permissions/new/permissions.json.
 */
export type GraphScope =
  | 'DelegatedAdminRelationship.Read.All'
  | 'Directory.Read.All'
  | 'LicenseAssignment.Read.All'
  | 'LicenseAssignment.ReadWrite.All'
  | 'Organization.Read.All'
  | 'User.Read.All'
  | 'User.ReadWrite.All';

/** A token for calls to one tenant; null: the tenant of the account itself. */
export interface TokenAsk {
  readonly tenantId: TenantId | null;
  readonly scopes: readonly GraphScope[];
  /** The token of before was refused: a new one is needed, whatever is kept. */
  readonly isRefused?: boolean;
}

/**
 * The token is a value to be passed to `fetch`: it is stored, logged and told nowhere. `signIn`: a
 * person has to sign in, or to agree to more, before it goes on.
 */
export type TokenAnswer =
  | { readonly kind: 'token'; readonly token: string; readonly tenantId: TenantId }
  | { readonly kind: 'signIn' }
  | { readonly kind: 'offline' };

/** Answers from the page; it never rejects. */
export type AskForToken = (ask: TokenAsk) => Promise<TokenAnswer>;
