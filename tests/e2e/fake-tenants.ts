import type { BrowserContext, Route } from '@playwright/test';
import { steady } from '../../src/base/pace.ts';
import { calmMood, type CloudMood } from '../../src/sandbox/cloud/cloud-mood.ts';
import { CloudServer } from '../../src/sandbox/cloud/cloud-server.ts';
import { CloudTenant } from '../../src/sandbox/cloud/cloud-tenant.ts';
import { makeSample } from '../../src/sandbox/make-sample.ts';
import { seededRandom } from '../../src/sandbox/random.ts';
import { sampleCustomers } from '../../src/sandbox/sample-spec.ts';
import { asPublished } from '../fakes/graph-errors.ts';
import type { FakeAuthority } from './fake-authority.ts';

/** A tenant as a partner's lists tell of it. */
export interface TenantName {
  readonly tenantId: string;
  readonly name: string;
  readonly domain: string;
}

/** One request that came in. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly tenantId: string | null;
  readonly token: string;
  /** '' where there was none. */
  readonly body: string;
}

/** What is answered instead of what was asked for; an error without a body says nothing of its cause. */
export interface Instead {
  readonly status: number;
  readonly body?: unknown;
  readonly retryAfter?: number;
}

const GRAPH = 'https://graph.microsoft.com/v1.0';
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': '*',
  'Access-Control-Expose-Headers': 'Retry-After, request-id',
};

/** A tenant of this fake, and how it behaves. */
interface Reached {
  readonly name: TenantName;
  readonly tenant: CloudTenant;
  readonly server: CloudServer;
}

/**
 * Microsoft Graph for a partner and its customers: which tenant is asked is told by the token, as it is
 * there. Each tenant is a sandbox cloud of its own, with the users of the small sample customer.
 */
export class FakeTenants {
  readonly asked: Asked[] = [];
  /** The customers that have a contract with the partner, and those with a relationship. */
  contracts: readonly TenantName[] = [];
  relations: readonly TenantName[] = [];
  mood: CloudMood = calmMood;
  /** Asked before every answer; null: what was asked for is answered. Holds the answer while it takes. */
  instead: (asked: Asked) => Instead | null | Promise<Instead | null> = () => null;
  /** Nobody can be reached while this is true. */
  offline = false;
  readonly #authority: FakeAuthority;
  readonly #partner: string;
  readonly #reached = new Map<string, Reached>();

  constructor(authority: FakeAuthority, partner: string) {
    this.#authority = authority;
    this.#partner = partner;
  }

  /** Answers for the host of Microsoft Graph in this context. */
  async open(context: BrowserContext): Promise<void> {
    await context.route(`${GRAPH}/**`, (route) => this.#answer(route));
  }

  /** Makes a tenant with the 25 users and the products of the small sample customer. */
  async add(name: TenantName): Promise<CloudTenant> {
    const [clinic] = sampleCustomers();
    const spec = { ...clinic!, tenantId: name.tenantId as never, name: name.name };
    const sample = await makeSample({ ...spec, defaultDomain: name.domain }, 0, steady);
    const tenant = new CloudTenant(sample, []);
    const server = new CloudServer({
      visit: (_token, _mayWrite, work) => Promise.resolve(work(tenant)),
      mood: () => Promise.resolve(this.mood),
      now: () => Date.now(),
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      random: seededRandom(1).next,
    });
    this.#reached.set(name.tenantId, { name, tenant, server });
    return tenant;
  }

  /** From the next batch on there is no network, until somebody says otherwise. */
  goAtBatch(): void {
    this.instead = ({ path }) => {
      this.offline ||= path === '/$batch';
      return null;
    };
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const method = request.method();
    if (method === 'OPTIONS') return route.fulfill({ status: 204, headers: CORS });
    const token = (request.headers()['authorization'] ?? '').replace('Bearer ', '');
    const tenantId = this.#authority.tenantOf(token);
    const path = request.url().slice(GRAPH.length);
    const body = request.postData();
    const asked = { method, path, tenantId, token, body: body ?? '' };
    this.asked.push(asked);
    const instead = await this.instead(asked);
    if (this.offline) return route.abort('internetdisconnected');
    if (instead !== null) return this.#say(route, instead);
    if (tenantId === this.#partner) return this.#list(route, path);
    const reached = this.#reached.get(tenantId ?? '');
    if (reached === undefined) return this.#say(route, { status: 401 });
    if (path.startsWith('/organization')) {
      const { name, domain } = reached.name;
      const verifiedDomains = [{ name: domain, isDefault: true }];
      const value = [{ id: tenantId, displayName: name, verifiedDomains }];
      return this.#say(route, { status: 200, body: { value } });
    }
    try {
      const headers = { Authorization: `Bearer ${token}` };
      const reply = await reached.server.fetch(
        new Request(request.url(), { method, body, headers }),
      );
      await route.fulfill({
        status: reply.status,
        headers: { ...CORS, ...Object.fromEntries(reply.headers) },
        body: await reply.text(),
      });
    } catch {
      await route.abort('connectionfailed').catch(() => undefined);
    }
  }

  #list(route: Route, path: string): Promise<void> {
    const value = path.startsWith('/contracts')
      ? this.contracts.map(({ tenantId, name, domain }) => ({
          ...{ customerId: tenantId, displayName: name, defaultDomainName: domain },
        }))
      : this.relations.map(({ tenantId, name }) => ({ tenantId, displayName: name }));
    return this.#say(route, { status: 200, body: { value } });
  }

  #say(route: Route, instead: Instead): Promise<void> {
    const { status, body, retryAfter } = asPublished(instead);
    for (const part of (body as { responses?: Instead[] }).responses ?? []) asPublished(part);
    const wait = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
    const json = { 'Content-Type': 'application/json' };
    return route.fulfill({
      status,
      headers: { ...CORS, ...json, ...wait },
      body: JSON.stringify(body),
    });
  }
}
