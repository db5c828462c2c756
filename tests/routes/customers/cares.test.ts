import { expect, it } from 'vitest';
import type { CustomerId } from '#customers/customer.ts';
import { caresOf } from '#routes/customers/cares.ts';

const fresh = { days: 1, tone: 'fresh' } as const;
const attention = {
  ...{ customerId: 'c1' as CustomerId, licensedUsers: 9, untoldUsers: 0 },
  ...{ conflicts: 3, overdrawn: 2, toBuy: 0, endingSoon: 1, licenseErrors: 0 },
};

it('names what there is, the most pressing first', () => {
  expect(caresOf({ pendingCount: 4 }, attention, { days: 5, tone: 'amber' })).toEqual([
    { kind: 'conflicts', count: 3 },
    { kind: 'overdrawn', count: 2 },
    { kind: 'endingSoon', count: 1 },
    { kind: 'pending', count: 4 },
    { kind: 'oldData', count: 5 },
  ]);
  expect(
    caresOf(
      { pendingCount: 0 },
      { ...attention, conflicts: 0, overdrawn: 0, endingSoon: 0 },
      fresh,
    ),
  ).toEqual([]);
});

it('says what the row says before the rest was counted', () => {
  expect(caresOf({ pendingCount: 4 }, null, fresh)).toEqual([{ kind: 'pending', count: 4 }]);
});
