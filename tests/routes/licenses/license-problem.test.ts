import { expect, it } from 'vitest';
import { hasProblem, licenseProblems } from '#routes/licenses/license-problem.ts';
import type { EntitlementView } from '#worker/licenses/license-types.ts';

type Numbers = Pick<EntitlementView, 'available' | 'units' | 'status'>;

const units = { enabled: 5, warning: 0, suspended: 0, lockedOut: 0, consumed: 0 };
const problemsOf = (numbers: Partial<Numbers>): string[] =>
  licenseProblems.filter((problem) =>
    hasProblem({ available: 5, units, status: 'Enabled', ...numbers }, problem),
  );

it('finds none where licenses are left', () => {
  expect(problemsOf({})).toEqual([]);
});

it('tells used up from overdrawn', () => {
  expect(problemsOf({ available: 0 })).toEqual(['none']);
  expect(problemsOf({ available: -2 })).toEqual(['none', 'overdrawn']);
});

it('finds single licenses in grace or suspended, whatever the product as a whole is', () => {
  expect(problemsOf({ units: { ...units, warning: 1 } })).toEqual(['grace']);
  expect(problemsOf({ units: { ...units, suspended: 1 } })).toEqual(['suspended']);
  expect(problemsOf({ status: 'LockedOut' })).toEqual(['suspended']);
});

it('takes unknown numbers for no problem', () => {
  expect(problemsOf({ available: null, units: null, status: null })).toEqual([]);
});
