import { describe, expect, it } from 'vitest';
import { needsTypedConfirmation } from '#plan/typed-confirmation.ts';

const limits = { confirmUsers: 25, confirmPercent: 10, confirmLosing: 5 };
const needs = (
  part: Partial<Record<'users' | 'usersRevoked' | 'losingData', number>>,
  licensedUsers = 10_000,
): boolean =>
  needsTypedConfirmation(
    { users: 1000, usersRevoked: 0, losingData: 0, ...part },
    licensedUsers,
    limits,
  );

describe('typed confirmation', () => {
  it('is not asked where nothing is revoked, however many users are changed', () => {
    expect(needs({ users: 100_000 })).toBe(false);
    expect(needs({ users: 1 }, 0)).toBe(false);
  });

  it('is asked from 25 users on', () => {
    expect(needs({ usersRevoked: 24 })).toBe(false);
    expect(needs({ usersRevoked: 25 })).toBe(true);
  });

  it('is asked from 10 % of the licensed users on', () => {
    expect(needs({ usersRevoked: 10 }, 101)).toBe(false);
    expect(needs({ usersRevoked: 10 }, 100)).toBe(true);
  });

  it('is asked where 5 users, or everyone selected, lose their last mailbox or storage', () => {
    expect(needs({ losingData: 4 })).toBe(false);
    expect(needs({ losingData: 5 })).toBe(true);
    expect(needs({ users: 2, losingData: 2 })).toBe(true);
  });
});
