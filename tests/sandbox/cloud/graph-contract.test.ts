import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { steady } from '../../../src/base/pace.ts';
import type { GroupId } from '../../../src/licenses/ids.ts';
import { partnerAnswer } from '../../../src/sandbox/cloud/partner-cloud.ts';
import { findTenants } from '../../../src/sync/find-tenants.ts';
import type { GraphWire } from '../../../src/sync/graph-call.ts';
import { GraphGet, type ReadPorts } from '../../../src/sync/graph-get.ts';
import { graphProvider } from '../../../src/sync/graph-provider.ts';
import { matchTenant } from '../../../src/sync/match-tenant.ts';
import { pullCustomer } from '../../../src/sync/pull-customer.ts';
import { groupNames } from '../../../src/sync/pull-groups.ts';
import { userId } from '../../../src/users/ids.ts';
import { readLocation } from '../../../src/users/usage-location.ts';
import { corpusFile, describeWithCorpus } from '../../corpus.ts';
import { clinicCloud } from './clinic-cloud.ts';

interface Property {
  readonly type: string;
  readonly nullable: boolean;
}

interface Contract {
  readonly types: Readonly<
    Record<
      string,
      { readonly base?: string; readonly properties: Readonly<Record<string, Property>> }
    >
  >;
  readonly operations: Readonly<
    Record<
      string,
      readonly { readonly parameters: readonly (readonly [string, string, boolean])[] }[]
    >
  >;
}

/** Which type the last part of an address is of, and whether it is a list. */
const PLACES: readonly (readonly [RegExp, string, 'list' | 'one' | 'action'])[] = [
  [/^users\/[^/]+\/assignLicense$/, 'user', 'action'],
  [/^users\/delta$/, 'user', 'list'],
  [/^users\/[^/]+$/, 'user', 'one'],
  [/^users$/, 'user', 'list'],
  [/^groups\/[^/]+$/, 'group', 'one'],
  [/^subscribedSkus$/, 'subscribedSku', 'list'],
  [/^organization$/, 'organization', 'list'],
  [/^directory\/subscriptions$/, 'companySubscription', 'list'],
  [/^contracts$/, 'contract', 'list'],
  [/^tenantRelationships\/delegatedAdminCustomers$/, 'delegatedAdminCustomer', 'list'],
];

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Holds what is asked and answered to what Microsoft publishes: names, types, and what may be null. */
class Checker {
  readonly faults = new Set<string>();
  readonly seen = new Set<string>();
  readonly #contract: Contract;

  constructor(contract: Contract) {
    this.#contract = contract;
  }

  asked(method: string, url: string, body: unknown): void {
    const { type, kind, query } = this.#place(url);
    this.seen.add(`${method} ${type} ${kind}`);
    for (const name of (query.get('$select') ?? '').split(',').filter(Boolean)) {
      if (this.#property(type, name) === null) this.faults.add(`${url}: no ${name} in ${type}`);
    }
    if (kind === 'action') this.#parameters(body);
    else if (method === 'PATCH') this.#object(type, body, 'PATCH');
  }

  answered(url: string, body: unknown): void {
    const { type, kind } = this.#place(url);
    if (kind === 'list') {
      const { value } = body as { value: unknown[] };
      for (const one of value) this.#object(type, one, `answer to ${type}s`);
    } else this.#object(type, body, `answer to ${type}`);
  }

  #place(url: string) {
    const [path = '', query = ''] = url.replace(/^\//, '').split('?');
    const found = PLACES.find(([address]) => address.test(path));
    if (found === undefined) throw new Error(`nobody knows what ${url} is`);
    return { type: found[1], kind: found[2], query: new URLSearchParams(query) };
  }

  #property(type: string, name: string): Property | null {
    const found = this.#contract.types[type];
    if (found === undefined) return null;
    return (
      found.properties[name] ?? (name === 'id' ? { type: 'Edm.String', nullable: false } : null)
    );
  }

