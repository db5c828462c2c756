import type { PageAsk } from '#base/page.ts';
import type { Desk } from '#worker/desk.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import { findPending, pageOfPending } from './find-pending.ts';
import type { PendingQuery, PendingUserPage } from './pending-types.ts';
import { PendingUsers } from './pending-users.ts';

interface PendingUsersAsk extends PageAsk {
  readonly query: PendingQuery;
  readonly locale: LocaleTag;
}

/** The pending users of all customers. */
export function pendingCommands(desk: Desk) {
  const pending = new PendingUsers(desk);

  return {
    /** One page of those who match, and how many are pending in which way. */
    async pendingUsers({ query, locale, ...ask }: PendingUsersAsk): Promise<PendingUserPage> {
      return pageOfPending(findPending(await pending.all(locale), query), ask);
    },
  };
}
