import { describe, expect, it } from 'vitest';
import { steady } from '../../src/base/pace.ts';
import { ok } from '../../src/base/result.ts';
import type { Operation, OperationId } from '../../src/plan/operation.ts';
import type { GraphWire } from '../../src/sync/graph-call.ts';
import { GraphGet } from '../../src/sync/graph-get.ts';
import { graphOffice, PRODUCT } from './graph-office.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FAULT = { status: 503, headers: { 'Retry-After': '20' }, body: null };
const LOST = { status: 504, body: null };
const SOON = { status: 503, headers: { 'Retry-After': '1' }, body: null };
const BUSY = { status: 429, headers: { 'Retry-After': '30' }, body: null };

describe('a clock that is set back', () => {
  it('lets nobody wait until the time comes again, whatever they wait for', async () => {
    let readings = 0;
    const office = graphOffice(4, {
      change: (n, time) => (time > 0 ? null : [BUSY, FAULT, LOST, SOON][n]!),
      reading: () => {
        // when the one who waits shortest is looked at again
        if (readings++ === 4) office.time.now -= 3 * DAY;
        return null;
      },
    });
    office.time.now += 3 * DAY;
    office.box.review(office.time.now);
    expect(await office.run()).toEqual({ kind: 'done' });
    expect(office.outcomes()).toEqual({ applied: 4 });
    expect(office.time.now).toBeLessThan(HOUR);
  });

  it('lets nobody wait for what an earlier run left behind', async () => {
    const office = graphOffice(3, {
      change: (n, time) => (time > 0 ? null : [BUSY, FAULT, LOST][n]!),
      reading: () => {
        if (office.sent.size > 0 && office.time.now > DAY) office.box.steer('pause');
        return null;
      },
    });
    office.time.now += 3 * DAY;
    office.box.review(office.time.now);
    expect(await office.run()).toEqual({ kind: 'paused' });
    office.time.now -= 3 * DAY;
    office.box.steer('go');
    office.box.review(office.time.now);
    expect(await office.run()).toEqual({ kind: 'done' });
    expect(office.outcomes()).toEqual({ applied: 3 });
    expect(office.time.now).toBeLessThan(HOUR);
  });

  it('keeps nobody waiting for what this device changed by the time of before', async () => {
    const office = graphOffice(1);
    const [user] = office.users;
    const known = office.box.users.get(user!)!;
    office.box.users.set(user!, { ...known, writtenAt: 3 * DAY });
    office.holders.add(user!);
    expect(await office.run()).toEqual({ kind: 'done' });
    expect(office.outcomes()).toEqual({ already: 1 });
    expect(office.time.now).toBeLessThan(HOUR);
  });
});

describe('a clock that is set forward', () => {
  it('makes nothing old that is not: what may land still is waited for by the clock that nobody can set', async () => {
    let readings = 0;
    const office = graphOffice(1, {
      change: (_, time) => (time === 0 ? LOST : null),
      reading: () => {
        // it has left, and nobody knows whether it landed
        if (readings++ === 1) office.time.now += HOUR;
        return null;
      },
    });
    expect(await office.run()).toEqual({ kind: 'done' });
    const [first, second] = office.batches;
    expect(second!.steady - first!.steady).toBeGreaterThanOrEqual(120_000);
    expect(office.outcomes()).toEqual({ applied: 1 });
  });

  it('nor what was changed just before: what is read then may not show it yet', async () => {
    const office = graphOffice(2, {
      reading: (n) => {
        // the first is changed by now, and the clock is set before the second is looked at
        if (n === 1 && office.time.now < HOUR) office.time.now += HOUR;
        return null;
      },
    });
    const [, other] = office.users;
    const known = office.box.users.get(other!)!;
    office.box.users.set(other!, { ...known, writtenAt: office.time.now - 1_000 });
    office.holders.add(other!);
    expect(await office.run()).toEqual({ kind: 'done' });
    expect(office.outcomes()).toEqual({ applied: 1, already: 1 });
    expect(office.time.steady).toBeGreaterThanOrEqual(299_000);
  });

  it('and back keeps nobody waiting for the time in between', async () => {
    let readings = 0;
    const office = graphOffice(1, {
      change: (_, time) => (time === 0 ? LOST : null),
      reading: () => {
        // once it has left
        readings++;
        if (readings === 2) office.time.now += DAY / 2;
        if (readings === 3) office.time.now -= DAY / 2;
        return null;
      },
    });
    expect(await office.run()).toEqual({ kind: 'done' });
    expect(office.outcomes()).toEqual({ applied: 1 });
    expect(office.time.steady).toBeLessThan(600_000);
  });
});

