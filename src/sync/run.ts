import type { OperationId } from '#plan/operation.ts';
import type { UserId } from '#users/ids.ts';
import { Commits } from './commits.ts';
import { afterRefusal } from './decide.ts';
import { momentOf, since } from './elapsed.ts';
import { Restraint } from './restraint.ts';
import { RunQueue, type QueuedUser } from './run-queue.ts';
import type { NoAnswer, OutboxStep, ReadAnswer, Refused, Said, SendAnswer } from './ports.ts';
import { Ended, type RunEnd, type RunNews, type RunPorts } from './run-ports.ts';
import { doubt, later, taken, told, unsure, type SentOperation } from './operation-steps.ts';

/** After how many refusals that pass one is the last: it may be about the user after all. */
const MOST_BUSY = 12;

/** Of an operation whose refusal another window got. */
const UNTOLD: Said = { raw: '', code: null, requestId: null };

/**
 * Brings the plan of one customer to the cloud. What is about to be sent is stored before it leaves,
 * every user is read and compared before it is sent, and what nobody knows stays in doubt until it can
 * be known (rules 1 to 12 of the sync study: lease with epochs, no blind repeat, shortages only final
 * when nothing can free a license any more). Can be killed at any point and started again.
 */
export class SyncRun {
  readonly #ports: RunPorts;
  readonly #queue = new RunQueue();
  #commits: Commits;
  #silences = 0;
  readonly #refusals = new Map<OperationId, Refused>();
  /** Who may not be read while what was sent for them may have landed, with what the cloud said. */
  readonly #unreadable = new Map<UserId, string>();
  /** Batches in a row of which every change was forbidden. */
  #forbidden = 0;
  readonly #restraint: Restraint;

  constructor(ports: RunPorts) {
    this.#ports = ports;
    this.#restraint = new Restraint(ports.limits.atOnce);
    this.#commits = new Commits(ports, this.#queue, { epoch: 0, expiresAt: 0 });
  }

