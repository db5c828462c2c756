import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Cancelled, steady, type Pace } from '#base/pace.ts';
import { ok } from '#base/result.ts';
import type { TenantId } from '#customers/customer.ts';
import type { GraphWire } from '#sync/graph-call.ts';
import type { ReadPorts, ReadWait } from '#sync/graph-get.ts';
import { pullCustomer, type PullMemory, type PullStart } from '#sync/pull-customer.ts';
import type { UserRecord } from '#users/user-record.ts';
import { clinicCloud } from '../sandbox/cloud/clinic-cloud.ts';

const DAY = 86_400_000;

/** A pull, with the users that it gave to be taken. */
async function pullAll(wire: GraphWire, start: PullStart, ports: ReadPorts) {
  const users: UserRecord[] = [];
  const read = await pullCustomer(wire, start, ports, async (some) => {
    users.push(...some);
  });
  if (!read.ok) return read;
  return ok({ ...read.value, batch: { ...read.value.batch, users } });
}

async function openClinic(mood = {}, pace: Pace = steady) {
  const cloud = await clinicCloud(mood);
  const { clock, batch } = cloud;
  clock.now = 1_000;
  const asked: string[] = [];
  const waits: (ReadWait | null)[] = [];
  const wire: GraphWire = {
    ...cloud.wire,
    fetch: (request) => {
      asked.push(`${request.method} ${request.url.slice(cloud.wire.base.length)}`);
      return cloud.wire.fetch(request);
    },
  };
  const ports: ReadPorts = {
    clock: { now: () => clock.now, sleep: (ms) => Promise.resolve(void (clock.now += ms)) },
    random: { next: () => 0 },
    pace,
    waits: (wait) => waits.push(wait),
  };
  const pull = (memory: PullMemory | null, part: Partial<PullStart> = {}, from = wire) =>
    pullAll(from, { tenantId: batch.tenantId, hasUsers: true, memory, ...part }, ports);
  const pulled = async (memory: PullMemory | null, part: Partial<PullStart> = {}) => {
    const result = await pull(memory, part);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };
  return { ...cloud, wire, asked, waits, pull, pulled };
}

/** Answers this for addresses that hold the text, and goes on to the cloud for all others. */
const answering = (wire: GraphWire, text: string, answer: () => Response): GraphWire => ({
  ...wire,
  fetch: (request) =>
    request.url.includes(text) ? Promise.resolve(answer()) : wire.fetch(request),
});

