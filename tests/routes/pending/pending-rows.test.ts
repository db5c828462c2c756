import { describe, expect, it } from 'vitest';
import type { Customer } from '../../../src/customers/customer.ts';
import {
  canBeReviewed,
  inProgress,
  isOfInterest,
  sendable,
} from '../../../src/routes/pending/pending-rows.ts';
import type { PendingRow, RunView } from '../../../src/worker/sync/sync-types.ts';

const row = (part: Partial<PendingRow>): PendingRow => ({
  customer: {} as Customer,
  ...{ pending: 0, open: 0, held: 0, handedOver: 0, failed: 0, withoutId: 0, gone: 0 },
  ...{ connected: true, isDiskFull: false, dataAt: 0, run: null },
  ...part,
});
const ended = (endedAt: number | null) => ({ endedAt }) as RunView;

describe('a customer on Pending', () => {
  it('counts as sendable who is neither held, handed over, claimed by a run that goes on, nor without id', () => {
    const all = { pending: 10, open: 1, held: 2, handedOver: 3, withoutId: 1 };
    expect(sendable(row({ ...all, run: ended(null) }))).toBe(3);
    expect(sendable(row({ ...all, run: ended(5) }))).toBe(4);
    expect(canBeReviewed(row({ pending: 2, held: 2 }))).toBe(false);
  });

  it('has nobody in progress once its run has ended, whomever that had claimed', () => {
    expect(inProgress(row({ pending: 9, open: 4, run: ended(null) }))).toBe(4);
    expect(inProgress(row({ pending: 9, open: 4, run: ended(5) }))).toBe(0);
  });

  it('can be reviewed when it is connected and no run of it is open', () => {
    expect(canBeReviewed(row({ pending: 1 }))).toBe(true);
    expect(canBeReviewed(row({ pending: 1, connected: false }))).toBe(false);
    expect(canBeReviewed(row({ pending: 1, run: ended(null) }))).toBe(false);
    expect(canBeReviewed(row({ pending: 1, run: ended(5) }))).toBe(true);
    // of whom nobody knows whether it arrived, also where nothing is planned any more
    expect(canBeReviewed(row({ pending: 1, open: 1, run: ended(5) }))).toBe(true);
    expect(canBeReviewed(row({ open: 1, run: ended(5) }))).toBe(true);
    expect(canBeReviewed(row({ open: 1, run: ended(null) }))).toBe(false);
  });

  it('is shown while something is to be done or was done today', () => {
    const day = 86_400_000;
    expect(isOfInterest(row({}), 0)).toBe(false);
    expect(isOfInterest(row({ failed: 1, run: ended(0) }), 2 * day)).toBe(true);
    expect(isOfInterest(row({ run: ended(0) }), day - 1)).toBe(true);
    expect(isOfInterest(row({ run: ended(0) }), day)).toBe(false);
    expect(isOfInterest(row({ run: ended(null) }), 9 * day)).toBe(true);
  });
});
