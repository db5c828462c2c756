import type { OperationId, Outcome } from '#plan/operation.ts';
import type { Limits } from './limits.ts';
import type { Outbox, Provider, Random, RunClock } from './ports.ts';

/** What a run is made of. */
export interface RunPorts {
  readonly outbox: Outbox;
  readonly provider: Provider;
  readonly clock: RunClock;
  readonly random: Random;
  readonly limits: Limits;
  readonly newId: () => OperationId;
  /** Told whenever something moved. */
  readonly tell: (news: RunNews) => void;
}

/** What a run tells while it goes. */
export type RunNews =
  | { readonly kind: 'ended'; readonly outcome: Outcome['kind'] }
  /** The cloud answers again, after it did not. */
  | { readonly kind: 'reached' }
  /** Nothing can be done before `until` (ms). */
  | {
      readonly kind: 'waiting';
      readonly why: 'throttled' | 'unreachable' | 'quiet';
      readonly until: number;
    };

/** Why a run came to its end. The queue is in the store, whatever the end. */
export type RunEnd =
  | { readonly kind: 'done' | 'paused' | 'stopped' | 'signIn' }
  /** It waited so long that a person has to review again what it would send. */
  | { readonly kind: 'outdated' }
  /** Another window holds the lease, or took it. */
  | { readonly kind: 'busy' | 'lost' }
  | { readonly kind: 'noAccess'; readonly raw: string }
  /** The cloud does not take what is asked, whatever it is about. */
  | { readonly kind: 'refused'; readonly raw: string };

/** Ends the run from wherever it is. */
export class Ended extends Error {
  readonly end: RunEnd;
  constructor(end: RunEnd) {
    super(end.kind);
    this.end = end;
  }
}
