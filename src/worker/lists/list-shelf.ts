import { BitSet } from '#base/bit-set.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { dropListPlan, type ListPlan, readListPlan, writeListPlan } from '#store/list-plans.ts';
import type { WindowId } from '#worker/scope-types.ts';

/** A list with everybody it plans for. */
export interface ShelvedList {
  readonly plan: ListPlan;
  readonly members: BitSet;
}

const nobody = new BitSet();

const shelved = (plan: ListPlan): ShelvedList => {
  const members = new BitSet();
  for (const { users } of plan.parts) for (const position of users) members.add(position);
  return { plan, members };
};

/** The assignment list that each window reviews, one per customer, kept for a reload. */
export class ListShelf {
  readonly #db: SeatwiseDatabase;
  readonly #now: () => number;
  /** As the same objects, so that the planner knows their users again. */
  readonly #known = new Map<string, ShelvedList>();

  constructor(db: SeatwiseDatabase, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /** Takes the list in the place of the one before. */
  async put(id: CustomerId, window: WindowId, plan: ListPlan): Promise<void> {
    await writeListPlan(this.#db, { customerId: id, window, now: this.#now() }, plan);
    this.#known.set(`${id} ${window}`, shelved(plan));
  }

  /** The list; null when it was saved, or another one was read since. */
  async get(id: CustomerId, window: WindowId, listId: string): Promise<ShelvedList | null> {
    const key = `${id} ${window}`;
    const known = this.#known.get(key);
    if (known?.plan.listId === listId) return known;
    const plan = await readListPlan(this.#db, id, window);
    if (plan?.listId !== listId) return null;
    const found = shelved(plan);
    this.#known.set(key, found);
    return found;
  }

  /** Everybody for whom the list plans. */
  async members(id: CustomerId, window: WindowId, listId: string): Promise<BitSet> {
    return (await this.get(id, window, listId))?.members ?? nobody;
  }

  /** Forgets a list that was saved. */
  async drop(id: CustomerId, window: WindowId, listId: string): Promise<void> {
    this.#known.delete(`${id} ${window}`);
    await dropListPlan(this.#db, { customerId: id, window }, listId);
  }

  /** Forgets what is in memory of a customer that was removed or replaced. */
  forget(id: CustomerId): void {
    for (const key of this.#known.keys()) if (key.startsWith(`${id} `)) this.#known.delete(key);
  }
}
