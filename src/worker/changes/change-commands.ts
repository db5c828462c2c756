import { type PageAsk, pageOf } from '#base/page.ts';
import type { CustomerId } from '#customers/customer.ts';
import { changePartOf, type ChangePart } from '#plan/change-parts.ts';
import type { Change, ChangeId } from '#plan/change.ts';
import { emptyDraft } from '#plan/draft.ts';
import {
  changeStandingOf,
  countByStanding,
  type UserStanding,
  userStandingOf,
} from '#plan/standing.ts';
import { changeOutcomes, type ChangeOutcomes, outcomesOf } from '#store/change-outcomes.ts';
import { getChange } from '#store/changes.ts';
import { writeDraft } from '#store/drafts.ts';
import { emptySelection, withPositions } from '#users/selection-edit.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { Desk } from '#worker/desk.ts';
import { nextTurn } from '#worker/jobs/next-turn.ts';
import { draftPlace } from '#worker/manage/scope-key.ts';
import type { CustomerAsk, WindowId } from '#worker/scope-types.ts';
import type { SheetView } from '#worker/sheets/sheet-types.ts';
import { savedSheet } from '#worker/sheets/sheet-view.ts';
import type { SelectionView } from '#worker/users/user-types.ts';
import { changeRow } from './change-row.ts';
import type { ChangeView, OutcomeFilter, ToldChange } from './change-types.ts';

interface ChangeAsk extends CustomerAsk, PageAsk {
  readonly changeId: ChangeId;
  readonly filter: OutcomeFilter;
}

interface SelectAgainAsk {
  readonly customerId: CustomerId;
  readonly window: WindowId;
  readonly changeId: ChangeId;
  readonly which: 'all' | 'notChanged';
}

/** What became of a Save, per user. */
export function changeCommands({ db, customers, selections, now }: Desk) {
  // what a Save planned never changes, while its pages are turned
  let last: { readonly id: ChangeId; readonly sheet: SheetView } | null = null;
  const sheetOf = async ({ planner }: OpenCustomer, change: Change): Promise<SheetView> => {
    if (last?.id === change.id) return last.sheet;
    const sheet = await savedSheet(planner, change);
    last = { id: change.id, sheet };
    return sheet;
  };
  return {
    async change(ask: ChangeAsk): Promise<ChangeView | null> {
      const { customerId: id, changeId, filter, locale } = ask;
      const open = await customers.open(id);
      const change = await getChange(db, id, changeId);
      if (!change) return null;
      const namer = open.namer(locale);
      const outcomes = changeOutcomes(change, await outcomesOf(db, id));
      const partOf = (index: number): ChangePart =>
        changePartOf(userStandingOf(change, index), outcomes.ofUsers[index]?.kind ?? null);
      const parts = { done: 0, waits: 0, notChanged: 0, already: 0 };
      const indexes: number[] = [];
      for (let index = 0; index < change.users.length; index++) {
        const part = partOf(index);
        parts[part]++;
        if (filter === 'all' || filter === part) indexes.push(index);
      }
      const { shown, total, page } = pageOf(indexes, ask);
      await nextTurn('asked');
      const sheet = await sheetOf(open, change);
      await nextTurn('asked');
      return {
        ...toldChange(open, change, outcomes),
        id: change.id,
        note: change.note,
        parts,
        sheet,
        events: change.events.toReversed(),
        shortages: change.shortages,
        isOneDraft: change.parts.length === 1,
        rows: shown.map((index) =>
          changeRow(open.data, { change, index, outcome: outcomes.ofUsers[index] ?? null }, namer),
        ),
        matching: total,
        page,
        names: namer.view(),
      };
    },

    /** Selects the users of a change with these outcomes and restores its ticks. */
    async selectAgain(ask: SelectAgainAsk): Promise<SelectionView> {
      const { customerId: id, window, changeId, which } = ask;
      const open = await customers.open(id);
      const change = await getChange(db, id, changeId);
      const isMeant = (index: number): boolean =>
        change !== null &&
        (which === 'all' || ['notChanged', 'waits'].includes(userStandingOf(change, index)));
      const indexes = [...(change?.users.keys() ?? [])].filter(isMeant);
      const positions = indexes.map((index) => change?.users[index] ?? 0);
      const next = await selections.edit(id, window, () =>
        withPositions(emptySelection, positions, true, now()),
      );
      if (change) {
        // what several parts ticked fits on no screen
        const draft = change.parts.length === 1 ? change.parts[0] : undefined;
        const place = draftPlace(id, { kind: 'selection', window });
        await writeDraft(db, place, draft ?? emptyDraft, now());
      }
      return selections.view(open, next, null);
    },
  };
}

/** What is told of a change, but its sheet and names. */
export const toldChange = (
  { data }: OpenCustomer,
  change: Change,
  { counts: outcomes }: ChangeOutcomes,
): Omit<ToldChange, 'sheet' | 'names'> => ({
  customer: data.customer,
  savedAt: change.savedAt,
  operator: change.operator,
  reference: change.reference,
  standing: changeStandingOf(countByStanding(change)),
  counts: countsOf(change),
  outcomes,
  total: change.users.length,
});

/** Users of a change by how it stands for them. */
function countsOf(change: Change): Record<UserStanding, number> {
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
