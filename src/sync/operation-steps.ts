import type { Operation, OperationId } from '#plan/operation.ts';
import { hasLocation } from './compare.ts';
import { decide } from './decide.ts';
import { landed } from './landed.ts';
import type { QueuedUser } from './run-queue.ts';
import type { Limits } from './limits.ts';
import type { OutboxStep, ReadAnswer, Seen, SendAnswer, Sending } from './ports.ts';

/** What is sent for one operation, and what was read before. */
export interface SentOperation {
  readonly operation: Operation;
  readonly sending: Sending;
  readonly seen: Seen;
}

/** What reading a user led to. */
export type Taken =
  | { readonly kind: 'wait'; readonly operation: Operation; readonly until: number }
  | { readonly kind: 'end'; readonly step: OutboxStep }
  /** `step` is to be stored before it is sent. */
  | { readonly kind: 'send'; readonly step: OutboxStep; readonly sent: SentOperation };

/** What a taking goes by. */
export interface TakingInput {
  readonly now: number;
  readonly limits: Limits;
  /** A person wants nothing to be sent any more. */
  readonly isCancelled: boolean;
  /** Names the operation of a user who was not claimed yet. */
  readonly newId: () => OperationId;
}

/** What becomes of a user who stands in the queue, now that it was read: ends, is sent, or waits. */
export function taken(
  waiting: QueuedUser,
  answer: ReadAnswer,
  { now, limits, isCancelled, newId }: TakingInput,
): Taken {
  const operation = interrupted(waiting.operation ?? claimOf(waiting, newId()));
  const decision = decide(operation, answer, {
    maySend: waiting.isWanted && !isCancelled,
    now,
    limits,
  });
  switch (decision.kind) {
    case 'wait':
      return { kind: 'wait', operation, until: decision.until };
    case 'end':
      return { kind: 'end', step: { ...decision, operation } };
    case 'drop': {
      const { seen, done } = decision;
      // a usage location that we set has to be told
      if (!isCancelled && operation.locationSetAt === null) {
        return { kind: 'end', step: { kind: 'release', operation, seen } };
      }
      const ended = withLocationSeen(operation, seen, now);
      const outcome = { kind: 'cancelled', ...(done.length === 0 ? {} : { done }) } as const;
      return { kind: 'end', step: { kind: 'end', operation: ended, outcome, seen } };
    }
    case 'send': {
      const state = { kind: 'sending', sentAt: now } as const;
      const sent = { ...operation, state, attempts: operation.attempts + 1 };
      const kind = waiting.operation === null ? 'claim' : 'update';
      const { sending, seen } = decision;
      return {
        kind: 'send',
        step: { kind, operation: sent },
        sent: { operation: sent, sending, seen },
      };
    }
  }
}

/** A usage location that was in doubt and is seen counts as set. */
const withLocationSeen = (operation: Operation, { user }: Seen, now: number): Operation =>
  operation.location !== null && operation.attempts > 0 && hasLocation(operation, user)
    ? { ...operation, locationSetAt: operation.locationSetAt ?? now }
    : operation;

/** What becomes of an operation that was sent and not refused; `until`: when it may be sent, or looked at, again. */
export function told(
  { operation, sending, seen }: SentOperation,
  reply: Exclude<SendAnswer, { kind: 'refused' }>,
  now: number,
  until: (retryAfter: number | null) => number,
): OutboxStep {
  switch (reply.kind) {
    case 'unclear':
      return doubt(operation, reply.answered && until(reply.answered.retryAfter));
    case 'throttled':
    case 'busy':
      return later(operation, until(reply.retryAfter), 'throttled');
    case 'signIn':
      return later(operation, now);
    case 'done': {
      if (sending.kind === 'location' && operation.touches.length > 0) {
        return update({
          ...operation,
          locationSetAt: now,
          state: { kind: 'waiting', until: now, why: 'nextStep' },
        });
      }
      const after = { ...seen, user: landed(operation, seen.user) };
      return { kind: 'end', operation, outcome: { kind: 'applied' }, seen: after };
    }
  }
}

/** An operation that is known not to have landed is sent again at `until`. */
export const later = (
  operation: Operation,
  until: number,
  why: 'throttled' | 'shortage' | 'lag' | 'nextStep' = 'nextStep',
): OutboxStep => update({ ...operation, state: { kind: 'waiting', until, why } });

/** Nobody knows any more whether what was sent landed; `quietAt`: where it is known when it cannot any more. */
export const doubt = (operation: Operation, quietAt?: number): OutboxStep => {
  const doubted = doubtful(operation);
  const { state } = doubted;
  return update(quietAt === undefined ? doubted : { ...doubted, state: { ...state, quietAt } });
};

/** It was refused, and reading it again failed: still in doubt, with no new reason for it. */
export const unsure = (operation: Operation): OutboxStep =>
  update({ ...operation, state: inDoubt(operation) });

export const update = (operation: Operation): OutboxStep => ({ kind: 'update', operation });

function claimOf({ work, writtenAt }: QueuedUser, id: OperationId): Operation {
  const state = { kind: 'waiting', until: 0, why: 'nextStep' } as const;
  return { ...work, writtenAt, id, state, attempts: 0, doubts: 0, locationSetAt: null };
}

/** What an earlier run was sending when it was cut off: nobody knows whether it landed. */
export const interrupted = (operation: Operation): Operation =>
  operation.state.kind === 'sending' ? doubtful(operation) : operation;

/** The operation with one more request of which nobody knows the end. */
function doubtful(operation: Operation) {
  const state = inDoubt(operation);
  return { ...operation, state, doubts: operation.doubts + 1, doubtedAt: state.sentAt };
}

const sentAtOf = ({ state }: Operation): number =>
  state.kind === 'waiting' ? state.until : state.sentAt;

const inDoubt = (operation: Operation): Extract<Operation['state'], { kind: 'inDoubt' }> => ({
  kind: 'inDoubt',
  sentAt: sentAtOf(operation),
});
