import { BitSet } from '#base/bit-set.ts';
import { unreachable } from '#base/unreachable.ts';
import { movesOf, type SheetReader } from '#plan/change-sheet.ts';
import type { SheetItem } from '#plan/sheet-items.ts';
import { getChange } from '#store/changes.ts';
import type { Position } from '#users/ids.ts';
import { NotFound } from '#worker/customers/not-found.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { Desk } from '#worker/desk.ts';
import { asked } from '#worker/jobs/next-turn.ts';
import { choiceOf } from '#worker/manage/choice-of.ts';
import { plannedSave } from '#worker/manage/planned-save.ts';
import type { CustomerAsk } from '#worker/scope-types.ts';
import { pendingReview } from '#worker/sync/pending-review.ts';
import { savedTurnedRound, turnRound } from '#worker/undo/turn-round.ts';
import type { WaitingCounts } from '#worker/sync/waiting-counts.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type { SheetSource } from './sheet-types.ts';

/** Which people of which line are meant. */
export interface LineAsk extends CustomerAsk {
  readonly source: SheetSource;
  readonly item: SheetItem;
  /** In a name or a username, in any letter case. */
  readonly text: string;
}

/** The users of one line. */
export interface LinePeople {
  readonly open: OpenCustomer;
  readonly reader: SheetReader;
  /** Positions of those who match, in display order. */
  readonly users: Uint32Array;
  /** Where in the columns of the reader a user stands. */
  readonly indexOf: ReadonlyMap<Position, number>;
}

type Read = Pick<LinePeople, 'open' | 'reader'>;

async function read(
  desk: Desk,
  waiting: WaitingCounts,
  { customerId: id, locale, source }: LineAsk,
): Promise<Read> {
  const { db, customers, steps } = desk;
  switch (source.kind) {
    case 'review': {
      const { open, review } = await pendingReview(desk, waiting, id);
      return { open, reader: review.sheet };
    }
    case 'draft': {
      const ask = { customerId: id, locale, ...source };
      const { open, planner, users, drafted } = await plannedSave(desk, ask);
      const choice = choiceOf(source.onShortage);
      const change = await asked(planner.changeInSteps(users, drafted, choice));
      return { open, reader: await asked(planner.sheetInSteps(movesOf(change))) };
    }
    case 'step': {
      const { open, step } = await steps.find(id, source.step);
      return {
        open,
        reader: await asked(open.planner.stepSheetInSteps(step, choiceOf(source.onShortage))),
      };
    }
    case 'reversal': {
      const turned = await turnRound(desk, id, source.changeId);
      return { open: turned.open, reader: (await savedTurnedRound(turned, locale)).reader };
    }
    case 'change': {
      const open = await customers.open(id);
      const change = await getChange(db, id, source.changeId);
      if (change === null) throw new NotFound(source.changeId);
      return { open, reader: await asked(open.planner.sheetInSteps(movesOf(change))) };
    }
    default:
      return unreachable(source);
  }
}

/** Reads who is behind a line of a change sheet. */
export async function linePeople(
  desk: Desk,
  waiting: WaitingCounts,
  ask: LineAsk,
): Promise<LinePeople> {
  const { open, reader } = await read(desk, waiting, ask);
  const { users } = reader.moves;
  const indexOf = new Map(reader.indexesOf(ask.item).map((index) => [users[index] ?? 0, index]));
  // a Save keeps the order that it was shown in
  const ordered =
    ask.source.kind === 'review'
      ? await open.inDisplayOrder(BitSet.of(indexOf.keys()), ask.locale)
      : Uint32Array.from(indexOf.keys());
  const rows = new UserRows(open.data, open.namer(ask.locale));
  const wanted = ask.text.trim().toLocaleLowerCase();
  const found = ordered.filter((position) => {
    const { displayName, userPrincipalName } = rows.who(position);
    return `${displayName}\n${userPrincipalName}`.toLocaleLowerCase().includes(wanted);
  });
  return { open, reader, users: found, indexOf };
}