  #parameters(body: unknown): void {
    const actions = this.#contract.operations['assignLicense'] ?? [];
    const action = actions.find(({ parameters }) => parameters[0]?.[1] === 'graph.user');
    const expected = (action?.parameters ?? []).slice(1);
    const given = body as Record<string, unknown>;
    expect(Object.keys(given).sort()).toEqual(expected.map(([name]) => name).sort());
    for (const [name, type, nullable] of expected) {
      this.#value({ type, nullable }, given[name], `assignLicense.${name}`);
    }
  }

  #object(type: string, value: unknown, where: string): void {
    if (typeof value !== 'object' || value === null) {
      this.faults.add(`${where}: ${JSON.stringify(value)} is no ${type}`);
      return;
    }
    for (const [name, inner] of Object.entries(value)) {
      if (name.startsWith('@')) continue;
      const property = this.#property(type, name);
      if (property === null) this.faults.add(`${where}: no ${name} in ${type}`);
      else this.#value(property, inner, `${where}.${name}`);
    }
  }

  #value({ type, nullable }: Property, value: unknown, where: string): void {
    if (value === null) {
      if (!nullable) this.faults.add(`${where} is null`);
      return;
    }
    const items = /^Collection\((.*)\)$/.exec(type)?.[1];
    if (items !== undefined) {
      if (!Array.isArray(value)) this.faults.add(`${where} is no list`);
      else for (const one of value) this.#value({ type: items, nullable: false }, one, where);
    } else if (type.startsWith('graph.')) this.#object(type.slice(6), value, where);
    else if (!isOf(type, value))
      this.faults.add(`${where}: ${JSON.stringify(value)} is no ${type}`);
  }
}

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case 'Edm.String':
      return typeof value === 'string';
    case 'Edm.Guid':
      return typeof value === 'string' && GUID.test(value);
    case 'Edm.Boolean':
      return typeof value === 'boolean';
    case 'Edm.Int32':
      return Number.isInteger(value);
    case 'Edm.DateTimeOffset':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    default:
      throw new Error(`nobody knows ${type}`);
  }
}

const ports: ReadPorts = {
  clock: { now: () => 1_000, sleep: () => Promise.resolve() },
  random: { next: () => 0 },
  pace: steady,
  waits: () => undefined,
};

interface Part {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
}

describeWithCorpus('what the app asks, and what its stand-ins answer', () => {
  it('has the names, types and nulls that Microsoft publishes', async () => {
    const contract = JSON.parse(
      readFileSync(corpusFile('graph-contract.json'), 'utf8'),
    ) as Contract;
    const checker = new Checker(contract);
    const cloud = await clinicCloud();
    const watched = (from: GraphWire): GraphWire => ({
      ...from,
      fetch: async (request) => {
        const copy = request.clone();
        const response = await from.fetch(request);
        const body: unknown = await response
          .clone()
          .json()
          .catch(() => null);
        const url = request.url.slice(from.base.length);
        if (url === '$batch') {
          const { requests } = (await copy.json()) as { requests: Part[] };
          const { responses } = body as {
            responses: { id: string; status: number; body: unknown }[];
          };
          for (const part of requests) {
            checker.asked(part.method, part.url, part.body);
            const reply = responses.find(({ id }) => id === part.id);
            if (reply?.status === 200) checker.answered(part.url, reply.body);
          }
        } else {
          checker.asked(request.method, url, null);
          if (response.status === 200) checker.answered(url, body);
        }
        return response;
      },
    });
    const wire = watched(cloud.wire);
    const { tenantId } = cloud.batch;

    // reading a customer: all of it, who changed since, the names of groups
    const start = { tenantId, hasUsers: true, memory: null };
    const first = await pullCustomer(wire, start, ports, () => Promise.resolve());
    const memory = first.ok ? first.value.memory : null;
    const asa = cloud.user('asa.lindqvist');
    cloud.tenant.change({ ...asa, displayName: 'Asa' }, 1_000);
    await pullCustomer(wire, { ...start, memory }, ports, () => Promise.resolve());
    const groups = new Set(
      cloud.tenant.users.flatMap(({ licenses }) =>
        licenses.flatMap(({ paths }) =>
          paths.flatMap(({ via }): GroupId[] => (via.kind === 'group' ? [via.groupId] : [])),
        ),
      ),
    );
    await groupNames(new GraphGet(wire, ports), groups);

    // changing users
    const provider = graphProvider(wire);
    const id = userId(asa.id);
    await provider.read(cloud.tenant.users.map((user) => userId(user.id)).slice(0, 20));
    const held = asa.licenses.map(({ skuId }) => skuId);
    await provider.send(
      [
        { kind: 'licenses', userId: id, add: [], remove: held.slice(0, 1) },
        { kind: 'location', userId: id, location: readLocation('SE')! },
      ],
      () => true,
    );
    await provider.send(
      [
        {
          kind: 'licenses',
          userId: id,
          add: held.slice(0, 1).map((skuId) => ({ skuId, disabledPlans: [] })),
          remove: [],
        },
      ],
      () => true,
    );

    // whose tenants there are
    const partner = watched({
      ...cloud.wire,
      fetch: (request) => {
        const { pathname } = new URL(request.url);
        const { status, headers, body } = partnerAnswer(pathname.replace('/v1.0', ''));
        return Promise.resolve(new Response(JSON.stringify(body), { status, headers }));
      },
    });
    await findTenants(partner, ports);
    await matchTenant(wire, tenantId!, new Set([id]), ports);

    expect([...checker.faults].sort()).toEqual([]);
    expect([...checker.seen].sort()).toEqual([
      'GET companySubscription list',
      'GET contract list',
      'GET delegatedAdminCustomer list',
      'GET group one',
      'GET organization list',
      'GET subscribedSku list',
      'GET user list',
      'GET user one',
      'PATCH user one',
      'POST user action',
    ]);
  });
});
