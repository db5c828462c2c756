import { describe, expect, it } from 'vitest';
import type { CustomerId } from '../../../../src/customers/customer.ts';
import { en } from '../../../../src/messages/en.ts';
import type { RunId } from '../../../../src/plan/operation.ts';
import { summaryOf, timeLeft, toldOf } from '../../../../src/routes/pending/runs/run-words.ts';
import { isAllApplied, progressOf } from '../../../../src/routes/pending/runs/run-states.ts';
import type { RunView } from '../../../../src/worker/sync/sync-types.ts';

const none = {
  ...{ applied: 0, already: 0, rejected: 0, conflict: 0, cancelled: 0 },
  ...{ inDoubt: 0, waiting: 0, left: 0 },
};

const run = (part: Partial<RunView>): RunView => ({
  id: 'r1' as RunId,
  customerId: 'c1' as CustomerId,
  operator: 'Kim Lee',
  ...{ startedAt: 1, endedAt: null, state: 'running', control: 'go', waiting: null, own: true },
  counts: { ...none, left: 100 },
  ...{ perMinute: null, secondsLeft: null, learned: 0, refusal: null, differs: null, changed: 0 },
  ...part,
});
const after = (done: number, part: Partial<RunView> = {}): RunView =>
  run({ counts: { ...none, applied: done, left: 100 - done }, ...part });
const tell = (before: RunView | null, now: RunView): string | null =>
  toldOf({ before, now, customer: 'Contoso', at: 1_000 }, en, (share) => `${share * 100}%`);

describe('the summary of a run', () => {
  it('says what there is and nothing else', () => {
    const counts = { ...none, applied: 35, rejected: 3, waiting: 2 };
    expect(summaryOf(run({ counts }), en)).toBe('35 applied, 3 rejected, 2 waiting');
  });

  it('counts as done who has an outcome, whichever', () => {
    const counts = { ...none, applied: 1, already: 2, rejected: 3, conflict: 4, cancelled: 5 };
    expect(progressOf(run({ counts: { ...counts, inDoubt: 6, waiting: 7, left: 8 } }))).toEqual({
      done: 15,
      total: 36,
    });
  });

  it('calls a run applied only when it has ended and everybody has what was planned', () => {
    const all = { ...none, applied: 9, already: 1 };
    expect(isAllApplied(run({ counts: all, endedAt: 5 }))).toBe(true);
    expect(isAllApplied(run({ counts: all }))).toBe(false);
    expect(isAllApplied(run({ counts: { ...all, cancelled: 1 }, endedAt: 5 }))).toBe(false);
    expect(isAllApplied(run({ counts: none, endedAt: 5 }))).toBe(false);
  });
});

describe('the time left', () => {
  it.each([
    [0, 'about 1 second left'],
    [59.2, 'about 60 seconds left'],
    [60, 'about 1 minute left'],
    [61, 'about 2 minutes left'],
    [5400, 'about 2 hours left'],
  ])('%f s', (seconds, words) => expect(timeLeft(seconds, 0, en)).toBe(words));

  it('is never less than the wait that is told beside it', () => {
    expect(timeLeft(9, 40, en)).toBe('about 40 seconds left');
    expect(timeLeft(9, 110, en)).toBe('about 2 minutes left');
    expect(timeLeft(300, 40, en)).toBe('about 5 minutes left');
  });
});

describe('what a screen reader is told', () => {
  it('is every change of state, but not the end of a wait', () => {
    expect(tell(null, after(0))).toBe('Contoso: syncing.');
    expect(tell(after(1), after(1, { state: 'waiting' }))).toBe('Contoso: waiting.');
    expect(tell(after(1, { state: 'waiting' }), after(1))).toBeNull();
    expect(tell(after(1), after(1, { state: 'paused' }))).toBe('Contoso: paused.');
    expect(tell(after(1, { state: 'paused' }), after(1))).toBe('Contoso: syncing.');
  });

  it('is a wait that is worth it, once, with its reason', () => {
    const waits = (seconds: number, done = 1): RunView => {
      const waiting = { why: 'throttled', until: 1_000 + seconds * 1000 } as const;
      return after(done, { state: 'waiting', waiting });
    };
    expect(tell(after(1), waits(20))).toBe('Contoso: Microsoft asks to wait 20 s.');
    expect(tell(after(1), waits(9))).toBeNull();
    expect(tell(waits(20), waits(20))).toBeNull();
    expect(tell(waits(2), waits(130))).toBe('Contoso: Microsoft asks to wait 3 min.');
    expect(tell(waits(20), after(1))).toBeNull();
    expect(tell(after(20), waits(2, 30))).toBe('Contoso: 25% done.');
    expect(tell(waits(2, 20), after(30))).toBe('Contoso: 25% done.');
    expect(tell(after(1, { state: 'paused' }), waits(2))).toBe('Contoso: waiting.');
  });

  it('is progress by quarters, never by users', () => {
    expect(tell(after(10), after(24))).toBeNull();
    expect(tell(after(24), after(30))).toBe('Contoso: 25% done.');
    expect(tell(after(24), after(80))).toBe('Contoso: 75% done.');
    expect(tell(after(80), after(100))).toBeNull();
  });

  it('is the end with its outcomes, also where nobody saw the beginning', () => {
    const end = after(100, { state: 'done', endedAt: 9 });
    expect(tell(after(80), end)).toBe('Contoso: the sync has ended. 100 applied');
    expect(tell(null, end)).toBe('Contoso: the sync has ended. 100 applied');
  });
});
