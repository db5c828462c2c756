import type { Change } from '#plan/change.ts';
import {
  changeStandingOf,
  countByStanding,
  userStandingOf,
  type UserStanding,
} from '#plan/standing.ts';
import { emptyDraft } from '#plan/draft.ts';
import { writeDraft } from '#store/drafts.ts';
import { changeOutcomes, outcomesOf } from '#store/change-outcomes.ts';
import { getChange } from '#store/changes.ts';
import { withPositions, emptySelection } from '#users/selection-edit.ts';
import { scopeKey } from '#worker/manage/scope-key.ts';
import { changeRow } from './change-row.ts';
import type { Commands, Desk } from '#worker/desk.ts';
import { clampPage } from '#worker/users/user-commands.ts';

/** What became of a Save, per user. */
export function changeCommands({
  db,
  customers,
  selections,
  now,
}: Desk): Pick<Commands, 'change' | 'selectAgain'> {
  return {
    async change({ customerId: id, changeId, filter, page, pageSize, locale }) {
      const open = await customers.open(id);
      const change = await getChange(db, id, changeId);
      if (!change) return null;
      const namer = open.namer(locale);
      const indexes = indexesOf(change, filter === 'all' ? null : [filter]);
      const at = clampPage(page, indexes.length, pageSize);
      const outcomes = changeOutcomes(change, await outcomesOf(db, id));
      return {
        id: change.id,
        customer: open.data.customer,
        savedAt: change.savedAt,
        operator: change.operator,
        reference: change.reference,
        note: change.note,
        standing: changeStandingOf(countByStanding(change)),
        counts: countsOf(change),
        outcomes: outcomes.counts,
        total: change.users.length,
        events: change.events.toReversed(),
        shortages: change.shortages,
        isOneDraft: change.parts.length === 1,
        rows: indexes
          .slice(at * pageSize, (at + 1) * pageSize)
          .map((index) =>
            changeRow(open.data, change, index, namer, outcomes.ofUsers[index] ?? null),
          ),
        matching: indexes.length,
        page: at,
        names: namer.view(),
      };
    },

    async selectAgain({ customerId: id, window, changeId, which }) {
      const open = await customers.open(id);
      const change = await getChange(db, id, changeId);
      const indexes = change
        ? indexesOf(change, which === 'all' ? null : ['notChanged', 'waits'])
        : [];
      const positions = indexes.map((index) => change?.users[index] ?? 0);
      const next = await selections.edit(id, window, () =>
        withPositions(emptySelection, positions, true, now()),
      );
      if (change) {
        // what several parts ticked fits on no screen
        const draft = change.parts.length === 1 ? change.parts[0] : undefined;
        const scope = scopeKey({ kind: 'selection', window });
        await writeDraft(db, id, window, scope, draft ?? emptyDraft, now());
      }
      return selections.view(open, next, null);
    },
  };
}

/** Where in the columns those users stand for whom the change stands so; null: all. */
function indexesOf(change: Change, wanted: readonly UserStanding[] | null): number[] {
  const indexes: number[] = [];
  for (let index = 0; index < change.users.length; index++) {
    if (wanted === null || wanted.includes(userStandingOf(change, index))) indexes.push(index);
  }
  return indexes;
}

/** Users of a change by how it stands for them. */
export function countsOf(change: Change): Record<UserStanding, number> {
  const counts = {
    planned: 0,
    already: 0,
    unchanged: 0,
    notChanged: 0,
    waits: 0,
    takenOut: 0,
    ended: 0,
  };
  for (let index = 0; index < change.users.length; index++) counts[userStandingOf(change, index)]++;
  return counts;
}