  /** Runs until everything has ended, somebody stops it, or it cannot go on. */
  async run(): Promise<RunEnd> {
    const { outbox, clock } = this.#ports;
    const lease = await outbox.take(clock.now());
    if (lease === null) return { kind: 'busy' };
    this.#commits = new Commits(this.#ports, this.#queue, lease);
    const end = await this.#untilEnd(async () => {
      while (await this.#round());
      return { kind: 'done' };
    });
    if (end.kind === 'lost') return end;
    return this.#untilEnd(async () => {
      await this.#commits.release();
      return end;
    });
  }

  /** What the work gives, or the end that came in between. */
  async #untilEnd(work: () => Promise<RunEnd>): Promise<RunEnd> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Ended) return error.end;
      throw error;
    }
  }

  /** One batch read, compared, sent and told; false when nothing is left. */
  async #round(): Promise<boolean> {
    const { clock } = this.#ports;
    const commits = this.#commits;
    if (commits.moved) await this.#renew();
    if (commits.control === 'pause') throw new Ended({ kind: 'paused' });
    if (commits.control === 'stop') throw new Ended({ kind: 'stopped' });
    if (commits.control === 'cancel') await this.#cancel();
    else if (commits.isOutdated && this.#queue.size > 0) throw new Ended({ kind: 'outdated' });
    if (commits.hasJumped) return true;
    const due = this.#queue.due(clock.now(), this.#restraint.atOnce);
    if (due.length > 0) {
      await this.#take(due);
      return true;
    }
    if (await commits.store()) return true;
    const next = this.#queue.next();
    if (next !== null) {
      this.#stopIfUnreadable();
      await this.#rest(next, this.#restraint.isAskedUntil(next) ? 'throttled' : 'quiet');
      return true;
    }
    if (this.#queue.size === 0) return false;
    await this.#giveUpShort();
    return true;
  }

  async #renew(): Promise<void> {
    const now = this.#ports.clock.now();
    const agenda = await this.#commits.agenda();
    // who was planned since a cancel is for another run
    this.#queue.renew(agenda.control === 'cancel' ? { ...agenda, pending: [] } : agenda, now);
  }

  /** Ends what is claimed and known not to have landed; the rest has to be found out. */
  async #cancel(): Promise<void> {
    const steps = this.#queue.unsent().map((operation): OutboxStep => {
      return { kind: 'end', operation, outcome: { kind: 'cancelled' }, seen: null };
    });
    if (steps.length === 0) return;
    await this.#commits.commit(steps);
    await this.#renew();
  }

  /** Waits, keeping the lease. */
  async #rest(until: number, why: Extract<RunNews, { kind: 'waiting' }>['why']): Promise<void> {
    const { clock, limits, tell } = this.#ports;
    await this.#commits.store();
    tell({ kind: 'waiting', why, until });
    await clock.sleep(Math.max(0, Math.min(until - clock.now(), limits.leaseTime / 3)));
    await this.#commits.commit([]);
  }

  async #take(due: readonly QueuedUser[]): Promise<void> {
    const { clock, limits, newId } = this.#ports;
    const askedAt = momentOf(clock);
    const isOld = (): boolean => since(clock, askedAt) > limits.leaseTime;
    const read = await this.#read(due.map(({ work }) => work.userId));
    // a window that slept meanwhile asks again
    if (read === null || isOld()) return;
    const now = clock.now();
    const isCancelled = this.#commits.control === 'cancel';
    const steps: OutboxStep[] = [];
    const sends: SentOperation[] = [];
    due.forEach((waiting, i) => {
      const answer = read[i] ?? { kind: 'unread', retryAfter: null };
      const became = taken(waiting, answer, { now, limits, isCancelled, newId });
      this.#unreadable.delete(waiting.work.userId);
      if (became.kind === 'wait') {
        if (answer.kind === 'forbidden' || answer.kind === 'refused')
          this.#unreadable.set(waiting.work.userId, answer.raw);
        this.#queue.putOff(waiting.work.userId, became.until);
        if (answer.kind === 'unread' && answer.retryAfter !== null)
          this.#restraint.asked(became.until);
      } else steps.push(became.step);
      if (became.kind === 'send') sends.push(became.sent);
    });
    if (steps.length === 0) return;
    const { refused } = await this.#commits.commit(steps);
    const claimed = sends.filter(({ operation }) => !refused.has(operation.userId));
    if (claimed.length > 0) await this.#send(claimed, isOld);
  }

  /** When the only ones left are in doubt and may not be read, their outcome cannot be known: they stay. */
  #stopIfUnreadable(): void {
    const raws = this.#queue.awaited().map(({ work }) => this.#unreadable.get(work.userId));
    const [raw] = raws;
    if (raw === undefined || raws.includes(undefined)) return;
    throw new Ended({ kind: 'noAccess', raw });
  }

  async #read(users: readonly UserId[]): Promise<readonly ReadAnswer[] | null> {
    await this.#commits.storeOld();
    const answer = await this.#ports.provider.read(users);
    if (answer.ok) {
      if (this.#silences > 0) this.#ports.tell({ kind: 'reached' });
      this.#silences = 0;
      return answer.value;
    }
    await this.#unanswered(answer.error);
    return null;
  }

  /** `isOld`: true when what was read of them may not be believed any more. */
  async #send(sent: readonly SentOperation[], isOld: () => boolean): Promise<void> {
    const { clock, provider } = this.#ports;
    const answer = await provider.send(
      sent.map(({ sending }) => sending),
      () => this.#commits.maySend && !isOld(),
      () => this.#commits.isAsked(),
    );
    const now = clock.now();
    if (!answer.ok) {
      const isUnclear = answer.error.kind === 'unclear';
      await this.#commits.commit(
        sent.map(({ operation }) => (isUnclear ? doubt(operation) : later(operation, now))),
      );
      await this.#unanswered(answer.error);
      return;
    }
    this.#silences = 0;
    const steps: OutboxStep[] = [];
    const refused: { sent: SentOperation; why: Refused }[] = [];
    sent.forEach((one, i) => {
      const reply: SendAnswer = answer.value[i] ?? { kind: 'unclear' };
      const { attempts } = one.operation;
      if (reply.kind === 'refused') refused.push({ sent: one, why: reply });
      else if (reply.kind === 'busy' && attempts >= MOST_BUSY) {
        refused.push({ sent: one, why: { ...reply, reason: 'other', skuId: null } });
      } else {
        const step = told(one, reply, now, (ms) => now + this.#wait(ms, attempts - 1));
        steps.push(step);
        const { state } = step.operation;
        const isAsked = reply.kind === 'throttled' || reply.kind === 'busy';
        if (isAsked && state.kind === 'waiting') this.#restraint.asked(state.until);
      }
    });
    this.#restraint.adapt(answer.value);
    await this.#commits.settle(steps);
    if (answer.value.some(({ kind }) => kind === 'signIn')) throw new Ended({ kind: 'signIn' });
    await this.#stopIfForbidden(refused, sent.length);
    if (refused.length > 0) await this.#confirm(refused);
  }

  /**
   * A batch of which every change is forbidden may be of users whom this person may not change, and ends
   * them one by one. A second one in a row tells that nobody may be changed: its users stay pending.
   */
  async #stopIfForbidden(
    refused: readonly { sent: SentOperation; why: Refused }[],
    all: number,
  ): Promise<void> {
    const [first] = refused;
    const isAll = refused.length === all && refused.every(({ why }) => why.reason === 'forbidden');
    this.#forbidden = isAll ? this.#forbidden + 1 : 0;
    if (this.#forbidden < 2 || first === undefined) return;
    const now = this.#ports.clock.now();
    await this.#commits.commit(refused.map(({ sent }) => later(sent.operation, now)));
    throw new Ended({ kind: 'noAccess', raw: first.why.raw });
  }

  /** Reads those again who were refused: only what is seen decides. */
  async #confirm(refused: readonly { sent: SentOperation; why: Refused }[]): Promise<void> {
    const { clock, limits, provider } = this.#ports;
    await this.#commits.storeOld();
    const askedAt = momentOf(clock);
    const answer = await provider.read(refused.map(({ sent }) => sent.operation.userId));
    const now = clock.now();
    const isOld = since(clock, askedAt) > limits.leaseTime || this.#commits.hasJumped;
    const answers = answer.ok && !isOld ? answer.value : [];
    const steps = refused.map(({ sent: { operation, seen }, why }, i): OutboxStep => {
      const read = answers[i] ?? { kind: 'unread', retryAfter: null };
      const after = afterRefusal(operation, why, {
        answer: read,
        isWhole: seen.isWhole,
        now,
        limits,
      });
      switch (after.kind) {
        case 'end':
          return { kind: 'end', operation, outcome: after.outcome, seen: after.seen };
        case 'inDoubt':
          return unsure(operation);
        case 'wait':
          return later(operation, after.until, 'lag');
        case 'short':
          this.#refusals.set(operation.id, why);
          return later(operation, now, 'shortage');
      }
    });
    await this.#commits.settle(steps);
    if (!answer.ok) await this.#unanswered(answer.error);
  }

  /** Nothing that is still open can free a license: those who wait for one are refused for good. */
  async #giveUpShort(): Promise<void> {
    const steps = this.#queue.short().flatMap(({ operation }): OutboxStep[] => {
      if (operation === null) return [];
      const { raw, code, requestId } = this.#refusals.get(operation.id) ?? UNTOLD;
      const locationSet = operation.locationSetAt !== null;
      const outcome = { kind: 'rejected', raw, code, requestId, locationSet } as const;
      return [{ kind: 'end', operation, outcome, seen: null }];
    });
    await this.#commits.commit(steps);
  }

  async #unanswered(none: NoAnswer): Promise<void> {
    const { clock } = this.#ports;
    switch (none.kind) {
      case 'signIn':
        throw new Ended({ kind: 'signIn' });
      case 'noAccess':
        throw new Ended({ kind: 'noAccess', raw: none.raw });
      case 'refused':
        throw new Ended({ kind: 'refused', raw: none.raw });
      case 'throttled':
        await this.#rest(clock.now() + this.#wait(none.retryAfter, 0), 'throttled');
        return;
      case 'unclear':
      case 'notSent':
        await this.#rest(clock.now() + this.#wait(null, this.#silences++), 'unreachable');
    }
  }

  /** How long to wait, in ms: what was told, else longer every time; spread, never less than a second. */
  #wait(told: number | null, times: number): number {
    const { limits, random } = this.#ports;
    const ms = told ?? Math.min(limits.longestBackoff, limits.backoff * 2 ** times);
    return Math.max(1_000, ms) * (1 + random.next() / 4);
  }
}
