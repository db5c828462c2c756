import type { Operation, OperationId } from '#plan/operation.ts';
import { decide } from './decide.ts';
import type { QueuedUser } from './run-queue.ts';
import type { Limits } from './limits.ts';
import type { OutboxStep, ReadAnswer, Seen, SendAnswer, Sending } from './ports.ts';
import { landed } from './sending.ts';

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

/**
 * What becomes of a user who stands in the queue, now that it was read: ends, is sent, or waits.
 * `newId` names the operation of a user who was not claimed yet.
 */
export function taken(
  waiting: QueuedUser,
  answer: ReadAnswer,
  now: number,
  limits: Limits,
  newId: () => OperationId,
): Taken {
  const operation = interrupted(waiting.operation ?? claimOf(waiting, newId()));
  const decision = decide(operation, answer, now, limits);
  switch (decision.kind) {
    case 'wait':
      return { kind: 'wait', operation, until: decision.until };
    case 'end':
      return { kind: 'end', step: { ...decision, operation } };
    case 'send': {
      const standing = { kind: 'sending', sentAt: now } as const;
      const sent = { ...operation, standing, attempts: operation.attempts + 1 };
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

/** What becomes of an operation that was sent and not refused; `until`: when a throttled one may be sent again. */
export function told(
  { operation, sending, seen }: SentOperation,
  reply: Exclude<SendAnswer, { kind: 'refused' }>,
  now: number,
  until: (retryAfter: number | null) => number,
): OutboxStep {
  switch (reply.kind) {
    case 'unclear':
      return doubt(operation);
    case 'throttled':
      return later(operation, until(reply.retryAfter), 'throttled');
    case 'done': {
      if (sending.kind === 'location' && operation.touches.length > 0) {
        return update({
          ...operation,
          locationSetAt: now,
          standing: { kind: 'waiting', until: now, why: 'nextStep' },
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
): OutboxStep => update({ ...operation, standing: { kind: 'waiting', until, why } });

/** Nobody knows any more whether what was sent landed. */
export const doubt = (operation: Operation): OutboxStep =>
  unsure({ ...operation, doubts: operation.doubts + 1 });

/** It was refused, and reading it again failed: still in doubt, with no new reason for it. */
export const unsure = (operation: Operation): OutboxStep =>
  update({ ...operation, standing: inDoubt(operation) });

const update = (operation: Operation): OutboxStep => ({ kind: 'update', operation });

function claimOf({ work, writtenAt }: QueuedUser, id: OperationId): Operation {
  const standing = { kind: 'waiting', until: 0, why: 'nextStep' } as const;
  return { ...work, writtenAt, id, standing, attempts: 0, doubts: 0, locationSetAt: null };
}

/** What an earlier run was sending when it was cut off: nobody knows whether it landed. */
const interrupted = (operation: Operation): Operation =>
  operation.standing.kind === 'sending'
    ? { ...operation, standing: inDoubt(operation), doubts: operation.doubts + 1 }
    : operation;

const sentAtOf = ({ standing }: Operation): number =>
  standing.kind === 'waiting' ? standing.until : standing.sentAt;

const inDoubt = (operation: Operation): Operation['standing'] => ({
  kind: 'inDoubt',
  sentAt: sentAtOf(operation),
});
