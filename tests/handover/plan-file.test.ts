import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HandedPlan } from '../../src/handover/handed-plan.ts';
import { isPlanFile, readPlanFile, writePlanFile } from '../../src/handover/plan-file.ts';
import { planByHand } from './plan-by-hand.ts';

const file = writePlanFile(planByHand);

/** The file with something else in it. */
const changed = (change: (plan: Record<string, unknown>) => void): string => {
  const plan = JSON.parse(file) as Record<string, unknown>;
  change(plan);
  return JSON.stringify(plan);
};

describe('a plan file', () => {
  it('gives back the plan that was written', () => {
    expect(readPlanFile(file)).toEqual({ ok: true, value: planByHand });
    expect(isPlanFile(file.slice(0, 200))).toBe(true);
  });

  it('gives back any names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (name) => {
        const plan: HandedPlan = {
          ...planByHand,
          operator: name,
          users: planByHand.users.map((user) => ({ ...user, displayName: name })),
        };
        const written = writePlanFile(plan);
        expect(readPlanFile(written)).toEqual({
          ok: true,
          value: JSON.parse(JSON.stringify(plan)) as HandedPlan,
        });
      }),
    );
  });

  it('that was cut anywhere is none', () => {
    for (let end = 0; end < file.length; end++) {
      expect(readPlanFile(file.slice(0, end))).toEqual({ ok: false, error: { kind: 'notAPlan' } });
    }
  });

  it('of a newer Seatwise is refused with its version', () => {
    expect(readPlanFile(changed((plan) => (plan['version'] = 2)))).toEqual({
      ok: false,
      error: { kind: 'newerFormat', version: 2 },
    });
  });

  it.each([
    ['a user twice', (plan) => (plan['users'] = [planByHand.users[0], planByHand.users[0]])],
    ['a user with work that is not there', (plan) => (plan['works'] = [])],
    ['a plan without an id', (plan) => (plan['id'] = 'none')],
    ['users that are no list', (plan) => (plan['users'] = { length: 1 })],
  ] satisfies [string, (plan: Record<string, unknown>) => void][])(
    'with %s is none',
    (_name, change) => {
      expect(readPlanFile(changed(change))).toEqual({ ok: false, error: { kind: 'notAPlan' } });
    },
  );
});
