import type { Commands, Desk } from './commands.ts';
import { usersOf } from './manage.ts';

/** Drafts made from something else than ticks. Nothing here writes: the page ticks what it is given. */
export function fillCommands(desk: Desk): Pick<Commands, 'revokeEverything'> {
  const { customers } = desk;
  return {
    async revokeEverything(id, scope) {
      const open = await customers.open(id);
      return open.planner.revokeEverything(await usersOf(desk, open, scope, 'en'));
    },
  };
}
