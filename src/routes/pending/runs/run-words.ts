import type { Messages } from '#messages/messages.ts';
import type { RunView } from '#worker/sync/sync-types.ts';
import { ended, notEnded, progressOf } from './run-states.ts';

/** `35 applied, 3 rejected, 2 waiting`: only what there is. */
export function summaryOf(run: RunView, { sync, words }: Messages): string {
  return [...ended, ...notEnded]
    .filter((name) => run.counts[name] > 0)
    .map((name) => sync.summaryPart[name](run.counts[name]))
    .join(words.listSeparator);
}

/**
 * How long it will still take, in the unit that fits; rounded up, so that it is not promised too soon.
 * `atRate`: by what was done so far; `wait`: until anything goes on. Both in seconds.
 */
export function timeLeft(atRate: number, wait: number, { sync }: Messages): string {
  const seconds = Math.max(atRate, wait);
  if (seconds < 60) return sync.secondsLeft(Math.max(1, Math.ceil(seconds)));
  if (seconds < 5400) return sync.minutesLeft(Math.ceil(seconds / 60));
  return sync.hoursLeft(Math.ceil(seconds / 3600));
}

/** Parts of a run that are told: more often would talk over the person. */
const QUARTERS = 4;

/** How many whole quarters of the run are done. */
export function quarterOf(run: RunView): number {
  const { done, total } = progressOf(run);
  return total === 0 ? 0 : Math.floor((done * QUARTERS) / total);
}

/** A shorter wait is over before its sentence is, in seconds. */
const WORTH_TELLING = 10;

interface Moved {
  readonly before: RunView | null;
  readonly now: RunView;
  readonly customer: string;
  /** The time, in ms. */
  readonly at: number;
}

/**
 * What a screen reader is told when a run moved from one view to the next; null: nothing. States
 * are told when they change, waits with their reason, progress by quarters.
 */
export function toldOf(
  { before, now, customer, at }: Moved,
  m: Messages,
  percent: (share: number) => string,
): string | null {
  const { announce } = m.sync;
  const { waiting } = now;
  if (waiting !== null && now.state === 'waiting' && waiting.until !== before?.waiting?.until) {
    const seconds = Math.ceil((waiting.until - at) / 1000);
    if (seconds >= WORTH_TELLING)
      return announce.waits(customer, m.sync.waiting[waiting.why](seconds));
  }
  if (before?.id !== now.id || !goesOn(before, now)) {
    return now.state === 'done'
      ? announce.done(customer, summaryOf(now, m))
      : announce[now.state](customer);
  }
  const quarter = quarterOf(now);
  if (now.endedAt !== null || quarter === quarterOf(before) || quarter === QUARTERS) return null;
  return announce.part(customer, percent(quarter / QUARTERS));
}

/** True where nothing began or ended but a wait for somebody else, and the way back from one says itself. */
const goesOn = (before: RunView, now: RunView): boolean =>
  before.state === now.state ||
  ((now.state === 'waiting' ? now.waiting !== null : now.state === 'running') &&
    ['running', 'waiting'].includes(before.state));
