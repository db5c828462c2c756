import { copyLicenses } from '#plan/copy-licenses.ts';
import { everybody } from '#users/user-query.ts';
import type { Commands, Desk } from '#worker/desk.ts';
import { usersOf } from './scope.ts';
import { clampPage, positionOf, rowsOf } from '#worker/users/user-commands.ts';

/** Drafts made from something else than ticks. Nothing here writes: the page ticks what it is given. */
export function fillCommands(
  desk: Desk,
): Pick<Commands, 'revokeEverything' | 'copyLicenses' | 'findUsers'> {
  const { customers } = desk;
  return {
    async revokeEverything(id, scope) {
      const open = await customers.open(id);
      return open.planner.revokeEverything(await usersOf(desk, open, scope, 'en'));
    },

    async copyLicenses(id, from) {
      const open = await customers.open(id);
      const { table, sets, products } = open.data;
      const position = positionOf(open, from);
      if (position === null) return null;
      return copyLicenses(sets.at(table.licenses.planned[position] ?? 0), products);
    },

    async findUsers({ customerId: id, text, page, pageSize, locale }) {
      const open = await customers.open(id);
      const { order } = await open.find({ ...everybody, text }, locale);
      const at = clampPage(page, order.length, pageSize);
      return rowsOf(open, order, at, pageSize, locale, () => false);
    },
  };
}
