import type { Customer, CustomerId } from '#customers/customer.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { usersHandedOver } from '#store/handovers.ts';
import { listHeld } from '#store/held.ts';
import { openOperations } from '#store/runs.ts';
import type { OperationRow } from '#store/sync-rows.ts';
import type { OpenCustomers } from '#worker/customers/open-customers.ts';
import { whoWaits, type WhoWaits } from './who-waits.ts';

/** The pending users of a customer by what a sync would do with them, and what is claimed. */
export interface WaitingUsers extends WhoWaits {
  readonly operations: readonly OperationRow[];
}

type Counts = Omit<WhoWaits, 'sent'> & { readonly left: number };

/** Counts pending users; again only when the customer or what is kept back moved. */
export class WaitingCounts {
  readonly #db: SeatwiseDatabase;
  readonly #customers: OpenCustomers;
  readonly #known = new Map<CustomerId, { readonly key: string; readonly counts: Counts }>();

  constructor(db: SeatwiseDatabase, customers: OpenCustomers) {
    this.#db = db;
    this.#customers = customers;
  }

  /** Who waits, with the positions of those who would be sent. */
  async of(id: CustomerId): Promise<WaitingUsers> {
    const { data } = await this.#customers.open(id);
    const [operations, held, handedOver] = await Promise.all([
      openOperations(this.#db, id),
      listHeld(this.#db, id, data.table),
      usersHandedOver(this.#db, id),
    ]);
    const kept = {
      claimed: new Set(operations.map(({ operation }) => operation.position)),
      held: new Set(held.map(({ position }) => position)),
      handedOver: new Set(handedOver),
    };
    return { ...whoWaits(data, kept), operations };
  }

  /** The numbers only. A customer with nothing pending need not be in memory for that. */
  async count({ id, version, pendingCount }: Customer): Promise<Counts> {
    const claimed = await this.#db.operations.where(':id').between([id], [id, []]).count();
    if (pendingCount === 0) return { left: 0, claimed, held: 0, handedOver: 0, withoutId: 0 };
    const key = `${version} ${claimed}`;
    const known = this.#known.get(id);
    if (known?.key === key) return known.counts;
    // what is in memory may not have heard of the last commit yet
    await this.#customers.keepUp(id, version);
    const { sent, operations: _operations, ...rest } = await this.of(id);
    const counts = { ...rest, left: sent.length };
    this.#known.set(id, { key, counts });
    return counts;
  }
}
