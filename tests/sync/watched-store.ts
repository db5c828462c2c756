import { steady } from '#base/pace.ts';
import { atOnce } from '#base/steps.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Product } from '#licenses/product.ts';
import {
  isSameDirectPath,
  type DirectPath,
  type Operation,
  type OperationId,
  type RunId,
} from '#plan/operation.ts';
import { countPending } from '#plan/pending.ts';
import { BLOCK_SIZE } from '#store/blocks.ts';
import { openChanges } from '#store/changes.ts';
import { foldedPlan } from '#store/replan.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { settleHeld } from '#store/held.ts';
import { StoredOutbox } from '#store/outbox.ts';
import { runOutcomes } from '#store/outcomes.ts';
import { takeReview } from '#store/reviews.ts';
import { getRun, listRuns, setControl, startRun } from '#store/runs.ts';
import { StoredPlan } from '#store/stored-plan.ts';
import { takeOutUsers } from '#store/take-out-users.ts';
import { writeBatch } from '#store/write-batch.ts';
import { directOf } from '#sync/compare.ts';
import type { Committed, Control, Lease, OutboxStep } from '#sync/ports.ts';
import type { UserId } from '#users/ids.ts';
import { isPending, isPresent } from '#users/user-table.ts';
import { StoredDeeds } from './stored-deeds.ts';
import { batchOf, describeByPart, graphUser, owned } from '../users/merge-records.ts';
import { draftOf, StoredPlanning } from './stored-planning.ts';
import { SERVICE_PLAN } from './people.ts';
import type { Ended, KeptOutbox, KnownUser, Undone } from './watched-outbox.ts';
import { limits, type Weather } from './weather.ts';

const ID = 'simulated' as CustomerId;

const productOf = (sku: SkuId): Product => ({
  ...owned(sku),
  servicePlans: [{ id: SERVICE_PLAN, partName: 'S1', appliesTo: 'User' }],
});

/** Users for whom nothing is planned are counted from here. */
const FIRST_OTHER = 10_000;

/** The real store, with its customer as the simulation looks at it. */
export class WatchedStore implements KeptOutbox {
  readonly users = new Map<UserId, KnownUser>();
  readonly open = new Map<UserId, Operation>();
  readonly claimedAt = new Map<OperationId, number>();
  readonly sentAt = new Map<OperationId, number>();
  readonly ended: Ended[] = [];
  readonly released: Operation[] = [];
  readonly faults: string[] = [];
  readonly replaced = new Set<OperationId>();
  activeAt = 0;
  isDone = false;
  isRestored = false;
  #deeds: StoredDeeds | null = null;
  readonly #epochs = new Set<number>();
  #out: ReadonlySet<UserId> = new Set();
  /** When what is known was so, at the last backup. */
  #knownThen: ReadonlyMap<UserId, number> = new Map();
  readonly #db: SeatwiseDatabase;
  readonly #time: () => number;
  readonly #planning: StoredPlanning;
  readonly #others: number;
  #runs = 0;
  #looks = Promise.resolve();
  /** Ends of users whom a cancel took out of the plan before they were claimed. */
  #cancelled = 0;

  /** `time`: what time it is, whatever the device shows. */
  constructor(db: SeatwiseDatabase, time: () => number, { blocks }: Weather) {
    this.#db = db;
    this.#time = time;
    // so many that those for whom something is planned stand at the end of a block and in the next one
    this.#others = blocks ? BLOCK_SIZE - 2 : 0;
    this.#planning = new StoredPlanning(db, ID);
  }

