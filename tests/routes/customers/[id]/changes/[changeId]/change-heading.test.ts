import { describe, expect, it } from 'vitest';
import { en } from '../../../../../../src/messages/en.ts';
import { changeHeading } from '../../../../../../src/routes/customers/[id]/changes/[changeId]/change-heading.ts';
import type { ChangeView } from '../../../../../../src/worker/changes/change-types.ts';

type Told = Pick<ChangeView, 'standing' | 'counts' | 'outcomes'>;

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
      outcomes: { applied: 0, already: 0, rejected: 0, conflict: 0, cancelled: 0, ...outcomes },
    },
    en,
  );

describe('the heading of Licenses updated', () => {
  it('says planned until something was sent', () => {
    expect(heading('planned', { planned: 40 }, {})).toBe('Licenses updated: planned, not yet sent');
  });

  it('says what became of whom', () => {
    const outcomes = { applied: 35, rejected: 3 };
    expect(heading('planned', { planned: 2, ended: 38 }, outcomes)).toBe(
      'Licenses updated: 35 applied, 3 rejected, 2 waiting',
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
      'Licenses updated: 1 applied, 1 conflict, 2 waiting',
    );
  });
});
