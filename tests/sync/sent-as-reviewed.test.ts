import { describe, expect, it } from 'vitest';
import { graphOffice, PRODUCT, type Trouble } from './graph-office.ts';

const HOUR = 3_600_000;

describe('the right to send', () => {
  it('is looked at when the token is there: a window that slept meanwhile sends nothing', async () => {
    const office = graphOffice(3);
    const { time, box } = office;
    time.tokenTakes = 200_000;
    const run = office.run();
    for (let turns = 0; turns < 200 && office.tokens.length < 3; turns++) await Promise.resolve();
    // readings leave whatever the time is, changes do not
    expect(office.batches).toEqual([]);
    time.tokenTakes = 0;
    expect(await run).toEqual({ kind: 'done' });
    expect(office.outcomes()).toEqual({ applied: 3 });
    expect(box.ended.every(({ operation }) => operation.doubts === 0)).toBe(true);
  });
});

describe('a run that waits', () => {
  it('for more than 24 hours sends nothing any more, until somebody has reviewed it again', async () => {
    let isCutOff = true;
    const office = graphOffice(3, {
      batch: () => (isCutOff ? new Response(null, { status: 503 }) : null),
    });
    const { time } = office;
    const began = time.now;
    expect(await office.run()).toEqual({ kind: 'outdated' });
    expect(time.now - began).toBeGreaterThanOrEqual(24 * HOUR);
    isCutOff = false;
    expect(await office.run()).toEqual({ kind: 'outdated' });
    expect(office.batches).toEqual([]);
    office.box.review(time.now);
    expect(await office.run()).toEqual({ kind: 'done' });
    expect(office.outcomes()).toEqual({ applied: 3 });
  });

  it('sends nothing where the 24 hours end while the token comes', async () => {
    const office = graphOffice(3);
    const { time, box } = office;
    time.now = 48 * HOUR;
    box.review(time.now - 24 * HOUR + 15_000);
    // the lease is good for longer than the two tokens take
    time.tokenTakes = 10_000;
    expect(await office.run()).toEqual({ kind: 'outdated' });
    expect(office.tokens).toHaveLength(2);
    expect(office.batches).toEqual([]);
    expect(office.outcomes()).toEqual({});
  });

  it('does not send what was planned since its review', async () => {
    const office = graphOffice(3);
    const [, other] = office.users;
    office.box.wish(other!, PRODUCT, 'absent');
    office.box.wish(other!, PRODUCT, []);
    expect(await office.run()).toEqual({ kind: 'done' });
    expect(office.outcomes()).toEqual({ applied: 2 });
    expect(office.holders.has(other!)).toBe(false);
    office.box.review(office.time.now);
    expect(await office.run()).toEqual({ kind: 'done' });
    expect(office.holders.has(other!)).toBe(true);
  });
});

/** A change of which nobody knows whether it landed: it did not. What is done `then` is done before the answer. */
const lost = (then: () => void): Trouble => ({
  change: (n, time) => {
    if (n === 0 && time === 0) then();
    return time === 0 ? { status: 504 } : null;
  },
});

describe('a change in doubt that did not land', () => {
  it('is not sent after a cancel, ends as cancelled, and the run rests while it finds out', async () => {
    const office = graphOffice(
      2,
      lost(() => office.box.steer('cancel')),
    );
    expect(await office.run()).toEqual({ kind: 'done' });
    expect(office.outcomes()).toEqual({ cancelled: 2 });
    expect(office.batches).toHaveLength(1);
    expect(office.holders.size).toBe(0);
    expect(office.commits.count).toBeLessThan(60);
  });

  it('is not sent where something else is planned by now, and its user waits for a review', async () => {
    const office = graphOffice(
      2,
      lost(() => office.box.wish(office.users[0]!, PRODUCT, 'absent')),
    );
    const { box, users } = office;
    expect(await office.run()).toEqual({ kind: 'done' });
    expect(office.outcomes()).toEqual({ applied: 1 });
    expect(office.sent.get(0)).toBe(1);
    expect(office.holders).toEqual(new Set([users[1]]));
    expect(box.released.map(({ userId }) => userId)).toEqual([users[0]]);
  });
});

describe('a license that nothing explains', () => {
  it('is never taken for one that is not held: its revocation meets a conflict, or is sent', async () => {
    const office = graphOffice(1, {}, 'absent');
    office.told.isExplained = false;
    await office.run();
    expect(office.outcomes()).toEqual({ conflict: 1 });
    expect(office.holders.size).toBe(1);
  });
});