  get deeds(): StoredDeeds {
    if (this.#deeds === null) throw new Error('not begun');
    return this.#deeds;
  }

  async begin(): Promise<void> {
    const known = [...this.users.values()];
    const skus = [...new Set(known.flatMap(({ baseline }) => [...baseline.keys()]))];
    const others = Array.from({ length: this.#others }, (_, n) => graphUser(FIRST_OTHER + n));
    const ids = [...this.users.keys()];
    this.#deeds = new StoredDeeds(this.#db, ID, {
      products: skus.map(productOf),
      users: ids,
      others,
    });
    const planned = known.map(({ userId, told, location }, n) =>
      graphUser(n, { objectId: userId, licenses: told, usageLocation: location }),
    );
    const users = [...others, ...planned];
    const target = { kind: 'new', id: ID, name: 'simulated' } as const;
    const options = { wholeCustomer: false, describe: describeByPart };
    const batch = batchOf(users, { products: skus.map(productOf) });
    await writeBatch(this.#db, target, { batch, options }, { now: () => 0, pace: steady });
    for (const { userId, wishes, wishedLocation } of known) {
      await this.#planning.save(userId, draftOf(wishes, wishedLocation));
    }
    await this.look();
  }

  /** I2 and I13 in the store: each end is there once, and the counts are those of the ends. */
  async finish(): Promise<void> {
    const runs = await listRuns(this.#db, ID);
    const outcomes = await Promise.all(runs.map(({ id }) => runOutcomes(this.#db, ID, id)));
    const counted = runs.flatMap(({ counts }) => Object.values(counts));
    const sum = counted.reduce((all, count) => all + count, 0);
    const stored = outcomes.flat().length;
    const ends = this.isRestored ? stored : this.ended.length + this.#cancelled;
    if (stored !== ends) this.faults.push(`I2: ${ends} ends are not all stored`);
    if (sum !== ends) this.faults.push(`I13: ${sum} counted of ${ends} ends`);
    const data = await this.#planning.load();
    if (data.customer.pendingCount !== countPending(data.table)) {
      this.faults.push('I13: pending users are miscounted');
    }
    const { planned } = atOnce(
      foldedPlan({ ...data, columns: data.table }, await openChanges(this.#db, ID)),
    ).licenses;
    if (planned.some((number, at) => number !== data.table.licenses.planned[at])) {
      this.faults.push('I24: the plan is not what the open changes make of what is known');
    }
  }

  async wish(user: UserId, sku: SkuId, path: DirectPath, turns: number): Promise<boolean> {
    const before = await this.#plannedFor(user, sku);
    const isPlanned = await this.#planning.save(user, draftOf(new Map([[sku, path]]), null), turns);
    await this.look();
    // what a group gives is not given once more, and what is planned already is nothing new
    const after = await this.#plannedFor(user, sku);
    return isPlanned && !isSameDirectPath(before, path) && isSameDirectPath(after, path);
  }

  async steer(control: Control, now: number): Promise<readonly UserId[] | null> {
    const run = await getRun(this.#db, ID, null);
    if (run === null || run.endedAt !== null) return null;
    const before = control === 'cancel' ? await this.#unsent() : [];
    await setControl(this.#db, { customerId: ID, id: run.id }, control, { by: 'Ada', at: now });
    this.#cancelled += before.length;
    await this.look();
    return before;
  }

  async unwish(user: UserId): Promise<void> {
    const db = this.#db;
    const position = await this.#positionOf(user);
    if ((await settleHeld(db, ID, [position], 'drop')) === 0) {
      const tables = [db.customers, db.licenseBlocks, db.changes, db.changeColumns];
      await db.transaction('rw', tables, async () => {
        const plan = await StoredPlan.read(db, ID);
        const lastSequence = plan?.row.lastSequence ?? 0;
        const taking = { operator: 'Ada', at: 1, lastSequence };
        await takeOutUsers(db, ID, new Map([[position, lastSequence]]), taking);
        const known = plan?.user(position);
        if (known) await plan?.write([{ ...known, planned: known.baseline }]);
      });
    }
    await this.look();
  }

  async undo(user: UserId): Promise<(() => Promise<Undone | null>) | null> {
    const press = await this.#planning.undo(user);
    if (press === null) return null;
    return async () => {
      const undone = await press();
      await this.look();
      return undone;
    };
  }

  async insist(user: UserId): Promise<void> {
    await settleHeld(this.#db, ID, [await this.#positionOf(user)], 'apply');
    await this.look();
  }

  forWindow(name: string): StoredOutbox {
    const outbox = new StoredOutbox(this.#db, ID, name, limits.leaseTime);
    const { commit, take } = outbox;
    return Object.assign(outbox, {
      take: async (now: number) => {
        const lease = await take.call(outbox, now);
        if (lease === null) return null;
        if (this.#epochs.has(lease.epoch)) this.faults.push(`I22: epoch ${lease.epoch} again`);
        this.#epochs.add(lease.epoch);
        return lease;
      },
      commit: async (lease: Lease, steps: readonly OutboxStep[], now: number) => {
        const committed = await commit.call(outbox, lease, steps, now);
        if (committed !== null) this.#follow(steps, committed, this.#time());
        await this.look();
        return committed;
      },
    });
  }

  async review(now: number): Promise<boolean> {
    const [last] = await listRuns(this.#db, ID);
    // what a person asked of a run holds until they let it go on
    if (last?.endedAt === null && last.control !== 'go') return false;
    const { customer } = await this.#planning.load();
    const review = await takeReview(this.#db, ID, customer.version, now);
    if (review === null) throw new Error('the customer moved at once');
    const id = `run-${this.#runs++}` as RunId;
    return (
      (await startRun(this.#db, { customerId: ID, id, operator: 'Ada', review }, now)) !== null
    );
  }

  #follow(steps: readonly OutboxStep[], { refused }: Committed, at: number): void {
    for (const step of steps) {
      const { operation } = step;
      const { userId, id } = operation;
      if (refused.has(userId)) continue;
      if (this.open.get(userId)?.id !== id) {
        if (this.claimedAt.has(id)) this.faults.push(`I2: ${id} again after its end`);
        if (this.open.has(userId)) this.faults.push(`I2: ${id} beside another operation`);
        if (this.#out.has(userId)) this.faults.push(`I23: ${userId} is sent and handed over`);
        this.claimedAt.set(id, at);
      }
      if (step.kind === 'claim' || step.kind === 'update') {
        this.open.set(userId, operation);
        if (operation.state.kind === 'sending') this.sentAt.set(id, at);
        continue;
      }
      this.activeAt = at;
      this.open.delete(userId);
      if (step.kind === 'release') this.released.push(operation);
      else this.ended.push({ operation, outcome: step.outcome, at });
      const known = this.users.get(userId);
      if (known && step.seen !== null) this.users.set(userId, { ...known, knownAt: at });
    }
  }

  /** One look after the other: of two at once the older could be the last. */
  look(): Promise<void> {
    this.#looks = this.#looks.then(() => this.#look());
    return this.#looks;
  }

  async #look(): Promise<void> {
    const { table, sets } = await this.#planning.load();
    const held = new Set((await this.#db.held.toArray()).map(({ position }) => position));
    this.#out = await this.deeds.out();
    table.texts.id.forEach((id, position) => {
      const known = this.users.get(id as UserId);
      if (known === undefined) return;
      const told = sets.told(table.licenses.baseline[position] ?? 0);
      const baseline = new Map([...known.baseline.keys()].map((sku) => [sku, directOf(told, sku)]));
      this.users.set(known.userId, { ...known, told, baseline, isHeld: held.has(position) });
    });
    const isPlanned = [...table.flags.keys()].some(
      (at) => isPresent(table, at) && isPending(table, at) && !held.has(at),
    );
    this.isDone = this.open.size === 0 && !isPlanned;
  }

  knownSince(at: number): void {
    for (const [id, known] of this.users) {
      this.users.set(id, { ...known, knownAt: Math.max(known.knownAt, at) });
    }
  }

  backedUp(): void {
    this.#knownThen = new Map([...this.users].map(([id, { knownAt }]) => [id, knownAt]));
  }

  async restored(): Promise<void> {
    for (const { id } of this.open.values()) this.replaced.add(id);
    this.open.clear();
    for (const { userId, operation } of await this.#db.operations.toArray()) {
      this.replaced.add(operation.id);
      this.open.set(userId, operation);
    }
    this.isRestored = true;
    for (const [id, known] of this.users) {
      this.users.set(id, { ...known, knownAt: this.#knownThen.get(id) ?? 0 });
    }
    await this.look();
  }

  /** Whom a run would claim. */
  async #unsent(): Promise<UserId[]> {
    const { table } = await this.#planning.load();
    const held = new Set((await this.#db.held.toArray()).map(({ position }) => position));
    return (table.texts.id as readonly UserId[]).filter(
      (user, at) =>
        isPresent(table, at) &&
        isPending(table, at) &&
        !held.has(at) &&
        !this.open.has(user) &&
        !this.#out.has(user),
    );
  }

  async #plannedFor(user: UserId, sku: SkuId): Promise<DirectPath | 'unknown'> {
    const { table, sets } = await this.#planning.load();
    return directOf(sets.at(table.licenses.planned[table.texts.id.indexOf(user)] ?? 0), sku);
  }

  async #positionOf(user: UserId): Promise<number> {
    return (await this.#planning.load()).table.texts.id.indexOf(user);
  }
}
