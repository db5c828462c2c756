import type { CustomerId } from '#customers/customer.ts';
import type { RunId } from '#plan/operation.ts';
import type { Review } from '#store/reviews.ts';
import { isDiskFull } from '#store/disk-full.ts';
import { getRun, noteRun, openOperations, setControl } from '#store/runs.ts';
import { leaseHolder } from '#store/sync-lease.ts';
import type { RunRow } from '#store/sync-rows.ts';
import { watchRuns } from '#store/watch.ts';
import type { Control } from '#sync/ports.ts';
import type { RunEnd } from '#sync/run-ports.ts';
import { Drive, type DrivePorts } from './drive.ts';
import { NewsGate } from './news-gate.ts';
import { RateMeter } from './rate-meter.ts';
import type { Turn } from './turn.ts';
import { WakingClock, type Timers } from './waking-clock.ts';

/** What the desk needs beside what a drive needs. */
export interface SyncDeskPorts extends DrivePorts {
  readonly timers: Timers;
  /** A run came to an end, for now or for good: what it taught and changed is worked out. */
  readonly afterRun: (run: RunRow, end: RunEnd) => Promise<void>;
  /** Something about a customer's run moved; at most 4 times a second for each. */
  readonly tell: (id: CustomerId) => void;
}

/** How often the runs of other windows are looked at, in ms: a window that is gone says nothing. */
const LOOK_AGAIN = 5_000;

/**
 * Runs the syncs of this window, one customer after another, and follows those of others. What runs and
 * what was asked of it stands in the store: every window shows the same, and any may ask.
 */
export class SyncDesk {
  readonly #ports: SyncDeskPorts;
  readonly #gate: NewsGate;
  readonly #turns: Turn[] = [];
  readonly #meters = new Map<RunId, RateMeter>();
  #drive: Drive | null = null;
  readonly #full = new Set<CustomerId>();
  #isWorking = false;
  /** What was asked last of the customer whose turn it is. */
  #asked: Control = 'go';
  #looking: (() => void) | null = null;

  constructor(ports: SyncDeskPorts) {
    this.#ports = ports;
    this.#gate = new NewsGate(ports.timers, ports.tell);
  }

