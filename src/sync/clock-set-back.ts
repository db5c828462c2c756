import type { Operation, OperationState } from '#plan/operation.ts';
import { LONGEST_WAIT } from './limits.ts';
import { interrupted } from './operation-steps.ts';

const isAhead = (time: number | null | undefined, now: number): boolean => (time ?? 0) > now;

/** True where a clock that was ahead told a time of it. */
function isOfLater(operation: Operation, now: number): boolean {
  const { state, writtenAt, locationSetAt, doubtedAt } = operation;
  const until =
    state.kind === 'waiting' ? state.until : state.kind === 'inDoubt' ? (state.quietAt ?? 0) : 0;
  const sentAt = state.kind === 'waiting' ? null : state.sentAt;
  return (
    until > now + LONGEST_WAIT ||
    [sentAt, writtenAt, locationSetAt, doubtedAt].some((time) => isAhead(time, now))
  );
}

function stateOf({ state }: Operation, now: number): OperationState {
  if (state.kind === 'waiting') {
    return { ...state, until: Math.min(state.until, now + LONGEST_WAIT) };
  }
  return { kind: 'inDoubt', sentAt: Math.min(state.sentAt, now) };
}

/** As if it were of now. */
function ofNow(operation: Operation, now: number): Operation {
  const sent = interrupted(operation);
  const { writtenAt, locationSetAt, doubtedAt } = sent;
  return {
    ...sent,
    state: stateOf(sent, now),
    writtenAt: writtenAt === null ? null : Math.min(writtenAt, now),
    locationSetAt: locationSetAt === null ? null : Math.min(locationSetAt, now),
    ...(doubtedAt === undefined ? {} : { doubtedAt: Math.min(doubtedAt, now) }),
  };
}

/**
 * Claimed ones by a clock that was ahead and was set back: nobody waits until the times come that it told.
 * `moved`: those that stand differently by that.
 */
export function openOfNow(
  open: readonly Operation[],
  now: number,
): { readonly open: readonly Operation[]; readonly moved: readonly Operation[] } {
  const moved: Operation[] = [];
  const last = open.map((one) => {
    if (!isOfLater(one, now)) return one;
    const set = ofNow(one, now);
    moved.push(set);
    return set;
  });
  return { open: last, moved };
}
