import { describe, expect, it } from 'vitest';
import { ok } from '../../src/base/result.ts';
import type { SkuId } from '../../src/licenses/ids.ts';
import type { LicenseSet } from '../../src/licenses/license-set.ts';
import type { OperationId } from '../../src/plan/operation.ts';
import { usualLimits } from '../../src/sync/limits.ts';
import type { Outbox, Provider, ReadAnswer, SendAnswer } from '../../src/sync/ports.ts';
import { SyncRun } from '../../src/sync/run.ts';
import type { UserId } from '../../src/users/ids.ts';
import { readLocation } from '../../src/users/usage-location.ts';
import { direct } from '../users/merge-records.ts';
import { FakeOutbox } from './fake-outbox.ts';

const P = 'p' as SkuId;
const DE = readLocation('DE')!;
const SAID = 'Insufficient privileges to complete the operation.';

/** What a line does beside: who may not be read, and what of a sending is answered unclearly. */
interface Trouble {
  unreadable: (user: UserId) => boolean;
  unclear: (user: UserId) => boolean;
}

/** So many users who are to get a product; `allowed` says who of them may be changed, `access` whether anybody may be read. */
function office(
  count: number,
  allowed: (user: UserId) => boolean,
  access = () => true,
  trouble: Trouble = { unreadable: () => false, unclear: () => false },
) {
  const box = new FakeOutbox(usualLimits);
  const users = Array.from({ length: count }, (_, i) => `u${i}` as UserId);
  for (const userId of users) {
    const nothing = {
      told: [],
      baseline: new Map(),
      location: DE,
      wishedLocation: null,
      isHeld: false,
    };
    const wishes = new Map([[P, []]]);
    box.users.set(userId, { userId, ...nothing, wishes, writtenAt: null, knownAt: 0 });
  }
  box.review(0);
  const outbox: Outbox = {
    take: (now) => Promise.resolve(box.take(now)),
    agenda: (lease) => Promise.resolve(box.agenda(lease)),
    commit: (...args) => Promise.resolve(box.commit(...args)),
    isAsked: (lease) => Promise.resolve(box.isAsked(lease)),
    release: (lease) => {
      box.release(lease);
      return Promise.resolve();
    },
  };
  const request = { code: null, requestId: 'r' } as const;
  const refused = { kind: 'refused', raw: SAID, ...request, reason: 'forbidden' } as const;
  const holders = new Set<UserId>();
  const held = (user: UserId): LicenseSet => (holders.has(user) ? [direct(P)] : []);
  const provider: Provider = {
    read: (asked) =>
      Promise.resolve(
        access()
          ? ok(
              asked.map((userId): ReadAnswer => {
                if (trouble.unreadable(userId)) return { kind: 'forbidden', raw: SAID, ...request };
                return { kind: 'user', user: { userId, licenses: held(userId), location: DE } };
              }),
            )
          : { ok: false, error: { kind: 'noAccess', raw: SAID } },
      ),
    send: (sendings) =>
      Promise.resolve(
        ok(
          sendings.map(({ userId }): SendAnswer => {
            if (!access() || !allowed(userId)) return { ...refused, skuId: null };
            holders.add(userId);
            return trouble.unclear(userId) ? { kind: 'unclear' } : { kind: 'done' };
          }),
        ),
      ),
  };
  let now = 1_000;
  let ids = 0;
  const run = () =>
    new SyncRun({
      ...{ outbox, provider, limits: usualLimits, random: { next: () => 0.5 } },
      clock: {
        now: () => now,
        steady: () => now,
        jumps: () => [],
        sleep: (ms) => {
          now += ms;
          return Promise.resolve();
        },
      },
      newId: () => `op${ids++}` as OperationId,
      tell: () => undefined,
    }).run();
  const outcomes = () => {
    const counts: Record<string, number> = {};
    for (const { outcome } of box.ended) counts[outcome.kind] = (counts[outcome.kind] ?? 0) + 1;
    return counts;
  };
  return { box, users, run, outcomes };
}

