import { type PageAsk, pageOf } from '#base/page.ts';
import { inTurns } from '#base/steps.ts';
import { movesAt, movesOf, type SheetLine } from '#plan/change-sheet.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import { changeOutcomes, outcomesOf } from '#store/change-outcomes.ts';
import {
  type ChangeHead,
  type ChangeOfUser,
  changesOf,
  changesOfUser,
  getChange,
  listChanges,
  plannedByChanges,
} from '#store/changes.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import type { OutcomesRow } from '#store/sync-rows.ts';
import type { UserId } from '#users/ids.ts';
import { NotFound } from '#worker/customers/not-found.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { Desk } from '#worker/desk.ts';
import { politePace } from '#worker/jobs/next-turn.ts';
import type { CustomerAsk } from '#worker/scope-types.ts';
import {
  historyEntry,
  type HistoryLine,
  historyLines,
  isProductIn,
  isSaidIn,
  sentChange,
  type SentChange,
} from './history-entry.ts';
import type {
  HistoryEntry,
  HistoryPage,
  UserHistoryEntry,
  UserHistoryPage,
} from './history-types.ts';
import { userChange } from './user-change.ts';

/** How a Save stands once something of its customer was sent; null where nothing was, and for events. */
async function sentOf(
  db: SeatwiseDatabase,
  { head, event }: HistoryLine,
  parts: readonly OutcomesRow[],
): Promise<SentChange | null> {
  if (event !== null || parts.length === 0) return null;
  const change = await getChange(db, head.customerId, head.id);
  if (!change) throw new NotFound(head.id);
  return sentChange(change, parts);
}

/** How sync ended the change for one user. */
const outcomeAt = ({ change, index }: ChangeOfUser, parts: readonly OutcomesRow[]) =>
  changeOutcomes(change, parts).ofUsers[index] ?? null;

interface HistoryAsk extends CustomerAsk, PageAsk {
  readonly text: string;
}

interface UserHistoryAsk extends CustomerAsk, PageAsk {
  readonly userId: UserId;
}

/** What was saved, undone and redone: of a customer, and of one user. */
export function historyCommands({ db, customers }: Desk) {
  // what a Save did never changes, and counting it means reading all its users
  const known = new Map<ChangeId, readonly SheetLine[]>();
  /** What was last counted of a customer for a search: the next one waits for it, and counts the rest. */
  const counting = new Map<CustomerId, Promise<void>>();

  /** Counts what these changes did, of so many that the customer has. */
  const count = async (
    { data, planner }: OpenCustomer,
    heads: readonly ChangeHead[],
    all: number,
  ): Promise<void> => {
    const unknown = heads.filter(({ id }) => !known.has(id));
    const read = unknown.length * 2 > all ? plannedByChanges : changesOf;
    const pace = politePace();
    for await (const change of read(db, data.customer.id, unknown)) {
      const reader = await inTurns(planner.sheetInSteps(movesOf(change)), pace);
      known.set(change.id, reader.sheet().lines);
    }
  };
  const countForSearch = async (
    open: OpenCustomer,
    heads: readonly ChangeHead[],
    all: number,
  ): Promise<void> => {
    const { id } = open.data.customer;
    const before = counting.get(id) ?? Promise.resolve();
    const work = before.catch(() => undefined).then(() => count(open, heads, all));
    counting.set(id, work);
    await work;
  };
  const counted = (id: ChangeId): readonly SheetLine[] => {
    const lines = known.get(id);
    if (lines === undefined) throw new NotFound(id);
    return lines;
  };

  return {
    /** Every Save, undo and redo of the customer whose reference, note, operator or products have the text. */
    async history(ask: HistoryAsk): Promise<HistoryPage> {
      const { customerId: id, text, locale } = ask;
      const heads = await listChanges(db, id);
      const open = await customers.open(id);
      const namer = open.namer(locale);
      const lines = historyLines(heads);
      const wanted = text.trim().toLocaleLowerCase();
      const isSaid = (line: HistoryLine): boolean => wanted === '' || isSaidIn(line, wanted);
      if (wanted !== '') {
        const unsaid = new Set(lines.filter((line) => !isSaid(line)).map(({ head }) => head));
        await countForSearch(open, [...unsaid], heads.length);
      }
      const found = lines.filter(
        (line) => isSaid(line) || isProductIn(counted(line.head.id), wanted, namer),
      );
      const { shown, total: matching, page } = pageOf(found, ask);
      await count(open, [...new Set(shown.map(({ head }) => head))], heads.length);
      const parts = await outcomesOf(db, id);
      const rows: HistoryEntry[] = [];
      for (const line of shown) {
        rows.push(historyEntry(line, counted(line.head.id), await sentOf(db, line, parts)));
      }
      return { rows, matching, total: lines.length, page, names: namer.view() };
    },

    /** Makes ready what a search of the history looks through; without it the first search takes longer. */
    async prepareHistorySearch(id: CustomerId): Promise<void> {
      const heads = await listChanges(db, id);
      await countForSearch(await customers.open(id), heads, heads.length);
    },

    /** Every Save that concerned the user; null when the customer has no such user. */
    async userHistory(ask: UserHistoryAsk): Promise<UserHistoryPage | null> {
      const { customerId: id, userId, locale } = ask;
      const open = await customers.open(id);
      const position = open.positionOf(userId);
      if (position === null) return null;
      const namer = open.namer(locale);
      const { page, pageSize } = ask;
      const wanted = { from: page * pageSize, to: (page + 1) * pageSize };
      const rows: UserHistoryEntry[] = [];
      const parts = await outcomesOf(db, id);
      let total = 0;
      for await (const one of changesOfUser(db, id, position)) {
        if (total >= wanted.from && total < wanted.to) {
          const { lines } = open.planner.sheet(movesAt(one.change, one.index)).sheet();
          rows.push({ ...userChange(open.data, one, namer, outcomeAt(one, parts)), lines });
        }
        total++;
      }
      return { userId, rows, total, page, names: namer.view() };
    },
  };
}
