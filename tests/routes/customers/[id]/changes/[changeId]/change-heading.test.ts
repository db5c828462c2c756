import { describe, expect, it } from 'vitest';
import { en } from '../../../../../../src/messages/en.ts';
import { changeHeading } from '../../../../../../src/routes/customers/[id]/changes/[changeId]/change-heading.ts';
import type { ChangeView } from '../../../../../../src/worker/changes/change-types.ts';

type Told = Pick<ChangeView, 'standing' | 'counts' | 'outcomes' | 'total'>;

const heading = (
  standing: Told['standing'],
  counts: Partial<Told['counts']>,
  outcomes: Partial<Told['outcomes']>,
): string =>
  changeHeading(
    {
      standing,
      counts: {
        ...{ planned: 0, already: 0, unchanged: 0, notChanged: 0, waits: 0 },
        ...{ takenOut: 0, ended: 0 },
        ...counts,
      },
      total: Object.values(counts).reduce((sum, users) => sum + users, 0),
      outcomes: { applied: 0, already: 0, rejected: 0, conflict: 0, cancelled: 0, ...outcomes },
    },
    en,
  );

describe('the heading of Licenses updated', () => {
  it('says planned until something was sent', () => {
    expect(heading('planned', { planned: 40 }, {})).toBe('Licenses updated: planned, not yet sent');
  });

  it('counts everybody who is not what was wanted', () => {
    const counts = { planned: 12, waits: 9, notChanged: 5, unchanged: 1, already: 2 };
    expect(heading('planned', counts, {})).toBe(
      'Licenses updated: 12 of 29 planned, 2 needed no change, 9 waiting, 6 not changed',
    );
    const sent = { ...counts, planned: 0, ended: 12 };
    expect(heading('ended', sent, { applied: 12 })).toBe(
      'Licenses updated: 12 of 29 applied, 2 needed no change, 9 waiting, 6 not changed',
    );
    expect(heading('partly', { planned: 3, takenOut: 2 }, {})).toBe(
      'Licenses updated: 3 of 5 planned, 2 removed from the plan',
    );
  });

  it('says what became of whom', () => {
    const outcomes = { applied: 35, rejected: 3 };
    expect(heading('planned', { planned: 2, ended: 38 }, outcomes)).toBe(
      'Licenses updated: 35 of 40 applied, 2 planned, 3 rejected',
    );
  });

  it('says applied only when all are', () => {
    const applied = 'Licenses updated: applied in Microsoft 365';
    expect(heading('ended', { ended: 40 }, { applied: 38, already: 2 })).toBe(applied);
    expect(heading('ended', { ended: 40 }, { applied: 39, rejected: 1 })).not.toBe(applied);
    expect(heading('planned', { planned: 1, ended: 39 }, { applied: 39 })).not.toBe(applied);
    expect(heading('partly', { takenOut: 1, ended: 39 }, { applied: 39 })).not.toBe(applied);
  });

  it('counts a conflict once, although its user is still pending', () => {
    expect(heading('planned', { planned: 3, ended: 1 }, { applied: 1, conflict: 1 })).toBe(
      'Licenses updated: 1 of 4 applied, 2 planned, 1 conflict',
    );
  });
});
