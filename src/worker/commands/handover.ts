import { Handed, readHandovers, takeBack, type HandoverRow } from '#store/handovers.ts';
import { sendableWorks } from '#store/sendable.ts';
import type { HandoverView } from '#worker/handover-types.ts';
import type { Commands, Desk } from './commands.ts';

function viewOf(row: HandoverRow): HandoverView {
  const { id, kind, to, operator, at, fileName, fileHash, standing } = row;
  const count = (which: number): number => standing.filter((one) => one === which).length;
  return {
    ...{ id, kind, to, operator, at, fileName, fileHash, users: standing.length },
    ...{ out: count(Handed.out), takenBack: count(Handed.back), ended: count(Handed.ended) },
  };
}

/** What is handed over to others, and taking it back. */
export function handoverCommands({
  db,
  customers,
}: Desk): Pick<Commands, 'handovers' | 'canBeHandedOver' | 'takeBack'> {
  return {
    handovers: async (id) => (await readHandovers(db, id)).map(viewOf),

    canBeHandedOver: async (id) =>
      (await sendableWorks(db, (await customers.open(id)).data)).length,

    async takeBack(id, handover) {
      const users = await takeBack(db, id, handover);
      await customers.reload(id);
      return users;
    },
  };
}
