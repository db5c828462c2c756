import type { BrowserContext, Route } from '@playwright/test';
import { expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import type { TenantId } from '#customers/customer.ts';
import type { GroupId } from '#licenses/ids.ts';
import { partnerAnswer } from '#sandbox/cloud/partner-cloud.ts';
import type { CloudTenant } from '#sandbox/cloud/cloud-tenant.ts';
import { makeSample } from '#sandbox/make-sample.ts';
import { sampleCustomers } from '#sandbox/sample-spec.ts';
import { SCRIPT_STEPS } from '#handover/script-steps.ts';
import { findTenants } from '#sync/find-tenants.ts';
import type { GraphWire } from '#sync/graph-call.ts';
import { GraphGet, type ReadPorts } from '#sync/graph-get.ts';
import { graphProvider } from '#sync/graph-provider.ts';
import { matchTenant } from '#sync/match-tenant.ts';
import { pullCustomer } from '#sync/pull-customer.ts';
import { groupNames } from '#sync/pull-groups.ts';
import { userId } from '#users/ids.ts';
import { readLocation } from '#users/usage-location.ts';
import { cliCommands, graphRequests } from '../../src/routes/import/how-to-commands.ts';
import { describeWithCorpus } from '../corpus.ts';
import type { FakeAuthority } from '../e2e/fake-authority.ts';
import { openGraph } from '../e2e/fake-graph.ts';
import { FakeTenants } from '../e2e/fake-tenants.ts';
import { skusFile, usersFile } from '../e2e/files/graph-files.ts';
import { e3 } from '../e2e/files/products.ts';
import { clinicCloud } from '../sandbox/cloud/clinic-cloud.ts';
import { userAnswer } from '../sync/graph-answers.ts';
import { GraphContract } from './graph-contract.ts';
import { GraphServer } from './graph-server.ts';

const ports: ReadPorts = {
  clock: { now: () => 1_000, sleep: () => Promise.resolve() },
  random: { next: () => 0 },
  pace: steady,
  waits: () => undefined,
};

const BASE = 'https://graph.microsoft.com/v1.0/';

/** Everything that can be asked of the cloud of a customer: reading it, its changes, and changing its users. */
async function askAll(wire: GraphWire, tenantId: TenantId, tenant: CloudTenant): Promise<void> {
  const start = { tenantId, hasUsers: true, memory: null };
  const first = await pullCustomer(wire, start, ports, () => Promise.resolve());
  expect(first).toMatchObject({ ok: true });
  const memory = first.ok ? first.value.memory : null;
  const [user] = tenant.users.filter(({ licenses }) => licenses.length > 0);
  const asa = user!;
  tenant.change({ ...asa, displayName: 'Asa' }, 1_000);
  await pullCustomer(wire, { ...start, memory }, ports, () => Promise.resolve());
  const groups = new Set(
    tenant.users.flatMap(({ licenses }) =>
      licenses.flatMap(({ paths }) =>
        paths.flatMap(({ via }): GroupId[] => (via.kind === 'group' ? [via.groupId] : [])),
      ),
    ),
  );
  await groupNames(new GraphGet(wire, ports), groups);

  const provider = graphProvider(wire);
  const id = userId(asa.id);
  await provider.read(tenant.users.map((one) => userId(one.id)).slice(0, 20));
  const held = asa.licenses.map(({ skuId }) => skuId).slice(0, 1);
  const add = held.map((skuId) => ({ skuId, disabledPlans: [] }));
  const location = readLocation('SE')!;
  for (const sending of [
    { kind: 'licenses', userId: id, add: [], remove: held },
    { kind: 'location', userId: id, location },
    { kind: 'licenses', userId: id, add, remove: [] },
  ] as const) {
    const answers = await provider.send([sending], () => true);
    expect(answers).toMatchObject({ ok: true, value: [{ kind: 'done' }] });
  }
  await matchTenant(wire, tenantId, new Set([id]), ports);
}

/** A way to what answers in a story in the place of Microsoft Graph. */
function routed(open: (context: BrowserContext) => Promise<unknown>, token: string): GraphWire {
  let handle: (route: Route) => unknown = () => undefined;
  const context = {
    route: (_url: string, handler: (route: Route) => unknown) => {
      handle = handler;
      return Promise.resolve();
    },
  } as unknown as BrowserContext;
  const opened = open(context);
  return {
    base: BASE,
    timeout: 5_000,
    tokens: { token: () => Promise.resolve(token) },
    fetch: async (request) => {
      await opened;
      const body = await request.text();
      return new Promise((resolve, reject) => {
        const route = {
          request: () => ({
            url: () => request.url,
            method: () => request.method,
            headers: () => Object.fromEntries(request.headers),
            postData: () => (body === '' ? null : body),
          }),
          fulfill: (reply: {
            status?: number;
            headers?: HeadersInit;
            body?: string;
            json?: unknown;
          }) => {
            const text = reply.json === undefined ? reply.body : JSON.stringify(reply.json);
            const { status = 200, headers = {} } = reply;
            resolve(new Response(text ?? null, { status, headers }));
          },
          abort: () => reject(new TypeError('aborted')),
        };
        void handle(route as unknown as Route);
      });
    },
  };
}

const ALL = [
  'GET companySubscription list',
  'GET group one',
  'GET organization list',
  'GET subscribedSku list',
  'GET user list',
  'GET user one',
  'PATCH user one',
  'POST user action',
];
const PARTNERS = ['GET contract list', 'GET delegatedAdminCustomer list'];

const expectKept = ({ faults, seen }: GraphContract, asked: readonly string[]): void => {
  expect([...faults].sort()).toEqual([]);
  expect([...seen].sort()).toEqual([...asked].sort());
};

describeWithCorpus(
  'what the app asks has the names, types and nulls that Microsoft publishes, and so has',
  () => {
    it('what the sandbox answers', async () => {
      const contract = new GraphContract();
      const { wire, tenant, batch } = await clinicCloud();
      await askAll(contract.watch(wire), batch.tenantId!, tenant);
      const partner = contract.watch({
        ...wire,
        fetch: (request) => {
          const { pathname } = new URL(request.url);
          const { status, headers, body } = partnerAnswer(pathname.replace('/v1.0', ''));
          return Promise.resolve(new Response(JSON.stringify(body), { status, headers }));
        },
      });
      await findTenants(partner, ports);
      // it is never asked whose it is
      expectKept(contract, [...ALL, ...PARTNERS]);
    });

    it('what answers in its place in stories', async () => {
      const contract = new GraphContract();
      const tenantId = '33333333-3333-4333-8333-333333333333' as TenantId;
      const partnerId = '11111111-1111-4111-8111-111111111111';
      const authority = { tenantOf: (token: string) => token } as unknown as FakeAuthority;
      const tenants = new FakeTenants(authority, partnerId);
      const named = { tenantId, name: 'Contoso', domain: 'contoso.example' };
      const tenant = await tenants.add(named);
      tenants.contracts = [named];
      tenants.relations = [named];
      const open = (context: BrowserContext) => tenants.open(context);
      await askAll(contract.watch(routed(open, tenantId)), tenantId, tenant);
      await findTenants(contract.watch(routed(open, partnerId)), ports);
      expectKept(contract, [...ALL, ...PARTNERS]);
    });

    it('what answers there whose tenant it is', async () => {
      const contract = new GraphContract();
      const tenantId = '33333333-3333-4333-8333-333333333333' as TenantId;
      const id = '0e7d0000-5eed-4000-8000-000000000001';
      const users = [{ id, userPrincipalName: 'ada@contoso.example' }];
      const fake = { name: 'Contoso', domain: 'contoso.example', users };
      const wire = contract.watch(routed((context) => openGraph(context, tenantId, fake), 'any'));
      const told = await matchTenant(wire, tenantId, new Set([userId(id)]), ports);
      expect(told).toMatchObject({ ok: true });
      expectKept(contract, ['GET organization list', 'GET user list']);
    });

    it('what answers behind a port', async () => {
      const contract = new GraphContract();
      const [spec] = sampleCustomers();
      const sample = await makeSample(spec!, 0, steady);
      const server = await GraphServer.start(sample);
      try {
        await askAll(contract.watch(server.wire), spec!.tenantId, server.tenant);
        expectKept(contract, ALL);
      } finally {
        await server.stop();
      }
    });

    // its text only, as it is never run: what its values become nobody sees here
    it('what the script asks that is handed over', () => {
      const contract = new GraphContract();
      const id = '0e7d0000-5eed-4000-8000-000000000001';
      const values: Record<string, unknown> = {
        skuId: id,
        disabledPlans: [id],
        usageLocation: 'SE',
      };
      const bodyOf = (entries: string): Record<string, unknown> =>
        Object.fromEntries(
          entries.split(';').map((entry) => {
            const name = entry.split('=')[0]!.trim();
            return [name, values[name]];
          }),
        );
      const added = /\$add \+= @\{([^}]*)\}/.exec(SCRIPT_STEPS)?.[1] ?? '';
      Object.assign(values, { addLicenses: [bodyOf(added)], removeLicenses: [id] });
      const asks = SCRIPT_STEPS.matchAll(
        /Invoke-Graph '(\w+)' \('users\/' \+ \$id(?: \+ '([^']*)')?\)(?: @\{([^}]*)\})?/g,
      );
      let count = 0;
      for (const [, method = '', rest = '', entries] of asks) {
        count++;
        contract.asked(
          method,
          `users/${id}${rest}`,
          entries === undefined ? null : bodyOf(entries),
        );
      }
      expect(count).toBe(SCRIPT_STEPS.split("Invoke-Graph '").length - 1);
      expectKept(contract, ['GET user one', 'PATCH user one', 'POST user action']);
    });

    it('what the simulation tells of a user, what files of stories say, and what people are told to ask', () => {
      const contract = new GraphContract();
      const id = '0e7d0000-5eed-4000-8000-000000000001';
      const select =
        'id,displayName,userPrincipalName,usageLocation,assignedLicenses,licenseAssignmentStates';
      const remote = { userId: userId(id), licenses: [], location: readLocation('SE')! };
      for (const isExplained of [true, false]) {
        const { body } = userAnswer(remote, select.split(','), isExplained);
        contract.answered(`users/${id}?$select=${select}`, body);
      }
      const bodyOf = ({ buffer }: { readonly buffer: Buffer }): unknown =>
        JSON.parse(buffer.toString('utf8'));
      const held = [{ product: e3 }, { product: e3, group: id, error: 'CountViolation' }];
      const user = { id, name: 'Ada', upn: 'ada@contoso.example', held };
      contract.answered('users', bodyOf(usersFile('users.json', [user])));
      contract.answered(
        'subscribedSkus',
        bodyOf(skusFile(id, 'contoso', [{ product: e3, enabled: 3 }])),
      );
      for (const url of graphRequests) contract.asked('GET', url.slice(BASE.length), null);
      const cli = cliCommands.matchAll(/v1\.0\/(\S+)(?: --url-parameters '([^']+)')?/g);
      for (const [, path = '', query = ''] of cli) contract.asked('GET', `${path}?${query}`, null);
      expectKept(contract, ['GET group list', 'GET subscribedSku list', 'GET user list']);
    });
  },
);
