import { openOfNow } from './clock-set-back.ts';
import { late, type Found } from './late.ts';
import { areSameJumps, momentOf, since, type Jump, type Moment } from './elapsed.ts';
import { isLeaseGood, LOOK_LASTS } from './limits.ts';
import { update } from './operation-steps.ts';
import type { RunQueue } from './run-queue.ts';
import type { Agenda, Committed, Control, Lease, OutboxStep } from './ports.ts';
import { Ended, type RunPorts } from './run-ports.ts';

type EndStep = Extract<OutboxStep, { kind: 'end' }>;

/** What writing needs. */
type CommitPorts = Pick<RunPorts, 'outbox' | 'clock' | 'limits' | 'tell'>;

/**
 * What a run writes under its lease, and what it learns by that. How operations ended is stored together
 * with the next claims: one durable transaction a batch. A window that is killed before leaves them in
 * doubt, as if it had been killed a moment sooner.
 */
export class Commits {
  readonly #ports: CommitPorts;
  readonly #queue: RunQueue;
  #lease: Lease;
  /** Ends that are known and not stored yet. */
  #ends: EndStep[] = [];
  /** What a person asked for, as last read. */
  control: Control = 'go';
  #moved = true;
  /** What the clock showed last, and where it had jumped. */
  #latest = 0;
  #jumps: readonly Jump[];
  /** When the right to send was taken, in ms, by the clock as it is set now. */
  #tookAt: number;
  #found: Found | null = null;
  /** Until when the run may send, in ms. */
  #goodUntil = Infinity;
  /** When the store was last asked whether the lease is ours. */
  #lookedAt: Moment;

  constructor(ports: CommitPorts, queue: RunQueue, lease: Lease) {
    this.#ports = ports;
    this.#queue = queue;
    this.#lease = lease;
    this.#lookedAt = momentOf(ports.clock);
    this.#tookAt = this.#lookedAt.shown;
    this.#jumps = ports.clock.jumps();
  }

  /**
   * False when a window that slept, or whose clock was set, may have lost the lease since it looked: what is not
   * sent by now is not sent.
   */
  get maySend(): boolean {
    const { clock, limits } = this.#ports;
    const now = clock.now();
    const isSeen = since(clock, this.#lookedAt) < LOOK_LASTS;
    return isSeen && isLeaseGood(this.#lease, now, limits.leaseTime) && now < this.#goodUntil;
  }

  /** False when somebody took the lease, ended the run or asked it to wait since the last commit. */
  isAsked(): Promise<boolean> {
    this.#lookedAt = momentOf(this.#ports.clock);
    return this.#ports.outbox.isAsked(this.#lease);
  }

  /** True when what the run would send was reviewed too long ago. */
  get isOutdated(): boolean {
    return this.#ports.clock.now() >= this.#goodUntil;
  }

  /** True when the queue is not what is stored any more, or the clock was set. */
  get moved(): boolean {
    const { clock } = this.#ports;
    const [now, jumps] = [clock.now(), clock.jumps()];
    this.#moved ||= now < this.#latest || !areSameJumps(jumps, this.#jumps);
    this.#tookAt = Math.min(this.#tookAt, now);
    this.#latest = now;
    this.#jumps = jumps;
    return this.#moved;
  }

  /** True when the clock ran ahead since what there is to do was read: what it tells of times is not late enough. */
  get hasJumped(): boolean {
    return !areSameJumps(this.#ports.clock.jumps(), this.#jumps);
  }

  /** Reads what there is to do. */
  async agenda(): Promise<Agenda> {
    await this.store();
    const { outbox, clock } = this.#ports;
    const agenda = await outbox.agenda(this.#lease);
    if (agenda === null) throw new Ended({ kind: 'lost' });
    this.control = agenda.control;
    this.#goodUntil = agenda.goodUntil;
    const { open, moved } = openOfNow(agenda.open, clock.now());
    // stored, so that they do not begin to wait anew with the next look
    if (moved.length > 0) await this.commit(moved.map(update));
    this.#moved = false;
    this.#found ??= new Map(open.map(({ id, attempts }) => [id, attempts]));
    const [found, tookAt, jumps] = [this.#found, this.#tookAt, this.#jumps];
    return late({ ...agenda, open }, { jumps, found, tookAt, limits: this.#ports.limits });
  }

  /** Writes what is known now, and brings the queue up to what was written. */
  async commit(steps: readonly OutboxStep[]): Promise<Committed> {
    const { clock, outbox, tell } = this.#ports;
    const held = this.#ends;
    this.#ends = [];
    const committed = await outbox.commit(this.#lease, [...held, ...steps], clock.now());
    if (committed === null) throw new Ended({ kind: 'lost' });
    this.#lease = committed.lease;
    this.control = committed.control;
    this.#goodUntil = committed.goodUntil;
    this.#moved ||= committed.moved;
    for (const { outcome } of held) tell({ kind: 'ended', outcome: outcome.kind });
    for (const step of steps) {
      const { operation } = step;
      if (committed.refused.has(operation.userId)) {
        this.#queue.drop(operation.userId);
        this.#moved = true;
      } else if (step.kind === 'end') {
        this.#queue.end(operation, step.outcome.kind === 'applied');
        tell({ kind: 'ended', outcome: step.outcome.kind });
      } else if (step.kind === 'release') {
        this.#queue.drop(operation.userId);
        this.#moved = true;
      } else this.#queue.keep(operation);
    }
    return committed;
  }

  /** What came of a batch: stored at once where something of it goes on, with the next claims where all of it ended. */
  async settle(steps: readonly OutboxStep[]): Promise<void> {
    const ends = steps.filter((step) => step.kind === 'end');
    if (ends.length < steps.length) {
      await this.commit(steps);
      return;
    }
    this.#ends.push(...ends);
    for (const { operation, outcome } of ends) {
      this.#queue.end(operation, outcome.kind === 'applied');
    }
  }

  /** Stores the ends that are only known here; false when there are none. */
  async store(): Promise<boolean> {
    if (this.#ends.length === 0) return false;
    await this.commit([]);
    return true;
  }

  /** The same before something is asked that may take long, so that the lease lasts that long. */
  async storeOld(): Promise<void> {
    const { clock, limits } = this.#ports;
    const isOld = clock.now() > this.#lease.expiresAt - (limits.leaseTime * 2) / 3;
    if (isOld) await this.store();
  }

  /** Gives the lease back. */
  async release(): Promise<void> {
    await this.store();
    await this.#ports.outbox.release(this.#lease);
  }
}
