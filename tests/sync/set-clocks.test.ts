import { describe, expect, it } from 'vitest';
import { graphOffice } from './graph-office.ts';

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

describe('a window that sleeps', () => {
  it('sends nothing that it read before', async () => {
    let readings = 0;
    const office = graphOffice(1, {
      reading: () => {
        if (readings++ === 0) office.time.now += HOUR;
        return null;
      },
    });
    expect(await office.run()).toEqual({ kind: 'done' });
    expect([readings, office.outcomes()]).toEqual([2, { applied: 1 }]);
  });
});
