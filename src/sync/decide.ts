import type { SkuId } from '#licenses/ids.ts';
import type { Operation, Outcome } from '#plan/operation.ts';
import { compare, hasLocation } from './compare.ts';
import { quietFrom, type Limits } from './limits.ts';
import type { ReadAnswer, Refused, Seen, Sending } from './ports.ts';
import { nextSending } from './sending.ts';

/** What becomes of an operation now that its user was read. */
export type Decision =
  | { readonly kind: 'end'; readonly outcome: Outcome; readonly seen: Seen | null }
  | { readonly kind: 'send'; readonly sending: Sending; readonly seen: Seen }
  /** It did not land, and is not to be sent any more; `done`: products that are as wanted all the same. */
  | { readonly kind: 'drop'; readonly seen: Seen; readonly done: readonly SkuId[] }
  /** Nothing can be said before `until` (ms). */
  | { readonly kind: 'wait'; readonly until: number };

/** Everything is as wanted: by us, or without us. */
export const reached = ({ doubts, locationSetAt }: Operation): Outcome => ({
  kind: doubts > 0 || locationSetAt !== null ? 'applied' : 'already',
});

const gone = {
  kind: 'end',
  outcome: { kind: 'conflict', drifts: [{ kind: 'userGone' }] },
  seen: null,
} as const satisfies Decision;

/** What else a decision looks at: `now` in ms. */
interface Deciding {
  readonly maySend: boolean;
  readonly now: number;
  readonly limits: Limits;
}

/**
 * Compares before sending. While an earlier request may still land, or while what is read may be older
 * than our own last change of this user, a reading proves nothing but that the user is as last known,
 * which it cannot show by accident. Who may not be read is refused, unless a request may have landed.
 * `maySend` is false for what is not wanted any more: it is only found out whether it landed.
 */
export function decide(
  operation: Operation,
  answer: ReadAnswer,
  { maySend, now, limits }: Deciding,
): Decision {
  if (answer.kind === 'unread') {
    return { kind: 'wait', until: now + (answer.retryAfter ?? limits.backoff) };
  }
  const { state, writtenAt, locationSetAt, doubts } = operation;
  const isSent = state.kind === 'inDoubt' || state.kind === 'sending';
  if (answer.kind === 'forbidden' || answer.kind === 'refused') {
    // whether what was sent, now or before, landed is only seen by reading
    if (isSent || doubts > 0) return { kind: 'wait', until: now + limits.longestBackoff };
    const { raw, code, requestId } = answer;
    const rejection = { raw, code, requestId, locationSet: locationSetAt !== null };
    return { kind: 'end', outcome: { kind: 'rejected', ...rejection }, seen: null };
  }
  const quiet = isSent ? quietFrom(state, limits) : 0;
  const fresh = writtenAt === null ? 0 : writtenAt + limits.staleness;
  const settled = Math.max(quiet, fresh);
  if (answer.kind === 'gone') return now < settled ? { kind: 'wait', until: settled } : gone;

  const { user } = answer;
  const seen = { user, isWhole: now >= fresh };
  const found = compare(operation, user);
  switch (found.kind) {
    case 'target':
      if (now < settled) return { kind: 'wait', until: settled };
      return { kind: 'end', outcome: reached(operation), seen };
    case 'drift':
      if (now < settled) return { kind: 'wait', until: settled };
      return { kind: 'end', outcome: { kind: 'conflict', drifts: found.drifts }, seen };
    case 'before':
      if (now < quiet) return { kind: 'wait', until: quiet };
      if (!maySend) {
        // an older reading would show the same of what has landed since
        const last = isSent ? quiet : state.until;
        const sure = isSent || doubts > 0 ? Math.max(fresh, last + limits.staleness) : fresh;
        return now < sure
          ? { kind: 'wait', until: sure }
          : { kind: 'drop', seen, done: found.done };
      }
      if (found.done.length > 0 && now < fresh) return { kind: 'wait', until: fresh };
  }
  return { kind: 'send', sending: nextSending(operation, user), seen };
}

/** What becomes of an operation that was refused. */
export type AfterRefusal =
  | { readonly kind: 'end'; readonly outcome: Outcome; readonly seen: Seen | null }
  /** The reading that was to confirm it failed: nobody knows. */
  | { readonly kind: 'inDoubt' }
  /** Some license has to be freed first. */
  | { readonly kind: 'short' }
  | { readonly kind: 'wait'; readonly until: number };

/** After how many refusals as "not held", or "not found", what reads say is no longer believed to be late. */
const MOST_LATE = 5;

/** The product that is not owned any more: the one that the refusal names, or the only one that was to be assigned. */
function productGone({ touches }: Operation, named: SkuId | null): SkuId | null {
  if (named !== null) return named;
  const [only, ...others] = touches.filter(({ target }) => target !== 'absent');
  return only === undefined || others.length > 0 ? null : only.skuId;
}

/**
 * A refusal is confirmed by reading again: what is wanted may hold already. "No usage location" right
 * after it was set, and "not held" against what was read, are the cloud's own lag. `isWhole`: as in `Seen`.
 */
export function afterRefusal(
  operation: Operation,
  { raw, code, requestId, reason, skuId }: Refused,
  {
    answer,
    isWhole,
    now,
    limits,
  }: {
    readonly answer: ReadAnswer;
    readonly isWhole: boolean;
    readonly now: number;
    readonly limits: Limits;
  },
): AfterRefusal {
  if (answer.kind === 'unread' || answer.kind === 'forbidden' || answer.kind === 'refused') {
    // what is forbidden has no effect, whoever may read the user
    return reason === 'forbidden'
      ? { kind: 'wait', until: now + limits.backoff }
      : { kind: 'inDoubt' };
  }
  if (answer.kind === 'gone') return { kind: 'end', outcome: gone.outcome, seen: null };
  const { user } = answer;
  const seen = { user, isWhole };
  const found = compare(operation, user);
  if (!isWhole && (found.kind !== 'before' || found.done.length > 0)) {
    return { kind: 'wait', until: now + limits.longestBackoff };
  }
  if (found.kind === 'target') return { kind: 'end', outcome: reached(operation), seen };
  if (found.kind === 'drift') {
    return { kind: 'end', outcome: { kind: 'conflict', drifts: found.drifts }, seen };
  }
  const { locationSetAt, attempts, doubtedAt = 0, doubts } = operation;
  if (reason === 'shortage') return { kind: 'short' };
  if (reason === 'location' && locationSetAt !== null && now < locationSetAt + limits.locationLag) {
    return { kind: 'wait', until: now + limits.backoff };
  }
  if ((reason === 'notHeld' || reason === 'notFound') && attempts < MOST_LATE) {
    return { kind: 'wait', until: now + limits.longestBackoff };
  }
  // this reading may not show yet what an earlier request did
  const sureAt = doubts > 0 ? doubtedAt + limits.staleness : 0;
  if (now < sureAt) return { kind: 'wait', until: sureAt };
  const ended = reason === 'notOwned' ? productGone(operation, skuId) : null;
  if (ended !== null) {
    const drifts = [{ kind: 'productGone', skuId: ended } as const];
    return { kind: 'end', outcome: { kind: 'conflict', drifts }, seen };
  }
  const locationSet = locationSetAt !== null && hasLocation(operation, user);
  return { kind: 'end', outcome: { kind: 'rejected', raw, code, requestId, locationSet }, seen };
}
