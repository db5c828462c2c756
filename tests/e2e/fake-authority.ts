import { createHash, randomUUID } from 'node:crypto';
import type { BrowserContext, Route } from '@playwright/test';

/** Somebody who can sign in. */
export interface Person {
  readonly username: string;
  readonly name: string;
  readonly objectId: string;
  readonly homeTenantId: string;
}

interface Visit {
  readonly tenant: string;
  readonly challenge: string;
  readonly nonce: string;
  readonly scopes: readonly string[];
}

const HOST = 'https://login.microsoftonline.com';
const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };

const base64url = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * Microsoft Entra ID as far as signing in needs it: the sign-in page as a page with two links, the
 * exchange of a code with its PKCE check, renewal. What it gives and refuses is set by a test.
 */
export class FakeAuthority {
  /** Who signs in at the page. */
  person: Person;
  /** The tenant that tokens are for, whatever was asked; null: the one that was asked for. */
  tokenTenant: string | null = null;
  /** What renewals are refused with; null: they are given. */
  renewalError: { error: string; error_description: string } | null = null;
  /** What the sign-in page sends back instead of a code; null: a code. */
  pageError: { error: string; error_description: string } | null = null;
  /** Names of domains, and the tenants that they belong to. */
  readonly domains = new Map<string, string>();
  /** Every token that was ever given, to be looked for where it must not be. */
  readonly given: string[] = [];
  /** What was asked for at the sign-in page, and by renewal, with the tenant. */
  readonly asked: { readonly how: 'page' | 'renewal'; tenant: string; scopes: string[] }[] = [];
  readonly #visits = new Map<string, Visit>();
  readonly #tenants = new Map<string, string>();

  constructor(person: Person) {
    this.person = person;
  }

  /** The tenant that an access token is for; null: none that was given here. */
  tenantOf(token: string): string | null {
    return this.#tenants.get(token) ?? null;
  }

  /** Answers for the host of Microsoft Entra ID in this context. */
  async open(context: BrowserContext): Promise<void> {
    await context.route(`${HOST}/**`, (route) => this.#answer(route));
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const url = new URL(request.url());
    const tenant = url.pathname.split('/')[1] ?? '';
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: CORS });
    if (url.pathname.endsWith('/openid-configuration')) return this.#configuration(route, tenant);
    if (url.pathname.endsWith('/authorize')) return this.#signInPage(route, tenant, url);
    if (url.pathname.endsWith('/token')) {
      const form = new URLSearchParams(request.postData() ?? '');
      return this.#token(route, tenant, form);
    }
    return route.fulfill({ status: 404, headers: CORS, body: '' });
  }

  #configuration(route: Route, asked: string): Promise<void> {
    const tenant = asked.includes('.') ? this.domains.get(asked) : asked;
    if (tenant === undefined) {
      return this.#json(route, { error: 'invalid_tenant' }, 400);
    }
    return this.#json(route, {
      issuer: `${HOST}/${tenant === 'organizations' ? '{tenantid}' : tenant}/v2.0`,
      authorization_endpoint: `${HOST}/${tenant}/oauth2/v2.0/authorize`,
      token_endpoint: `${HOST}/${tenant}/oauth2/v2.0/token`,
      end_session_endpoint: `${HOST}/${tenant}/oauth2/v2.0/logout`,
      jwks_uri: `${HOST}/${tenant}/discovery/v2.0/keys`,
    });
  }

  #signInPage(route: Route, tenant: string, { searchParams }: URL): Promise<void> {
    const code = randomUUID();
    const scopes = (searchParams.get('scope') ?? '').split(' ');
    this.asked.push({ how: 'page', tenant, scopes });
    this.#visits.set(code, {
      tenant,
      scopes,
      challenge: searchParams.get('code_challenge') ?? '',
      nonce: searchParams.get('nonce') ?? '',
    });
    const back = (answer: Record<string, string>): string => {
      const state = searchParams.get('state') ?? '';
      return `${searchParams.get('redirect_uri') ?? ''}#${new URLSearchParams({ ...answer, state }).toString()}`;
    };
    const client = base64url({ uid: this.person.objectId, utid: this.person.homeTenantId });
    const yes = back(this.pageError ?? { code, client_info: client });
    const no = back({
      error: 'access_denied',
      error_description: 'AADSTS65004: User declined to consent to access the app.',
    });
    const body = `<!doctype html><title>Sign in</title><h1>Sign in to your account</h1>
      <a href="${yes.replaceAll('&', '&amp;')}">Sign in as ${this.person.username}</a>
      <a href="${no.replaceAll('&', '&amp;')}">Cancel</a>`;
    return route.fulfill({ contentType: 'text/html', body });
  }

  #token(route: Route, tenant: string, form: URLSearchParams): Promise<void> {
    if (form.get('grant_type') === 'refresh_token') {
      const scopes = (form.get('scope') ?? '').split(' ');
      this.asked.push({ how: 'renewal', tenant, scopes });
      if (this.renewalError !== null) return this.#json(route, this.renewalError, 400);
      return this.#json(route, this.#grant(tenant, scopes, '', form.get('client_id') ?? ''));
    }
    const visit = this.#visits.get(form.get('code') ?? '');
    const verifier = form.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    if (visit?.challenge !== challenge || visit.tenant !== tenant) {
      return this.#json(route, { error: 'invalid_grant', error_description: 'PKCE' }, 400);
    }
    const client = form.get('client_id') ?? '';
    return this.#json(route, this.#grant(tenant, visit.scopes, visit.nonce, client));
  }

  #grant(tenant: string, scopes: readonly string[], nonce: string, client: string): unknown {
    const { username, name, objectId, homeTenantId } = this.person;
    const tid = this.tokenTenant ?? (tenant === 'organizations' ? homeTenantId : tenant);
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      ...{ aud: client, iss: `${HOST}/${tid}/v2.0`, iat: now, nbf: now, exp: now + 3600 },
      ...{ tid, oid: objectId, sub: `${objectId}-${tid}`, ver: '2.0', nonce },
      ...{ preferred_username: username, name },
    };
    const tokens = {
      access_token: `access-${randomUUID()}`,
      refresh_token: `refresh-${randomUUID()}`,
      id_token: `${base64url({ alg: 'none', typ: 'JWT' })}.${base64url(claims)}.c2lnbmF0dXJl`,
    };
    this.given.push(...Object.values(tokens));
    this.#tenants.set(tokens.access_token, tid);
    return {
      ...tokens,
      token_type: 'Bearer',
      scope: scopes.join(' '),
      expires_in: 3600,
      ext_expires_in: 3600,
      refresh_token_expires_in: 86_400,
      client_info: base64url({ uid: objectId, utid: homeTenantId }),
    };
  }

  #json(route: Route, body: unknown, status = 200): Promise<void> {
    return route.fulfill({
      status,
      headers: CORS,
      contentType: 'application/json',
      body: JSON.stringify(body),
    });
  }
}
