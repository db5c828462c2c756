import type { CustomerId } from '#customers/customer.ts';
import { BitSet } from '#base/bit-set.ts';
import { movesOf, type SheetReader } from '#plan/change-sheet.ts';
import type { Change, ChangeId } from '#plan/change.ts';
import { type Reversal, reverseChange } from '#plan/reverse-change.ts';
import { type Staying, whoStays } from '#plan/who-stays.ts';
import { changeOutcomes, outcomesOf } from '#store/change-outcomes.ts';
import { getChange, standingChanges } from '#store/changes.ts';
import { NotFound } from '#worker/customers/not-found.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { Desk } from '#worker/desk.ts';
import { asked } from '#worker/jobs/next-turn.ts';
import { choiceOf } from '#worker/manage/choice-of.ts';
import type { LocaleTag } from '#worker/scope-types.ts';

/** What takes a synced change back at the customer as it is now. */
export interface TurnedRound extends Reversal, Pick<Change, 'savedAt'> {
  readonly open: OpenCustomer;
}

/** Turns a change round for those to whom sync applied it; `NotFound` where there is no such change. */
export async function turnRound(
  { db, customers }: Desk,
  id: CustomerId,
  changeId: ChangeId,
): Promise<TurnedRound> {
  const open = await customers.open(id);
  const [change, changes, outcomes] = await Promise.all([
    getChange(db, id, changeId),
    standingChanges(db, id),
    outcomesOf(db, id),
  ]);
  if (!change) throw new NotFound(changeId);
  const { ofUsers } = changeOutcomes(change, outcomes);
  // what the cloud had already was not our doing, and is not ours to take back
  const isApplied = (index: number): boolean => ofUsers[index]?.kind === 'applied';
  return { open, ...reverseChange(change, changes, open.data, isApplied), savedAt: change.savedAt };
}

/** What a Save of it would plan, and who would stay as they are. Plans nothing. */
export async function savedTurnedRound(
  { open, parts }: TurnedRound,
  locale: LocaleTag,
): Promise<{ readonly reader: SheetReader; readonly staying: readonly Staying[] }> {
  const members = BitSet.of(parts.flatMap(({ users }) => [...users]));
  const users = await open.inDisplayOrder(members, locale);
  // of whoever would wait a Save asks first
  const { planner } = open;
  const change = await asked(planner.changeInSteps(users, parts, choiceOf({ kind: 'ask' })));
  return { reader: await asked(planner.sheetInSteps(movesOf(change))), staying: whoStays(change) };
}