describe('pulling a customer', () => {
  it('brings everybody as the cloud has them, what is owned, its ends, and the groups’ names', async () => {
    const { pulled, batch } = await openClinic();
    const { batch: got, isWhole, subscriptions, memory } = await pulled(null);
    expect(isWhole).toBe(true);
    const sorted = <T extends { userPrincipalName: string }>(users: readonly T[] | null) =>
      [...(users ?? [])].sort((a, b) => (a.userPrincipalName < b.userPrincipalName ? -1 : 1));
    const known = sorted(batch.users).map((user) => ({ ...user, mail: user.mail ?? '' }));
    expect(sorted(got.users).map(({ licenses: _, ...user }) => user)).toEqual(
      known.map(({ licenses: _, ...user }) => ({ ...user, department: user.department ?? '' })),
    );
    sorted(got.users).forEach(({ licenses }, i) =>
      expect(licenses?.map(({ skuId, paths }) => [skuId, paths.length])).toEqual(
        known[i]?.licenses?.map(({ skuId, paths }) => [skuId, paths.length]),
      ),
    );
    expect(got.products).toEqual(batch.products);
    expect(got.groups?.size).toBe(4);
    expect(got.dataAt).toBe(1_000);
    expect(subscriptions?.filter(({ nextChangeAt }) => nextChangeAt! < 30 * DAY)).not.toEqual([]);
    expect(memory).toMatchObject({ wholeAt: 1_000 });
  });

  it('asks the next time only who changed, and reads those', async () => {
    const { pulled, tenant, user, asked, clock } = await openClinic();
    const first = await pulled(null);
    clock.now = 5_000;
    tenant.change({ ...user('asa.'), usageLocation: 'NO' }, clock.now);
    tenant.change({ ...user('kofi.'), deleted: true }, clock.now);
    asked.length = 0;
    const second = await pulled(first.memory);
    expect(second.isWhole).toBe(false);
    expect(second.batch.users.map(({ userPrincipalName }) => userPrincipalName)).toEqual([
      user('asa.').userPrincipalName,
    ]);
    expect(second.batch.removed).toHaveLength(1);
    expect(asked.some((address) => address.includes('$top'))).toBe(false);
    const third = await pulled(second.memory);
    expect([third.batch.users, third.batch.removed]).toEqual([[], []]);
  });

  it('never misses a change, whenever it happens', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ who: fc.nat(24), pull: fc.boolean(), remove: fc.boolean() }), {
          maxLength: 12,
        }),
        fc.nat(6),
        async (acts, during) => {
          const { pulled, tenant, clock, asked, wire } = await openClinic();
          const ids = tenant.users.map(({ id }) => id);
          const known = new Map<string, string | null>();
          let memory: PullMemory | null = null;
          let moves = 0;
          const act = ({ who, remove }: (typeof acts)[number]): void => {
            const user = tenant.user(ids[who] ?? '');
            const usageLocation = ['NO', 'NZ', 'NL', 'NA', 'NI'][++moves % 5]!;
            if (user) tenant.change({ ...user, usageLocation, deleted: remove }, clock.now);
          };
          const take = async (): Promise<void> => {
            const got = await pulled(memory);
            memory = got.memory;
            const { users, removed } = got.batch;
            if (got.isWhole) known.clear();
            for (const { objectId, usageLocation } of users)
              known.set(objectId!, String(usageLocation));
            for (const { objectId } of removed ?? []) known.delete(objectId!);
          };
          await take();
          for (const one of acts) {
            clock.now += 1_000;
            if (one.pull) {
              // somebody changes users while the pages are turned
              let left = during;
              const { fetch } = wire;
              Object.assign(wire, {
                fetch: (request: Request) => {
                  if (left-- === 0) act(one);
                  return fetch(request);
                },
              });
              await take();
              Object.assign(wire, { fetch });
            } else act(one);
          }
          await take();
          expect(asked.length).toBeGreaterThan(0);
          const there = await openWhole({ tenant, clock, wire });
          expect([...known].sort()).toEqual(there);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('starts over where the cloud no longer knows the link, and after a day', async () => {
    const { pulled, clock } = await openClinic();
    const first = await pulled(null);
    const old = { ...first.memory, wholeAt: 20 * DAY };
    clock.now = 20 * DAY + 1;
    const again = await pulled(old);
    expect(again.isWhole).toBe(true);
    expect(again.memory.wholeAt).toBe(clock.now);
    clock.now += DAY;
    expect((await pulled(again.memory)).isWhole).toBe(true);
  });

  it('waits as long as it is told, and says so', async () => {
    const { pulled, waits, clock } = await openClinic({ requestsPerWindow: 3 });
    const { batch } = await pulled(null);
    expect(batch.users).toHaveLength(25);
    expect(waits.filter((wait) => wait?.why === 'throttled').length).toBeGreaterThan(0);
    expect(waits.at(-1)).toBeNull();
    expect(clock.now).toBeGreaterThanOrEqual(10_000);
  });

  it('gives up when nobody answers, after some tries', async () => {
    const { pull, waits } = await openClinic({ offline: true });
    expect(await pull(null)).toEqual({ ok: false, error: { kind: 'unreachable' } });
    expect(waits.filter((wait) => wait !== null)).toHaveLength(3);
  });

  it('can be cancelled while it waits', async () => {
    let rests = 0;
    const impatient: Pace = {
      due: () => false,
      rest: () => (++rests > 3 ? Promise.reject(new Cancelled()) : Promise.resolve()),
    };
    const { pull } = await openClinic({ offline: true }, impatient);
    await expect(pull(null)).rejects.toBeInstanceOf(Cancelled);
  });

  it('says why not: signed out, no access, another tenant, an answer that is none', async () => {
    const { pull, wire } = await openClinic();
    const kind = async (from: GraphWire, part: Partial<PullStart> = {}) => {
      const result = await pull(null, part, from);
      return result.ok ? 'ok' : result.error.kind;
    };
    const signedOut = { ...wire, tokens: { token: () => Promise.resolve(null) } };
    expect(await kind(signedOut)).toBe('signIn');
    const error = { error: { code: 'Authorization_RequestDenied', message: 'Insufficient' } };
    const denied = () => Response.json(error, { status: 403 });
    expect(await kind(answering(wire, 'subscribedSkus', denied))).toBe('noAccess');
    expect(await kind(wire, { tenantId: 'another' as TenantId })).toBe('otherTenant');
    const odd = () => Response.json({ value: [{ id: 'x' }] });
    expect(await kind(answering(wire, '$top', odd))).toBe('badAnswer');
    const nobody = () => Response.json({ value: [] });
    expect(await kind(answering(wire, '$top', nobody))).toBe('badAnswer');
    expect(await kind(answering(wire, '$top', nobody), { hasUsers: false })).toBe('ok');
  });

  it('does without names, ends and links that it may not read', async () => {
    const { pull, wire } = await openClinic();
    const denied = () => Response.json({ error: { message: 'no' } }, { status: 403 });
    const poor = answering(answering(wire, 'directory/subscriptions', denied), 'batch', denied);
    const result = await pull(null, {}, poor);
    expect(result.ok && [result.value.subscriptions, result.value.batch.groups?.size]).toEqual([
      ...[null, 0],
    ]);
    const unlinked = answering(wire, 'delta', () =>
      Response.json({ error: { message: 'not here' } }, { status: 400 }),
    );
    const without = await pull(null, {}, unlinked);
    expect(without.ok && without.value.memory.link).toBeNull();
  });

  it('sends no token to an address of another place', async () => {
    const { pull, wire } = await openClinic();
    const reached: string[] = [];
    const away = () =>
      Response.json({ value: [], '@odata.nextLink': 'https://elsewhere.example/v1.0/users' });
    const from = answering(wire, '$top', away);
    const watched = {
      ...from,
      fetch: (request: Request) => {
        reached.push(new URL(request.url).host);
        return from.fetch(request);
      },
    };
    expect(await pull(null, {}, watched)).toMatchObject({ error: { kind: 'badAnswer' } });
    expect(reached).not.toContain('elsewhere.example');
  });
});

/** Everybody with location, read directly. */
async function openWhole(cloud: {
  tenant: Awaited<ReturnType<typeof clinicCloud>>['tenant'];
  clock: { now: number };
  wire: GraphWire;
}): Promise<[string, string][]> {
  const ports: ReadPorts = {
    clock: { now: () => cloud.clock.now, sleep: () => Promise.resolve() },
    ...{ random: { next: () => 0 }, pace: steady, waits: () => undefined },
  };
  const all = await pullAll(cloud.wire, { tenantId: null, hasUsers: true, memory: null }, ports);
  if (!all.ok) throw new Error('not read');
  const users = all.value.batch.users;
  return users
    .map(({ objectId, usageLocation }): [string, string] => [objectId!, String(usageLocation)])
    .sort();
}