describe('a right to send that another one had', () => {
  it.each([
    ['by a clock that was behind', 1_000],
    ['just before its window was closed', HOUR - 5_000],
  ])('may have been used until just now, and no longer: what was sent %s', async (_, sentAt) => {
    const office = graphOffice(1);
    office.time.now = HOUR;
    office.box.review(HOUR);
    const [user] = office.users;
    const touch = { skuId: PRODUCT, before: 'absent', target: [], groups: [] } as const;
    const operation: Operation = {
      ...{ id: 'old' as OperationId, userId: user!, position: 0, touches: [touch], location: null },
      ...{ writtenAt: null, attempts: 1, doubts: 0, locationSetAt: null },
      state: { kind: 'sending', sentAt },
    };
    office.box.open.set(user!, operation);
    expect(await office.run()).toEqual({ kind: 'done' });
    // ten seconds in which it may leave, and thirty until it has landed
    expect(office.batches).toHaveLength(1);
    expect(office.batches[0]!.steady).toBeGreaterThanOrEqual(40_000);
    expect(office.batches[0]!.steady).toBeLessThan(42_000);
    expect(office.outcomes()).toEqual({ applied: 1 });
  });
});

describe('a pull', () => {
  it('that the cloud asked to wait waits no longer where the clock is set back meanwhile', async () => {
    const time = { now: 3 * DAY, naps: 0 };
    let calls = 0;
    const wire: GraphWire = {
      base: 'https://graph.example/v1.0/',
      timeout: 30_000,
      tokens: { token: () => Promise.resolve('token') },
      fetch: () => {
        const busy = new Response(null, { status: 429, headers: { 'Retry-After': '5' } });
        return Promise.resolve(calls++ === 0 ? busy : Response.json({ value: [] }));
      },
    };
    const get = new GraphGet(wire, {
      clock: {
        now: () => time.now,
        sleep: (ms) => {
          time.now += time.naps++ === 0 ? -2 * DAY : ms;
          return Promise.resolve();
        },
      },
      random: { next: () => 0 },
      pace: steady,
      waits: () => undefined,
    });
    expect(await get.json(get.begin('users'))).toEqual(ok({ value: [] }));
    expect(time.naps).toBe(20);
  });
});

describe('a window that sleeps', () => {
  const clocks: readonly (readonly [string, { readonly now: number; readonly steady: number }])[] =
    [
      ['and whose clock goes on', { now: HOUR, steady: HOUR }],
      ['while the clock that cannot be set stands still', { now: HOUR, steady: 0 }],
      ['and whose clock is set back to when it fell asleep', { now: 0, steady: HOUR }],
    ];

  it.each(clocks)('sends nothing that it read before, %s', async (_, { now, steady }) => {
    let readings = 0;
    const office = graphOffice(1, {
      reading: () => {
        if (readings++ > 0) return null;
        office.time.now += now;
        office.time.steady += steady;
        return null;
      },
    });
    expect(await office.run()).toEqual({ kind: 'done' });
    expect([readings, office.outcomes()]).toEqual([2, { applied: 1 }]);
  });

  const naps: typeof clocks = [
    ['while its clock is set back and forward again', { now: 40_000, steady: 40_000 }],
    ['and whose clock is set back to when it fell asleep', { now: 0, steady: 40_000 }],
    ['for as long as the clock that cannot be set stands still', { now: 5_000, steady: 0 }],
    ['and whose clock is set back by less', { now: -5_000, steady: 30_000 }],
  ];

  it.each(naps)('looks at its lease again before it sends, %s', async (_, { now, steady }) => {
    let looks = 0;
    const office = graphOffice(1, {
      look: () => {
        if (looks++ > 0) return;
        office.time.now += now;
        office.time.steady += steady;
      },
    });
    expect(await office.run()).toEqual({ kind: 'done' });
    expect([looks, office.batches.length, office.outcomes()]).toEqual([2, 1, { applied: 1 }]);
    expect(office.box.ended[0]?.operation.doubts).toBe(0);
  });
});
