import type { CustomerId } from '#customers/customer.ts';
import type { RunView } from './sync-types.ts';
import type { Turn } from './turn.ts';

/** A run of this window whose turn has not come: nothing of it is stored yet. */
export const queuedRun = (
  customerId: CustomerId,
  { runId, operator, askedAt }: Turn,
  left: number,
): RunView => ({
  id: runId,
  customerId,
  operator,
  startedAt: askedAt,
  endedAt: null,
  state: 'waiting',
  control: 'go',
  waiting: null,
  own: true,
  counts: {
    applied: 0,
    already: 0,
    rejected: 0,
    conflict: 0,
    cancelled: 0,
    inDoubt: 0,
    waiting: 0,
    left,
  },
  changed: 0,
  perMinute: null,
  secondsLeft: null,
  learned: 0,
  refusal: null,
  differs: null,
});
