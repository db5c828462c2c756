import type { Customer, CustomerId } from '#customers/customer.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { getCustomer } from '#store/customers.ts';
import { countGoneWithPlan } from '#store/gone-with-plan.ts';
import { usersHandedOver } from '#store/handovers.ts';
import { listHeld } from '#store/held.ts';
import { countReviewed } from '#store/outbox-plan.ts';
import { reviewOf } from '#store/reviews.ts';
import { openOperations } from '#store/runs.ts';
import type { OperationRow, RunRow } from '#store/sync-rows.ts';
import type { UserTable } from '#users/user-table.ts';
import type { OpenCustomers } from '#worker/customers/open-customers.ts';
import { type KeptBack, whoWaits, type WhoWaits } from './who-waits.ts';

/** The pending users of a customer by what a sync would do with them, and what is claimed. */
export interface WaitingUsers extends WhoWaits {
  readonly operations: readonly OperationRow[];
}

type Counts = Omit<WhoWaits, 'sent'> & { readonly left: number; readonly gone: number };

interface RunCounts {
  readonly left: number;
  readonly changed: number;
  readonly goodUntil: number;
}

/** Who of a customer is kept back now, with what is claimed. `table`: the customer as loaded. */
export async function keptOf(
  db: SeatwiseDatabase,
  id: CustomerId,
  table: UserTable,
): Promise<KeptBack & Pick<WaitingUsers, 'operations'>> {
  const [operations, held, handedOver] = await Promise.all([
    openOperations(db, id),
    listHeld(db, id, table),
    usersHandedOver(db, id),
  ]);
  return {
    operations,
    claimed: new Set(operations.map(({ operation }) => operation.position)),
    held: new Set(held.map(({ position }) => position)),
    handedOver: new Set(handedOver),
  };
}

/** Counts pending users; again only when the customer or what is kept back moved. */
export class WaitingCounts {
  readonly #db: SeatwiseDatabase;
  readonly #customers: OpenCustomers;
  readonly #known = new Map<CustomerId, { readonly key: string; readonly counts: Counts }>();
  readonly #reviewed = new Map<CustomerId, { readonly key: string; readonly count: number }>();

  constructor(db: SeatwiseDatabase, customers: OpenCustomers) {
    this.#db = db;
    this.#customers = customers;
  }

  /** Who waits, with the positions of those who would be sent. */
  async of(id: CustomerId): Promise<WaitingUsers> {
    const { data } = await this.#customers.open(id);
    const { operations, ...kept } = await keptOf(this.#db, id, data.table);
    return { ...whoWaits(data, kept), operations };
  }

  /**
   * What is left to do for a run, while that goes on (`customer` null: an earlier one). `changed`: users who
   * would be sent, but not as its review showed them; `goodUntil`: in ms.
   */
  async ofRun(customer: Customer | null, run: RunRow): Promise<RunCounts> {
    if (customer === null) return { left: 0, changed: 0, goodUntil: Infinity };
    const { left } = await this.count(customer);
    const { id, version } = customer;
    if (run.endedAt !== null) return { left, changed: 0, goodUntil: Infinity };
    const review = await reviewOf(this.#db, id, run.id);
    const goodUntil = review.goodUntil(run.activeAt ?? null);
    if (left === 0) return { left, changed: 0, goodUntil };
    const key = `${version} ${left} ${run.id}`;
    let known = this.#reviewed.get(id);
    if (known?.key !== key) {
      const { data } = await this.#customers.open(id);
      const { sent } = await this.of(id);
      known = { key, count: await countReviewed(this.#db, data, review, sent) };
      if (sent.length === left) this.#reviewed.set(id, known);
    }
    return { left: known.count, changed: left - known.count, goodUntil };
  }

  /** The numbers only. A customer with nothing pending need not be in memory for that. */
  async count({ id, version, pendingCount }: Customer): Promise<Counts> {
    const claimed = await this.#claimed(id);
    const key = `${version} ${claimed}`;
    const known = this.#known.get(id);
    if (known?.key === key) return known.counts;
    const gone = await countGoneWithPlan(this.#db, id);
    const counts =
      pendingCount === 0
        ? { left: 0, claimed, held: 0, handedOver: 0, withoutId: 0, gone }
        : { ...(await this.#pending(id, version)), gone };
    // what moved while it was counted is of neither moment
    const now = await getCustomer(this.#db, id);
    if (now?.version === version && (await this.#claimed(id)) === claimed)
      this.#known.set(id, { key, counts });
    return counts;
  }

  #claimed(id: CustomerId): Promise<number> {
    return this.#db.operations.where(':id').between([id], [id, []]).count();
  }

  async #pending(id: CustomerId, version: number): Promise<Omit<Counts, 'gone'>> {
    // what is in memory may not have heard of the last commit yet
    await this.#customers.keepUp(id, version);
    const { sent, operations: _operations, ...rest } = await this.of(id);
    return { ...rest, left: sent.length };
  }
}
