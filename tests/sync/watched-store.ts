import { steady } from '#base/pace.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Product } from '#licenses/product.ts';
import type { DirectPath, Operation, OperationId, RunId } from '#plan/operation.ts';
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
import { isPending } from '#users/user-table.ts';
import { batchOf, describeByPart, graphUser, owned } from '../users/merge-records.ts';
import { draftOf, StoredPlanning } from './stored-planning.ts';
import { SERVICE_PLAN } from './people.ts';
import type { Ended, KnownUser, Undone, WatchedOutbox } from './watched-outbox.ts';
import { limits } from './weather.ts';

const ID = 'simulated' as CustomerId;

const productOf = (sku: SkuId): Product => ({
  ...owned(sku),
  servicePlans: [{ id: SERVICE_PLAN, partName: 'S1', appliesTo: 'User' }],
});

/** The real store, with its customer as the simulation looks at it. */
export class WatchedStore implements WatchedOutbox {
  readonly users = new Map<UserId, KnownUser>();
  readonly open = new Map<UserId, Operation>();
  readonly claimedAt = new Map<OperationId, number>();
  readonly ended: Ended[] = [];
  readonly released: Operation[] = [];
  readonly faults: string[] = [];
  isDone = false;
  readonly #db: SeatwiseDatabase;
  readonly #planning: StoredPlanning;
  #runs = 0;
  /** Ends of users whom a cancel took out of the plan before they were claimed. */
  #cancelled = 0;

  constructor(db: SeatwiseDatabase) {
    this.#db = db;
    this.#planning = new StoredPlanning(db, ID);
  }

  async begin(): Promise<void> {
    const known = [...this.users.values()];
    const skus = [...new Set(known.flatMap(({ baseline }) => [...baseline.keys()]))];
    const users = known.map(({ userId, told, location }, n) =>
      graphUser(n, { objectId: userId, licenses: told, usageLocation: location }),
    );
    const target = { kind: 'new', id: ID, name: 'simulated' } as const;
    const options = { wholeCustomer: false, describe: describeByPart };
    const batch = batchOf(users, { products: skus.map(productOf) });
    await writeBatch(this.#db, target, batch, options, () => 0, steady);
    for (const { userId, wishes, wishedLocation } of known) {
      await this.#planning.save(userId, draftOf(wishes, wishedLocation));
    }
    await this.#look();
  }

  /** I2 and I13 in the store: each end is there once, and the counts are those of the ends. */
  async finish(): Promise<void> {
    const runs = await listRuns(this.#db, ID);
    const outcomes = await Promise.all(runs.map(({ id }) => runOutcomes(this.#db, ID, id)));
    const counted = runs.flatMap(({ counts }) => Object.values(counts));
    const sum = counted.reduce((all, count) => all + count, 0);
    const ends = this.ended.length + this.#cancelled;
    if (outcomes.flat().length !== ends) this.faults.push(`I2: ${ends} ends are not all stored`);
    if (sum !== ends) this.faults.push(`I13: ${sum} counted of ${ends} ends`);
    const { customer, table } = await this.#planning.load();
    const pending = [...table.flags.keys()].filter((at) => isPending(table, at)).length;
    if (customer.pendingCount !== pending) this.faults.push('I13: pending users are miscounted');
  }

  async wish(user: UserId, sku: SkuId, path: DirectPath): Promise<boolean> {
    const isPlanned = await this.#planning.save(user, draftOf(new Map([[sku, path]]), null));
    await this.#look();
    return isPlanned;
  }

  async steer(control: Control, now: number): Promise<readonly UserId[] | null> {
    const run = await getRun(this.#db, ID, null);
    if (run === null || run.endedAt !== null) return null;
    const before = control === 'cancel' ? await this.#unsent() : [];
    await setControl(this.#db, ID, run.id, control, 'Ada', now);
    this.#cancelled += before.length;
    await this.#look();
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
    await this.#look();
  }

  async undo(user: UserId): Promise<(() => Promise<Undone | null>) | null> {
    const press = await this.#planning.undo(user);
    if (press === null) return null;
    return async () => {
      const undone = await press();
      await this.#look();
      return undone;
    };
  }

  async insist(user: UserId): Promise<void> {
    await settleHeld(this.#db, ID, [await this.#positionOf(user)], 'apply');
    await this.#look();
  }

  forWindow(name: string): StoredOutbox {
    const outbox = new StoredOutbox(this.#db, ID, name, limits.leaseTime);
    const { commit } = outbox;
    return Object.assign(outbox, {
      commit: async (lease: Lease, steps: readonly OutboxStep[], now: number) => {
        const committed = await commit.call(outbox, lease, steps, now);
        if (committed !== null) this.#follow(steps, committed, now);
        await this.#look();
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
        this.claimedAt.set(id, at);
      }
      if (step.kind === 'claim' || step.kind === 'update') {
        this.open.set(userId, operation);
        continue;
      }
      if (step.kind === 'release') {
        this.open.delete(userId);
        this.released.push(operation);
        continue;
      }
      this.open.delete(userId);
      this.ended.push({ operation, outcome: step.outcome, at });
      const known = this.users.get(userId);
      if (known && step.seen !== null) this.users.set(userId, { ...known, knownAt: at });
    }
  }

  async #look(): Promise<void> {
    const { table, sets } = await this.#planning.load();
    const held = new Set((await this.#db.held.toArray()).map(({ position }) => position));
    table.texts.id.forEach((id, position) => {
      const known = this.users.get(id as UserId);
      if (known === undefined) return;
      const set = sets.at(table.licenses.baseline[position] ?? 0);
      const baseline = new Map([...known.baseline.keys()].map((sku) => [sku, directOf(set, sku)]));
      this.users.set(known.userId, { ...known, baseline, isHeld: held.has(position) });
    });
    const isPlanned = [...table.flags.keys()].some((at) => isPending(table, at) && !held.has(at));
    this.isDone = this.open.size === 0 && !isPlanned;
  }

  /** Whom a run would claim. */
  async #unsent(): Promise<UserId[]> {
    const { table } = await this.#planning.load();
    const held = new Set((await this.#db.held.toArray()).map(({ position }) => position));
    return (table.texts.id as readonly UserId[]).filter(
      (user, at) => isPending(table, at) && !held.has(at) && !this.open.has(user),
    );
  }

  async #positionOf(user: UserId): Promise<number> {
    return (await this.#planning.load()).table.texts.id.indexOf(user);
  }
}
