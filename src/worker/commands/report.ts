import { changeStandingOf } from '#plan/change-standing.ts';
import { effectsOf } from '#plan/effects.ts';
import { standingsOf } from '#plan/standings.ts';
import { getChange } from '#store/changes.ts';
import { userHistoryEntry } from '#worker/views/user-history-entry.ts';
import type { Commands, Desk } from './commands.ts';

/** What a change does, for the customer to read. */
export function reportCommands({ db, customers }: Desk): Pick<Commands, 'changeReport'> {
  return {
    async changeReport(id, changeId, most, locale) {
      const open = await customers.open(id);
      const change = await getChange(db, id, changeId);
      if (!change) return null;
      const namer = open.namer(locale);
      const { savedAt, operator, reference, users } = change;
      return {
        customer: open.data.customer,
        ...{ savedAt, operator, reference },
        standing: changeStandingOf(standingsOf(change)),
        effects: effectsOf(change, open.data.sets),
        rows: Array.from(users.subarray(0, most), (_, index) =>
          userHistoryEntry(open.data, { change, index }, namer),
        ),
        total: users.length,
        names: namer.view(),
      };
    },
  };
}
