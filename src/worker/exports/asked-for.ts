import { unreachable } from '#base/unreachable.ts';
import type { Position } from '#users/ids.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { Desk } from '#worker/desk.ts';
import type { ExportedUsers } from './export-types.ts';

/** Tells who is asked for, whatever their order. */
export async function askedFor(
  { selections }: Pick<Desk, 'selections'>,
  open: OpenCustomer,
  users: ExportedUsers,
): Promise<(position: Position) => boolean> {
  switch (users.kind) {
    case 'all':
      return () => true;
    case 'matching': {
      const matches = await open.findMatches(users.query);
      return (position) => matches.has(position);
    }
    case 'selected': {
      const { members } = await selections.get(open.data.customer.id, users.window);
      return (position) => members.has(position);
    }
    default:
      return unreachable(users);
  }
}