  /** Follows the runs of every window until the returned function is called. */
  follow(): () => void {
    let known = new Set<CustomerId>();
    const unwatch = watchRuns(this.#ports.db, (open) => {
      for (const run of open) this.#see(run);
      const now = new Set(open.map(({ customerId }) => customerId));
      // one that is not open any more has just ended
      for (const id of new Set([...known, ...now])) this.#gate.moved(id);
      known = now;
      this.#lookAgain(open);
    });
    return () => {
      unwatch();
      this.#looking?.();
    };
  }

  /** The turn of a customer that this window runs or will run; null: none. */
  turn(id: CustomerId): Turn | null {
    return this.#turns.find(({ customerId }) => customerId === id) ?? null;
  }

  /** Until when this window waits to be allowed to run the customer, in ms; null: it does not. */
  waitsUntil(id: CustomerId): number | null {
    return this.#drive?.customerId === id ? this.#drive.waitsUntil : null;
  }

  /** True where the last run of this window broke off because the disk took nothing more. */
  isDiskFull(id: CustomerId): boolean {
    return this.#full.has(id);
  }

  /** Users a minute; null while nothing is measured. */
  perMinute(runId: RunId): number | null {
    return this.#meters.get(runId)?.perMinute(this.#ports.timers.now()) ?? null;
  }

  /** True when another window sends for the customer, as far as can be known. */
  async isElsewhere(id: CustomerId): Promise<boolean> {
    const { db, life, timers } = this.#ports;
    const owner = (await leaseHolder(db, id, timers.now()))?.owner ?? life.owner;
    return owner !== life.owner && life.lives(owner);
  }

  /** True while what this window runs for the customer waits. */
  isWaiting(id: CustomerId): boolean {
    const drive = this.#drive;
    return drive?.customerId === id && (drive.waitsFor !== null || drive.waitsUntil !== null);
  }

  /**
   * Runs these customers after those whose turn it is, in this order, each as it was reviewed. A run of this
   * window that waits is stopped: the new one takes up what it left.
   */
  async start(reviews: ReadonlyMap<CustomerId, Review>, operator: string): Promise<void> {
    for (const [customerId, review] of reviews) {
      if (this.#drive?.customerId === customerId) await this.control(customerId, 'stop', operator);
      const queued = this.#turns.findIndex(
        (turn) => turn.customerId === customerId && this.#drive?.turn !== turn,
      );
      if (queued >= 0) this.#turns.splice(queued, 1);
      this.#push(customerId, operator, review);
    }
    void this.#work();
  }

  /** Goes on with the run of a customer; who has a turn keeps it. */
  #goOn(customerId: CustomerId, operator: string): void {
    if (this.turn(customerId) !== null) return;
    this.#push(customerId, operator, null);
    void this.#work();
  }

  #push(customerId: CustomerId, operator: string, review: Review | null): void {
    const runId = crypto.randomUUID() as RunId;
    const askedAt = this.#ports.timers.now();
    this.#full.delete(customerId);
    this.#turns.push({ customerId, runId, operator, askedAt, review });
    this.#gate.moved(customerId);
  }

  /** Asks the run of a customer for something, wherever it runs; one that nobody runs may begin here. */
  async control(id: CustomerId, control: Control, operator: string): Promise<void> {
    const { db, timers } = this.#ports;
    const at = this.#turns.findIndex(({ customerId }) => customerId === id);
    const isRunning = this.#drive?.customerId === id;
    // one whose turn has not come has nothing to be stopped yet
    if (at >= 0 && !isRunning && control !== 'go') this.#turns.splice(at, 1);
    const run = await getRun(db, id, null);
    if (run?.endedAt !== null) {
      this.#gate.moved(id);
      return;
    }
    await setControl(db, { customerId: id, id: run.id }, control, {
      by: operator,
      at: timers.now(),
    });
    if (isRunning) this.#drive?.clock.wake();
    else if (!(await this.isElsewhere(id))) await this.#alone(run, control, operator);
    this.#gate.moved(id);
  }

  /** There may be a way to the cloud again. */
  wake(): void {
    // a wait that the cloud asked for is kept
    if (this.#drive?.waitsFor === 'unreachable') this.#drive.clock.wake();
  }

  /**
   * Somebody signed in for this customer: takes up its run if that waits for it, whichever window ran it. The
   * sign-in page is another page, so the window that comes back from it knows nothing of its own runs.
   */
  async resumeSignedOut(id: CustomerId): Promise<void> {
    const run = await getRun(this.#ports.db, id, null);
    if (run?.endedAt !== null || run.end?.kind !== 'signIn') return;
    if (run.control === 'go') this.#goOn(id, '');
  }

  /** What is asked of a run that nobody sends. */
  async #alone(run: RunRow, control: Control, operator: string): Promise<void> {
    const { db } = this.#ports;
    const { customerId } = run;
    const claimed = await openOperations(db, customerId);
    switch (control) {
      case 'go':
        this.#goOn(customerId, operator);
        return;
      case 'pause':
        await noteRun(db, run, { end: { kind: 'paused' }, waiting: null });
        return;
      case 'cancel':
        // what is claimed may be on its way: it is followed to its end
        if (claimed.length > 0) this.#goOn(customerId, operator);
        else await this.#over(run, { kind: 'stopped' });
        return;
      case 'stop':
        await this.#over(run, { kind: 'stopped' });
    }
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      for (let turn = this.#turns[0]; turn !== undefined; turn = this.#turns[0]) {
        try {
          await this.#take(turn);
        } catch (error) {
          // what was sent stands in doubt, and is read again by whoever goes on
          if (!isDiskFull(error)) throw error;
          this.#full.add(turn.customerId);
        } finally {
          this.#drive = null;
          this.#turns.splice(this.#turns.indexOf(turn), 1);
          this.#gate.moved(turn.customerId);
        }
      }
    } finally {
      this.#isWorking = false;
      // after a fault of one customer the others have their turns
      if (this.#turns.length > 0) void this.#work();
    }
  }

  async #take(turn: Turn): Promise<void> {
    const { customerId, runId: id, operator, review } = turn;
    const drive = new Drive(turn, new WakingClock(this.#ports.timers), this.#ports);
    this.#asked = 'go';
    this.#drive = drive;
    const came = await drive.run(review && { customerId, id, operator, review });
    if (came === null || came.end.kind === 'lost') return;
    await this.#over(came.run, came.end);
  }

  /** Writes how a run came to its end, and whether for good. */
  async #over(run: RunRow, end: RunEnd): Promise<void> {
    const { db, timers, afterRun } = this.#ports;
    await afterRun(run, end);
    const isOver = end.kind === 'done' || end.kind === 'stopped';
    const endedAt = isOver ? timers.now() : null;
    await noteRun(db, run, { end, endedAt, waiting: null });
  }

  #see({ id, customerId, counts, control }: RunRow): void {
    const meter = this.#meters.get(id) ?? new RateMeter();
    this.#meters.set(id, meter);
    const ended = Object.values(counts).reduce((sum, count) => sum + count, 0);
    meter.see(ended, this.#ports.timers.now());
    if (this.#drive?.customerId !== customerId || control === this.#asked) return;
    // asked in another window
    this.#asked = control;
    this.#drive.clock.wake();
  }

  #lookAgain(open: readonly RunRow[]): void {
    this.#looking?.();
    this.#looking = null;
    const others = open.filter(({ customerId }) => this.turn(customerId) === null);
    if (others.length === 0) return;
    this.#looking = this.#ports.timers.after(LOOK_AGAIN, () => {
      for (const { customerId } of others) this.#gate.moved(customerId);
      this.#lookAgain(open);
    });
  }
}