describe('a change that is forbidden', () => {
  it('ends only its user, also where that is the last one or all of a last batch', async () => {
    const alone = office(1, () => false);
    expect(await alone.run()).toEqual({ kind: 'done' });
    expect(alone.outcomes()).toEqual({ rejected: 1 });
    expect(alone.box.ended[0]?.outcome).toMatchObject({ raw: SAID, requestId: 'r' });

    const last = office(25, (user) => Number(user.slice(1)) < 20);
    expect(await last.run()).toEqual({ kind: 'done' });
    expect(last.outcomes()).toEqual({ applied: 20, rejected: 5 });
  });

  it('ends the run when nobody may be changed, and leaves who was not tried pending', async () => {
    const { run, outcomes, box } = office(100, () => false);
    expect(await run()).toEqual({ kind: 'noAccess', raw: SAID });
    expect(outcomes()).toEqual({ rejected: 20 });
    // the second batch is known not to have landed, and is sent again when the run goes on
    expect([...box.open.values()].map(({ state }) => state.kind)).toEqual(
      Array.from({ length: 20 }, () => 'waiting'),
    );
  });

  it('does not end the run where others were changed in between', async () => {
    const every = (user: UserId): boolean => Number(user.slice(1)) % 40 < 20;
    const { run, outcomes } = office(100, every);
    expect(await run()).toEqual({ kind: 'done' });
    expect(outcomes()).toEqual({ applied: 60, rejected: 40 });
  });
});

describe('a user who may not be read', () => {
  const one = (user: UserId): boolean => user === 'u3';

  it('ends as rejected, with what the cloud said, and the others are sent', async () => {
    const trouble = { unreadable: one, unclear: () => false };
    const { run, outcomes, box } = office(45, () => true, undefined, trouble);
    expect(await run()).toEqual({ kind: 'done' });
    expect(outcomes()).toEqual({ applied: 44, rejected: 1 });
    const ended = box.ended.find(({ outcome }) => outcome.kind === 'rejected');
    expect(ended).toMatchObject({
      operation: { userId: 'u3', attempts: 0 },
      outcome: { raw: SAID, requestId: 'r', locationSet: false },
    });
  });

  it('ends so also where it is the only one, while others may be read', async () => {
    const { run, outcomes } = office(1, () => true, undefined, {
      ...{ unreadable: () => true, unclear: () => false },
    });
    expect(await run()).toEqual({ kind: 'done' });
    expect(outcomes()).toEqual({ rejected: 1 });
  });

  it('stays in doubt where a change may have landed: the others go on, and it ends when it is seen', async () => {
    let isHidden = false;
    const trouble = {
      unreadable: (user: UserId) => isHidden && one(user),
      unclear: (user: UserId) => one(user) && (isHidden = true),
    };
    const { run, outcomes, box } = office(45, () => true, undefined, trouble);
    expect(await run()).toEqual({ kind: 'noAccess', raw: SAID });
    expect(outcomes()).toEqual({ applied: 44 });
    expect([...box.open.values()]).toMatchObject([{ userId: 'u3', state: { kind: 'inDoubt' } }]);
    isHidden = false;
    expect(await run()).toEqual({ kind: 'done' });
    expect(outcomes()).toEqual({ applied: 45 });
  });

  it('is waited for like any other once it may be read again', async () => {
    let readings = 0;
    const { run, outcomes, box } = office(5, () => true, undefined, {
      // before it is sent, and then not at first
      unreadable: (user) => one(user) && ++readings === 2,
      unclear: (user) => one(user) || user === 'u4',
    });
    // readings of this one are believed later than those of the other
    box.users.set('u3' as UserId, { ...box.users.get('u3' as UserId)!, writtenAt: 1_000 });
    expect(await run()).toEqual({ kind: 'done' });
    expect(outcomes()).toEqual({ applied: 5 });
  });
});

describe('an access that has ended', () => {
  it('is told by the next reading: nobody ends, and the run goes on when it is back', async () => {
    let calls = 0;
    let isBack = false;
    // read, write, and then nothing any more
    const { run, outcomes, box } = office(
      ...([60, () => true] as const),
      () => isBack || calls++ < 21 + 1,
    );
    expect(await run()).toEqual({ kind: 'noAccess', raw: SAID });
    expect(outcomes()).not.toHaveProperty('rejected');
    expect(box.isDone).toBe(false);
    isBack = true;
    expect(await run()).toEqual({ kind: 'done' });
    expect(outcomes()).toEqual({ applied: 60 });
  });

  it('is told also when it ends between reading a user and writing', async () => {
    let calls = 0;
    let isBack = false;
    const { run, outcomes, box } = office(
      ...([5, () => true] as const),
      () => isBack || calls++ < 1,
    );
    expect(await run()).toEqual({ kind: 'noAccess', raw: SAID });
    expect(outcomes()).toEqual({});
    expect([...box.open.values()].every(({ state }) => state.kind === 'waiting')).toBe(true);
    isBack = true;
    expect(await run()).toEqual({ kind: 'done' });
    expect(outcomes()).toEqual({ applied: 5 });
  });
});
