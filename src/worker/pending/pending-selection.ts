import type { CustomerId } from '#customers/customer.ts';
import type { UserId } from '#users/ids.ts';
import type { Matching } from './find-pending.ts';
import type { PendingUser } from './pending-types.ts';
import type { Pending } from './pending-users.ts';

/** The pending users whom the window of this worker has selected. */
export class PendingSelection {
  #of = new Map<CustomerId, Set<UserId>>();

  has({ customerId, userId }: PendingUser): boolean {
    return this.#of.get(customerId)?.has(userId) ?? false;
  }

  set({ customerId, userId }: PendingUser, selected: boolean): void {
    const users = this.#of.get(customerId) ?? new Set();
    if (selected) this.#of.set(customerId, users.add(userId));
    else users.delete(userId);
  }

  clear(): void {
    this.#of.clear();
  }

  /** Lets go of whoever is not pending any more: who is again later was not chosen. `all`: everybody who is. */
  keepPending(all: readonly Pending[]): void {
    const before = this.#of;
    this.#of = new Map();
    for (const { customer, users } of all) {
      const selected = before.get(customer.id);
      if (selected === undefined || selected.size === 0) continue;
      const kept = users.ids().filter((userId) => selected.has(userId));
      this.#of.set(customer.id, new Set(kept));
    }
  }

  /** Those of a customer, by index. */
  among({ customer, users, indexes }: Matching): number[] {
    const selected = this.#of.get(customer.id);
    if (selected === undefined) return [];
    return indexes.filter((index) => selected.has(users.who(index).userId));
  }

  /** How many are selected. */
  get count(): number {
    return [...this.#of.values()].reduce((sum, { size }) => sum + size, 0);
  }
}
