import { unreachable } from '#base/unreachable.ts';
import { everybody } from '#users/user-query.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { Desk } from '#worker/desk.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { ExportedUsers } from './export-types.ts';

/** The positions of the users who are asked for, in the order in which the screen lists them. */
export async function exportedUsers(
  { selections }: Pick<Desk, 'selections'>,
  open: OpenCustomer,
  users: ExportedUsers,
  locale: LocaleTag,
): Promise<Uint32Array> {
  switch (users.kind) {
    case 'all':
      return (await open.find(everybody, locale)).order;
    case 'matching':
      return (await open.find(users.query, locale)).order;
    case 'selected': {
      const { members } = await selections.get(open.data.customer.id, users.window);
      return open.inDisplayOrder(members, locale);
    }
    default:
      return unreachable(users);
  }
}
