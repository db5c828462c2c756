import { expect, it } from 'vitest';
import type { SkuId } from '#licenses/ids.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import type { Operation, OperationId } from '#plan/operation.ts';
import { usualLimits } from '#sync/limits.ts';
import { taken } from '#sync/operation-steps.ts';
import type { UserId } from '#users/ids.ts';
import { LOCATION_NONE, readLocation, type LocationCode } from '#users/usage-location.ts';
import { direct } from '../users/merge-records.ts';

const [OLD, NEW] = ['b1', 'b2'] as SkuId[] as [SkuId, SkuId];
const DE = readLocation('DE')!;
const DAY = 86_400_000;

/** A swap with a usage location of which nobody knows whether it landed, long ago. */
const inDoubt: Operation = {
  id: 'one' as OperationId,
  userId: 'ada' as UserId,
  position: 0,
  touches: [
    { skuId: OLD, before: [], target: 'absent', groups: [] },
    { skuId: NEW, before: 'absent', target: [], groups: [] },
  ],
  location: { before: LOCATION_NONE, target: DE },
  writtenAt: null,
  state: { kind: 'inDoubt', sentAt: 0 },
  attempts: 1,
  doubts: 1,
  doubtedAt: 0,
  locationSetAt: null,
};

/** How it ends after a cancel where the cloud has this of the user. */
function cancelled(licenses: LicenseSet, location: LocationCode) {
  const { userId } = inDoubt;
  const became = taken(
    { work: inDoubt, operation: inDoubt, writtenAt: null, notBefore: 0, isWanted: true },
    { kind: 'user', user: { userId, licenses, location } },
    { now: DAY, limits: usualLimits, isCancelled: true, newId: () => inDoubt.id },
  );
  if (became.kind !== 'end' || became.step.kind !== 'end') throw new Error(became.kind);
  const { outcome, operation } = became.step;
  return { outcome, isLocated: operation.locationSetAt !== null };
}

it('a change of which nothing is so ends as cancelled, and no more is said', () => {
  expect(cancelled([direct(OLD)], LOCATION_NONE)).toEqual({
    outcome: { kind: 'cancelled' },
    isLocated: false,
  });
});

it('a change of which a part is so says which', () => {
  expect(cancelled([], DE)).toEqual({
    outcome: { kind: 'cancelled', done: [OLD] },
    isLocated: true,
  });
  expect(cancelled([direct(OLD), direct(NEW)], LOCATION_NONE)).toEqual({
    outcome: { kind: 'cancelled', done: [NEW] },
    isLocated: false,
  });
  expect(cancelled([direct(OLD)], DE)).toEqual({
    outcome: { kind: 'cancelled' },
    isLocated: true,
  });
});

it('a change of which all is so was applied', () => {
  expect(cancelled([direct(NEW)], DE).outcome).toEqual({ kind: 'applied' });
});
