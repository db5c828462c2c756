import type { PageAsk } from '#base/page.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { type RemovedUsers, removePending, undoRemoval } from '#store/remove-pending.ts';
import type { Desk } from '#worker/desk.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import { findPending, pageOfPending } from './find-pending.ts';
import { PendingSelection } from './pending-selection.ts';
import type {
  PendingQuery,
  PendingSelectionEdit,
  PendingUserPage,
  PlannedUsers,
  RemovalView,
  Removed,
} from './pending-types.ts';
import { PendingUsers } from './pending-users.ts';
import { plannedFor, type PlannedAsk } from './planned-for.ts';
import { removalOf } from './removal.ts';

interface PendingUsersAsk extends PageAsk {
  readonly query: PendingQuery;
  readonly locale: LocaleTag;
}

interface RemovalAsk {
  readonly locale: LocaleTag;
  readonly operator: string;
  /** What the person saw (`RemovalView`). */
  readonly shown: string;
}

/** The pending users of all customers, and taking them out of the plan. */
export function pendingCommands(desk: Desk) {
  const { db, customers, now } = desk;
  const pending = new PendingUsers(desk);
  const selection = new PendingSelection();
  let last: readonly RemovedUsers[] = [];

  const everybody = async (locale: LocaleTag) => {
    const all = await pending.all(locale);
    selection.keepPending(all);
    return all;
  };

  const countOf = (removed: readonly RemovedUsers[]): Removed => ({
    users: removed.reduce((sum, { users }) => sum + users.length, 0),
    customers: removed.length,
  });

  return {
    /** One page of those who match, and how many are pending in which way. */
    async pendingUsers({ query, locale, ...ask }: PendingUsersAsk): Promise<PendingUserPage> {
      const all = await everybody(locale);
      return pageOfPending(findPending(all, query), selection, ask);
    },

    /** What is planned for these users of one customer. */
    plannedFor: (ask: PlannedAsk): Promise<PlannedUsers> => plannedFor(desk, ask),

    async editPendingSelection(edit: PendingSelectionEdit, locale: LocaleTag): Promise<void> {
      if (edit.kind === 'clear') selection.clear();
      else if (edit.kind === 'set')
        for (const user of edit.users) selection.set(user, edit.selected);
      else {
        const { matching } = findPending(await everybody(locale), edit.query);
        for (const { customer, users, indexes } of matching)
          for (const index of indexes)
            selection.set({ customerId: customer.id, userId: users.who(index).userId }, true);
      }
    },

    /** What removing the selected users would do. */
    async pendingRemoval(locale: LocaleTag): Promise<RemovalView> {
      return (await removalOf(desk, await everybody(locale), selection, locale)).view;
    },

    /**
     * Takes the selected users out of the plan, each customer for itself. `stale`: something is not as it
     * was shown, and nothing was written. A customer that moves at that very moment keeps its users.
     */
    async removePending({
      locale,
      operator,
      shown,
    }: RemovalAsk): Promise<Result<Removed, 'stale'>> {
      const { parts, view } = await removalOf(desk, await everybody(locale), selection, locale);
      if (view.shown !== shown) return fail('stale');
      const at = now();
      const removed: RemovedUsers[] = [];
      for (const { customer, positions } of parts) {
        const step = { operator, at, expectedVersion: customer.version };
        const done = await removePending(db, customer.id, positions, step);
        if (!done.ok) continue;
        removed.push(done.value);
        await customers.keepUp(customer.id, done.value.version);
      }
      if (removed.length === 0) return fail('stale');
      last = removed;
      return ok(countOf(removed));
    },

    /** Puts back whom the last removal took out, where the customer has not moved since; gives who that were. */
    async undoPendingRemoval(operator: string): Promise<Removed> {
      const at = now();
      const back: RemovedUsers[] = [];
      for (const one of last) {
        if (!(await undoRemoval(db, one, { operator, at })).ok) continue;
        back.push(one);
        await customers.keepUp(one.id, one.version + 1);
      }
      last = [];
      return countOf(back);
    },
  };
}
