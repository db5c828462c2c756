import type { CustomerId } from '#customers/customer.ts';
import type { OperationId, RunId } from '#plan/operation.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { ifPossible } from '#store/if-possible.ts';
import { getRun, noteRun, startRun, type NewRun } from '#store/runs.ts';
import { breakLease, leaseHolder } from '#store/sync-lease.ts';
import type { RunRow } from '#store/sync-rows.ts';
import type { GraphWire } from '#sync/graph-call.ts';
import { graphProvider } from '#sync/graph-provider.ts';
import type { Limits } from '#sync/limits.ts';
import type { Outbox, Random } from '#sync/ports.ts';
import type { RunEnd, RunNews } from '#sync/run-ports.ts';
import { SyncRun } from '#sync/run.ts';
import type { Turn } from './turn.ts';
import type { WakingClock } from './waking-clock.ts';
import type { WindowLife } from './window-life.ts';

/** What driving a run needs. */
export interface DrivePorts {
  readonly db: SeatwiseDatabase;
  readonly life: WindowLife;
  readonly random: Random;
  readonly limits: Limits;
  readonly outboxOf: (id: CustomerId) => Outbox;
  /** The way to the customer's cloud; null when it is not connected. */
  readonly wireOf: (id: CustomerId) => Promise<GraphWire | null>;
}

/** How often it is looked whether somebody else still sends, or imports, in ms. */
const LOOK_AGAIN = 2_000;

/** One customer whose turn it is: takes the right to send as soon as it is free, and runs. */
export class Drive {
  readonly turn: Turn;
  readonly customerId: CustomerId;
  readonly clock: WakingClock;
  /** What the engine waits for. */
  waitsFor: Extract<RunNews, { kind: 'waiting' }>['why'] | null = null;
  /** Until when another window's right is waited for, in ms. */
  waitsUntil: number | null = null;
  readonly #ports: DrivePorts;

  constructor(turn: Turn, clock: WakingClock, ports: DrivePorts) {
    this.turn = turn;
    this.customerId = turn.customerId;
    this.clock = clock;
    this.#ports = ports;
  }

  /**
   * Begins a new run, or goes on with the one that has not ended, until it comes to an end; null when another
   * window sends, or there is nothing to run.
   */
  async run(begin: NewRun | null): Promise<{ readonly run: RunRow; readonly end: RunEnd } | null> {
    const { db, wireOf } = this.#ports;
    const wire = await wireOf(this.customerId);
    if (wire === null) return null;
    while (begin !== null && (await startRun(db, begin, this.clock.now())) === null) {
      if (!(await this.#mayTryAgain())) return null;
    }
    for (;;) {
      const run = await getRun(db, this.customerId, null);
      if (run === null || run.endedAt !== null) return null;
      const end = await this.#asAsked(run, wire);
      if (end.kind !== 'busy') return { run, end };
      if (!(await this.#mayTryAgain())) return null;
    }
  }

  /** What was asked of it before its turn came holds. */
  async #asAsked(run: RunRow, wire: GraphWire): Promise<RunEnd> {
    if (run.control === 'pause') return { kind: 'paused' };
    if (run.control === 'stop') return { kind: 'stopped' };
    await this.#note(run.id, { end: null, waiting: null });
    return this.#runOn(run.id, wire);
  }

  async #runOn(runId: RunId, wire: GraphWire): Promise<RunEnd> {
    const { random, limits, outboxOf } = this.#ports;
    const { clock } = this;
    const run = new SyncRun({
      random,
      limits,
      outbox: outboxOf(this.customerId),
      provider: graphProvider(wire),
      clock: {
        now: () => clock.now(),
        steady: () => clock.steady(),
        jumps: () => clock.jumps(),
        sleep: async (ms) => {
          // what was asked while it tried found nobody asleep to be woken
          if (!(await this.#isToEnd(runId))) await clock.sleep(ms);
          // until somebody answers, to try again is a part of the wait
          if (this.waitsFor === 'unreachable') return;
          this.waitsFor = null;
          await this.#note(runId, { waiting: null });
        },
      },
      newId: () => crypto.randomUUID() as OperationId,
      tell: (news) => {
        if (news.kind === 'ended') return;
        const waiting = news.kind === 'waiting' ? { why: news.why, until: news.until } : null;
        this.waitsFor = waiting?.why ?? null;
        void ifPossible(this.#note(runId, { waiting }));
      },
    });
    const end = await run.run();
    this.waitsFor = null;
    return end;
  }

  /** False when another living window sends. What a window left behind that is gone is taken over. */
  async #mayTryAgain(): Promise<boolean> {
    const { db, life } = this.#ports;
    const now = this.clock.now();
    const holder = await leaseHolder(db, this.customerId, now);
    const owner = holder?.owner ?? life.owner;
    if (owner !== life.owner) {
      if (await life.lives(owner)) return false;
      await breakLease(db, this.customerId, owner);
      return true;
    }
    // an import has it, or what this window left behind itself, or nobody may
    this.waitsUntil = Math.max(holder?.expiresAt ?? 0, now + LOOK_AGAIN);
    await this.clock.sleep(LOOK_AGAIN);
    this.waitsUntil = null;
    return true;
  }

  async #isToEnd(runId: RunId): Promise<boolean> {
    const run = await getRun(this.#ports.db, this.customerId, runId);
    return run?.control === 'pause' || run?.control === 'stop';
  }

  #note(runId: RunId, note: Parameters<typeof noteRun>[2]): Promise<void> {
    return noteRun(this.#ports.db, { customerId: this.customerId, id: runId }, note);
  }
}
