import {
  AuthError,
  CacheLookupPolicy,
  createStandardPublicClientApplication,
  type AccountInfo,
  type AuthenticationResult,
  type IPublicClientApplication,
} from '@azure/msal-browser';
import type { TenantId } from '#customers/customer.ts';
import type { Account, Granted, Identity, SignInProblem, SignInRequest } from './identity.ts';
import { problemOf } from './problem.ts';
import { fullScope, grantedScopes } from './scopes.ts';

/** One authority per tenant, so that a token can only be for the tenant that was asked for. */
const authorityOf = (tenantId: TenantId | null): string =>
  `https://login.microsoftonline.com/${tenantId ?? 'organizations'}`;

/**
 * Microsoft's own library, made for the app that is registered under `clientId`. `redirectUri` must be
 * one of the addresses registered there.
 */
export async function openIdentity(clientId: string, redirectUri: string): Promise<Identity> {
  const application = await createStandardPublicClientApplication({
    auth: { clientId, redirectUri, authority: authorityOf(null) },
    cache: { cacheLocation: 'sessionStorage' },
  });
  return new MsalIdentity(application);
}

class MsalIdentity implements Identity {
  readonly #application: IPublicClientApplication;

  constructor(application: IPublicClientApplication) {
    this.#application = application;
  }

  async leave({ tenantId, scopes, username }: SignInRequest): Promise<SignInProblem> {
    try {
      await this.#application.loginRedirect({
        authority: authorityOf(tenantId),
        scopes: scopes.map(fullScope),
        ...(username === null ? { prompt: 'select_account' } : { loginHint: username }),
      });
      return { kind: 'offline' };
    } catch (error) {
      return problem(error);
    }
  }

  async returned(): Promise<Granted | SignInProblem | null> {
    try {
      // the person may have come back by another way than the page that they left
      const result = await this.#application.handleRedirectPromise({
        navigateToLoginRequestUrl: false,
      });
      return result === null ? null : granted(result);
    } catch (error) {
      return problem(error);
    }
  }

  async renew(
    { homeAccountId }: Account,
    { tenantId, scopes }: SignInRequest,
    isRefused: boolean,
  ): Promise<Granted | SignInProblem> {
    // a tenant is entered by its own profile of the account: any other finds only its own tokens kept
    const inside =
      tenantId === null ? null : this.#application.getAccount({ homeAccountId, tenantId });
    const account = inside ?? this.#application.getAccount({ homeAccountId });
    if (account === null) return { kind: 'interaction' };
    const isKnown = inside !== null || tenantId === null;
    try {
      const result = await this.#application.acquireTokenSilent({
        account,
        authority: authorityOf(tenantId),
        scopes: scopes.map(fullScope),
        // no hidden frame: where the refresh token is of no use any more, the person is asked
        cacheLookupPolicy:
          isKnown && !isRefused
            ? CacheLookupPolicy.AccessTokenAndRefreshToken
            : CacheLookupPolicy.RefreshToken,
      });
      return granted(result);
    } catch (error) {
      return problem(error);
    }
  }

  forget(): Promise<void> {
    return this.#application.clearCache();
  }
}

function granted({ account, tenantId, scopes, accessToken }: AuthenticationResult): Granted {
  return {
    account: accountOf(account),
    tenantId: tenantId as TenantId,
    scopes: grantedScopes(scopes),
    token: accessToken,
  };
}

function accountOf({ homeAccountId, tenantId, username, name }: AccountInfo): Account {
  // `<object id>.<tenant id>` of the account at home
  const home = homeAccountId.split('.')[1] ?? tenantId;
  return { homeAccountId, homeTenantId: home as TenantId, username, name: name ?? username };
}

function problem(error: unknown): SignInProblem {
  if (error instanceof AuthError)
    return problemOf(error.name, error.errorCode, error.errorMessage || error.message);
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: '' };
  return problemOf(name, name, message);
}
