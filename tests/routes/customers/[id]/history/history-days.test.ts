import { describe, expect, it } from 'vitest';
import type { ChangeId } from '#plan/change.ts';
import { daysOf } from '#routes/customers/[id]/history/history-days.ts';
import type { HistoryEntry } from '#worker/history/history-types.ts';

const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 10, day, hour, minute).getTime();

const saved = (id: string, savedAt: number): HistoryEntry => ({
  ...{ kind: 'saved', changeId: id as ChangeId, savedAt, reference: null, note: null },
  ...{ operator: 'Ada', users: 1, planned: 1, waits: 0, lines: [], standing: 'planned' },
  standings: { open: 1, takenOut: 0, ended: 0 },
  outcomes: { applied: 0, already: 0, rejected: 0, conflict: 0, cancelled: 0 },
});

const undone = (id: string, savedAt: number, when: number): HistoryEntry => ({
  ...{ kind: 'takenOut', changeId: id as ChangeId, savedAt, reference: null },
  event: { kind: 'takenOut', at: when, operator: 'Ada', users: 1, lastSequence: 1 },
});

describe('the days of a history', () => {
  it('hold what happened on them by the clock on the wall, in the order given', () => {
    const entries = [
      undone('a', at(28, 9), at(30, 0, 5)),
      saved('c', at(29, 23, 59)),
      saved('b', at(29, 0)),
      saved('a', at(28, 9)),
    ];
    const days = daysOf(entries);
    expect(days.map(({ start }) => start)).toEqual([at(30, 0), at(29, 0), at(28, 0)]);
    expect(days.map((day) => day.entries.map(({ changeId }) => changeId).join(''))).toEqual([
      ...['a', 'cb', 'a'],
    ]);
    expect(days.flatMap((day) => day.entries)).toEqual(entries);
    expect(daysOf([])).toEqual([]);
  });
});
