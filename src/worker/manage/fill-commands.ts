import type { PageAsk } from '#base/page.ts';
import type { CustomerId } from '#customers/customer.ts';
import { copyLicenses } from '#plan/copy-licenses.ts';
import type { Filling } from '#plan/filling.ts';
import type { RevokeEverything } from '#plan/revoke-everything.ts';
import type { UserId } from '#users/ids.ts';
import { everybody } from '#users/user-query.ts';
import type { Desk } from '#worker/desk.ts';
import type { CustomerAsk, Scope } from '#worker/scope-types.ts';
import { asked } from '#worker/jobs/next-turn.ts';
import { pageOfUsers } from '#worker/users/page-of-users.ts';
import type { UserPage } from '#worker/users/user-types.ts';
import { usersOf } from './scope.ts';

interface FindUsersAsk extends CustomerAsk, PageAsk {
  readonly text: string;
}

/** Drafts made from something else than ticks. Nothing here writes: the page ticks what it is given. */
export function fillCommands(desk: Desk) {
  const { customers } = desk;
  return {
    /** What the draft for leavers would tick for the scope. Ticks nothing. */
    async revokeEverything(id: CustomerId, scope: Scope): Promise<RevokeEverything> {
      const open = await customers.open(id);
      const users = await usersOf(desk, open, scope, 'en');
      return asked(open.planner.revokeEverythingInSteps(users));
    },

    /** What gives others the licenses of this user; null when the customer has no such user. Ticks nothing. */
    async copyLicenses(id: CustomerId, from: UserId): Promise<Filling | null> {
      const open = await customers.open(id);
      const { table, sets, products } = open.data;
      const position = open.positionOf(from);
      if (position === null) return null;
      const set = table.licenses.planned[position] ?? 0;
      const { draft, skips } = copyLicenses(sets.at(set), products);
      const untold = { kind: 'licensesUntold', users: 1 } as const;
      return { draft, skips: sets.isUntold(set) ? [untold, ...skips] : skips };
    },

    /** Users of the customer whose names hold the text, by display name. */
    async findUsers(ask: FindUsersAsk): Promise<Pick<UserPage, 'rows' | 'total' | 'page'>> {
      const { customerId: id, text, locale } = ask;
      const open = await customers.open(id);
      const { order: users } = await open.find({ ...everybody, text }, locale);
      return pageOfUsers({ open, users, isSelected: () => false }, ask);
    },
  };
}
