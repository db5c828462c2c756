import { knownLocale } from '#messages/locale.ts';
import { loadMessages } from '#messages/messages.ts';
import { changeStandingOf, countByStanding } from '#plan/standing.ts';
import { effectsOf } from '#plan/change-effects.ts';
import { changeOutcomes, outcomesOf } from '#store/change-outcomes.ts';
import { getChange } from '#store/changes.ts';
import { changeReasons } from './change-reasons.ts';
import { issueWords } from '#worker/licenses/issue-words.ts';
import { userHistoryEntry } from '#worker/history/user-history-entry.ts';
import { countsOf } from './change-commands.ts';
import type { Commands, Desk } from '#worker/desk.ts';

/** What a change does, for the customer to read. */
export function reportCommands({ db, customers }: Desk): Pick<Commands, 'changeReport'> {
  return {
    async changeReport({ customerId: id, changeId, most, locale }) {
      const open = await customers.open(id);
      const change = await getChange(db, id, changeId);
      if (!change) return null;
      const outcomes = changeOutcomes(change, await outcomesOf(db, id));
      const namer = open.namer(locale);
      const m = await loadMessages(knownLocale(locale) ?? 'en');
      const words = issueWords(m, namer, locale);
      const told = { data: open.data, namer, words };
      const reasons = await changeReasons(db, change, outcomes.ofUsers.slice(0, most), told);
      const { savedAt, operator, reference, users } = change;
      return {
        customer: open.data.customer,
        savedAt,
        operator,
        reference,
        standing: changeStandingOf(countByStanding(change)),
        counts: countsOf(change),
        outcomes: outcomes.counts,
        effects: effectsOf(change, open.data.sets),
        rows: Array.from(users.subarray(0, most), (_, index) => ({
          ...userHistoryEntry(open.data, { change, index }, namer, outcomes.ofUsers[index]),
          reasons: reasons(index),
        })),
        total: users.length,
        names: namer.view(),
      };
    },
  };
}
