import type { TenantId } from '#customers/customer.ts';
import type { GraphScope } from '#worker/sign-in/sign-in-types.ts';

/** A person's account, as signing in tells of it. */
export interface Account {
  /** The same in every tenant that the account can enter. */
  readonly homeAccountId: string;
  /** The tenant that the account belongs to. */
  readonly homeTenantId: TenantId;
  readonly username: string;
  readonly name: string;
}

/** What a sign-in or a renewal gave: a token for one tenant. */
export interface Granted {
  readonly account: Account;
  /** The tenant that the token is for. */
  readonly tenantId: TenantId;
  readonly scopes: readonly GraphScope[];
  readonly token: string;
}

/** What to ask of the sign-in page. */
export interface SignInRequest {
  /** Null: whichever organization the account belongs to. */
  readonly tenantId: TenantId | null;
  readonly scopes: readonly GraphScope[];
  /** Who is expected; null: the person chooses among accounts. */
  readonly username: string | null;
}

/** Why there is no token. `code` and `detail` are the sign-in page's own words, for whoever has to mend it. */
export type SignInProblem =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'offline' }
  /** Signed out, expired, or more has to be agreed to. */
  | { readonly kind: 'interaction' }
  | {
      readonly kind: 'refused';
      readonly why: 'consent' | 'noAccess' | 'policy' | 'unknownApp' | 'notSinglePage' | 'other';
      readonly code: string;
      readonly detail: string;
    };

/** The library that speaks to Microsoft Entra ID. Keeps tokens in this window's session storage. */
export interface Identity {
  /** Leaves the page for the sign-in page; ends only where that did not happen. */
  leave(request: SignInRequest): Promise<SignInProblem>;
  /** What the sign-in page sent back with; null: nothing. */
  returned(): Promise<Granted | SignInProblem | null>;
  /** A token without troubling the person: kept, or renewed over the network; `isRefused`: only renewed. */
  renew(
    account: Account,
    request: SignInRequest,
    isRefused: boolean,
  ): Promise<Granted | SignInProblem>;
  /** Forgets every account and token. */
  forget(): Promise<void>;
}
