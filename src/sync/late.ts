import type { Operation, OperationId, OperationState } from '#plan/operation.ts';
import { atLatest, type Jump } from './elapsed.ts';
import { LOOK_LASTS, type Limits } from './limits.ts';
import { interrupted } from './operation-steps.ts';
import type { Agenda } from './ports.ts';

/** Operations, with how often each was sent. */
export type Found = ReadonlyMap<OperationId, number>;

interface Lateness {
  readonly jumps: readonly Jump[];
  /** What it found claimed when it took the right to send: nobody but who had that before has sent it. */
  readonly found: Found;
  /** When that was, in ms. */
  readonly tookAt: number;
  readonly limits: Limits;
}

/**
 * The same, with what was done no longer ago than it surely was. Times that were told shortly before the clock was
 * set forward are not old by that. And whoever had the right to send before may believe to have it for `LOOK_LASTS`
 * more, and no longer: what they were sending lands by then or never, whatever the clock showed when it was stored.
 */
export function late(agenda: Agenda, { jumps, found, tookAt, limits }: Lateness): Agenda {
  const since = (time: number): number => atLatest(time, jumps);
  const landedBy = since(tookAt) + LOOK_LASTS + limits.requestTimeout;
  const stateOf = ({ state }: Operation, isFound: boolean): OperationState => {
    if (state.kind === 'waiting') return { ...state, until: since(state.until) };
    const sentAt = since(state.sentAt);
    if (state.kind === 'inDoubt' && state.quietAt !== undefined) {
      return { ...state, sentAt, quietAt: since(state.quietAt) };
    }
    return isFound ? { kind: 'inDoubt', sentAt, quietAt: landedBy } : { ...state, sentAt };
  };
  const operation = (stored: Operation): Operation => {
    const isFound = found.get(stored.id) === stored.attempts;
    const one = isFound ? interrupted(stored) : stored;
    const { writtenAt, doubtedAt } = one;
    return {
      ...one,
      writtenAt: writtenAt === null ? null : since(writtenAt),
      ...(doubtedAt === undefined ? {} : { doubtedAt: since(doubtedAt) }),
      state: stateOf(one, isFound),
    };
  };
  return {
    ...agenda,
    open: agenda.open.map(operation),
    pending: agenda.pending.map((one) =>
      one.writtenAt === null ? one : { ...one, writtenAt: since(one.writtenAt) },
    ),
  };
}
