import type { CustomerId } from '#customers/customer.ts';
import type { HandedPlanId } from '#handover/handed-plan.ts';
import { Handed, type HandoverRow, readHandovers, takeBack } from '#store/handovers.ts';
import { sendableWorks } from '#store/kept-back.ts';
import { readView } from '#store/views.ts';
import { isFiltered } from '#users/user-query.ts';
import type { Desk } from '#worker/desk.ts';
import { askedFor } from '#worker/exports/asked-for.ts';
import type { ExportedUsers } from '#worker/exports/export-types.ts';
import type { WindowId } from '#worker/scope-types.ts';
import type { CanBeHandedOver, HandoverView } from './handover-types.ts';

function viewOf(row: HandoverRow): HandoverView {
  const { id, kind, to, operator, at, fileName, fileHash, handed } = row;
  const count = (which: number): number => handed.filter((one) => one === which).length;
  return {
    id,
    kind,
    to,
    operator,
    at,
    fileName,
    fileHash,
    users: handed.length,
    out: count(Handed.out),
    takenBack: count(Handed.back),
    ended: count(Handed.ended),
  };
}

/** What is handed over to others, and taking it back. */
export function handoverCommands(desk: Desk) {
  const { db, customers } = desk;
  return {
    /** Newest first. */
    handovers: async (id: CustomerId) => (await readHandovers(db, id)).map(viewOf),

    async canBeHandedOver(id: CustomerId, window: WindowId): Promise<CanBeHandedOver> {
      const open = await customers.open(id);
      const works = await sendableWorks(db, open.data);
      const count = async (users: ExportedUsers): Promise<number> => {
        const isAskedFor = await askedFor(desk, open, users);
        return works.filter(({ position }) => isAskedFor(position)).length;
      };
      const query = (await readView(db, id, window))?.query;
      return {
        all: works.length,
        selected: await count({ kind: 'selected', window }),
        matching:
          query !== undefined && isFiltered(query)
            ? { query, users: await count({ kind: 'matching', query }) }
            : null,
      };
    },

    /** Whoever is still out is sent from here again; gives for how many. */
    async takeBack(id: CustomerId, handover: HandedPlanId): Promise<number> {
      const users = await takeBack(db, id, handover);
      await customers.reload(id);
      return users;
    },
  };
}
