import { knownLocale } from '#messages/locale.ts';
import { loadMessages } from '#messages/messages.ts';
import type { ChangeId } from '#plan/change.ts';
import { changeOutcomes, outcomesOf } from '#store/change-outcomes.ts';
import { getChange } from '#store/changes.ts';
import type { Desk } from '#worker/desk.ts';
import { userChange } from '#worker/history/user-change.ts';
import { issueWords } from '#worker/licenses/issue-words.ts';
import type { CustomerAsk } from '#worker/scope-types.ts';
import { savedSheet } from '#worker/sheets/sheet-view.ts';
import { toldChange } from './change-commands.ts';
import { changeReasons } from './change-reasons.ts';
import type { ChangeReport } from './report-types.ts';

interface ChangeReportAsk extends CustomerAsk {
  readonly changeId: ChangeId;
  readonly most: number;
}

/** What a change does, for the customer to read. */
export function reportCommands({ db, customers }: Desk) {
  return {
    /** The change as the customer is told of it, with its first `most` users; null when it is not there. */
    async changeReport(ask: ChangeReportAsk): Promise<ChangeReport | null> {
      const { customerId: id, changeId, most, locale } = ask;
      const open = await customers.open(id);
      const change = await getChange(db, id, changeId);
      if (!change) return null;
      const outcomes = changeOutcomes(change, await outcomesOf(db, id));
      const namer = open.namer(locale);
      const m = await loadMessages(knownLocale(locale) ?? 'en');
      const words = issueWords(m, namer, locale);
      const told = { data: open.data, namer, words };
      const reasons = await changeReasons(db, change, outcomes.ofUsers.slice(0, most), told);
      return {
        ...toldChange(open, change, outcomes),
        sheet: await savedSheet(open.planner, change),
        rows: Array.from(change.users.subarray(0, most), (_, index) => ({
          ...userChange(open.data, { change, index }, namer, outcomes.ofUsers[index]),
          reasons: reasons(index),
        })),
        names: namer.view(),
      };
    },
  };
}
