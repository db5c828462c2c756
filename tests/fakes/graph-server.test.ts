import { afterEach, describe, expect, it } from 'vitest';
import { steady } from '#base/pace.ts';
import { catalogPart } from '#sandbox/catalog-part.ts';
import { makeSample } from '#sandbox/make-sample.ts';
import { sampleCustomers } from '#sandbox/sample-spec.ts';
import { graphProvider } from '#sync/graph-provider.ts';
import { userId } from '#users/ids.ts';
import { readLocation } from '#users/usage-location.ts';
import type { Faults } from './faults.ts';
import { GraphServer } from './graph-server.ts';

const POWER_BI = catalogPart('POWER_BI_PRO').skuId;
const open: GraphServer[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.stop()));
});

async function openServer(faults: Faults = {}) {
  const [spec] = sampleCustomers();
  const server = await GraphServer.start(await makeSample(spec!, 0, steady));
  open.push(server);
  server.misbehave(faults, 1);
  const provider = graphProvider({
    fetch: (request) => fetch(request),
    tokens: { token: () => Promise.resolve('any') },
    base: `${server.address}/v1.0/`,
    timeout: 5_000,
  });
  const asa = server.tenant.users.find(({ userPrincipalName }) =>
    userPrincipalName.startsWith('asa.'),
  )!;
  const send = async () => {
    const add = [{ skuId: POWER_BI, disabledPlans: [] }];
    const sending = { kind: 'licenses', userId: userId(asa.id), add, remove: [] } as const;
    const answers = await provider.send([sending], () => true);
    return answers.ok ? answers.value[0]?.kind : answers.error.kind;
  };
  return { server, provider, asa, send };
}

describe('the sandbox behind a port', () => {
  it('answers like the sandbox, and logs what landed', async () => {
    const { server, provider, asa, send } = await openServer();
    expect(await send()).toBe('done');
    expect(server.landed.map(({ user }) => user.id)).toEqual([asa.id]);
    const read = await provider.read([userId(asa.id)]);
    const user = read.ok && read.value[0]?.kind === 'user' ? read.value[0].user : null;
    expect(user?.licenses.some(({ skuId }) => skuId === POWER_BI)).toBe(true);
  });

  it.each([
    ['lost', 'unclear', 1],
    ['cut', 'unclear', 1],
    ['late', 'done', 1],
    ['unavailable', 'unclear', 0],
    ['throttled', 'throttled', 0],
    ['crowded', 'throttled', 0],
  ] as const)('%s: tells %s, and so much has landed: %i', async (fault, told, landed) => {
    const { server, send } = await openServer({ [fault]: 1 });
    expect(await send()).toBe(told);
    expect(server.landed).toHaveLength(landed);
    expect(server.log.at(-1)?.fault).toBe(fault);
  });

  it('does a part of a crowded batch, and tells the rest when to come again', async () => {
    const { server, provider } = await openServer({ crowded: 1 });
    const some = server.tenant.users.filter(({ usageLocation }) => usageLocation !== null);
    const answers = await provider.send(
      some.slice(0, 5).map(({ id }) => {
        const location = readLocation('PT') ?? 0;
        return { kind: 'location', userId: userId(id), location } as const;
      }),
      () => true,
    );
    const later = { kind: 'throttled', retryAfter: 1_000 };
    const done = { kind: 'done' };
    expect(answers).toEqual({ ok: true, value: [later, done, done, later, done] });
    const landed = server.landed.map(({ user }) => user.id).sort();
    expect(landed).toEqual([1, 2, 4].map((at) => some[at]?.id).sort());
  });

  it.each([
    ['arrived', 0],
    ['landed', 1],
    ['answered', 1],
  ] as const)('stops where it is asked to: %s, when %i has landed', async (moment, landed) => {
    const { server, send } = await openServer();
    const seen: number[] = [];
    server.at(2, moment, () => void seen.push(server.landed.length));
    await send();
    await send();
    await send();
    await expect.poll(() => seen).toEqual([1 + landed]);
  });

  it('stops where the next licenses are sent, not where users are read', async () => {
    const { server, provider, asa, send } = await openServer();
    const seen: number[] = [];
    server.at(1, 'arrived', () => void seen.push(server.arrived), true);
    await provider.read([userId(asa.id)]);
    await send();
    await send();
    expect(seen).toEqual([2]);
  });

  it('is not there while it is down', async () => {
    const { server, send } = await openServer();
    server.goDown();
    expect(await send()).toBe('unclear');
    expect(server.arrived).toBe(0);
    server.comeBack();
    expect(await send()).toBe('done');
  });

  it.each(['arrived', 'landed'] as const)(
    'does what it was asked for when it goes down, and does not answer: %s',
    async (moment) => {
      const { server, send } = await openServer();
      server.at(1, moment, () => server.goDown());
      expect(await send()).toBe('unclear');
      await expect.poll(() => server.landed.length).toBe(1);
    },
  );

  it('lets pages of other sites call and read what Graph lets them read', async () => {
    const { server } = await openServer({ throttled: 1 });
    const preflight = await fetch(`${server.address}/v1.0/$batch`, { method: 'OPTIONS' });
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const reply = await fetch(`${server.address}/v1.0/$batch`, { method: 'POST', body: '{}' });
    expect(reply.headers.get('Access-Control-Expose-Headers')).toContain('Retry-After');
    expect(reply.headers.get('Retry-After')).toBe('1');
  });
});
