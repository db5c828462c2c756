import { BitSet } from '#base/bit-set.ts';
import { type PageAsk, pageOf } from '#base/page.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { RunId } from '#plan/operation.ts';
import { changesBetween } from '#store/changes.ts';
import { listHeld, settleHeld } from '#store/held.ts';
import type { OpenCustomer } from '#worker/customers/open-customer.ts';
import type { Desk } from '#worker/desk.ts';
import type { CustomerAsk } from '#worker/scope-types.ts';
import type { SyncDesk } from '#worker/sync/sync-desk.ts';
import { conflictRows, countKinds, positionsOf } from './conflict-rows.ts';
import { OutcomeRows } from './outcome-rows.ts';
import type {
  ConflictChoice,
  ConflictChoiceUsers,
  ConflictPage,
  OutcomePage,
  CallState,
  SyncOutcomeFilter,
} from './outcome-types.ts';
import { runCalls } from './run-calls.ts';
import { ChangeFinder, type SentCall } from './sent-call.ts';

const filterOf = (state: CallState): Exclude<SyncOutcomeFilter, 'all'> =>
  state === 'inDoubt' || state === 'waiting' ? 'open' : state;

function countsOf(calls: readonly SentCall[]): OutcomePage['counts'] {
  const counts = { applied: 0, already: 0, rejected: 0, conflict: 0, cancelled: 0, open: 0 };
  for (const { state } of calls) counts[filterOf(state)]++;
  return counts;
}

/** True when the user's name or userPrincipalName has the text (in lower case). */
const isNamed = ({ data }: OpenCustomer, position: number, text: string): boolean =>
  text === '' ||
  [data.table.texts.displayName, data.table.texts.userPrincipalName].some((names) =>
    names[position]?.toLocaleLowerCase().includes(text),
  );

interface OutcomesAsk extends CustomerAsk, PageAsk {
  readonly runId: RunId;
  readonly filter: SyncOutcomeFilter;
  readonly text: string;
}

interface ConflictsAsk extends CustomerAsk, PageAsk {
  readonly text: string;
}

interface SettleConflictsAsk {
  readonly customerId: CustomerId;
  readonly which: ConflictChoiceUsers;
  readonly choice: ConflictChoice;
  readonly operator: string;
}

/** What became of users in a run, and of those held back. */
export function outcomeCommands(desk: Desk, syncs: SyncDesk) {
  const { db, customers } = desk;

  const callsOf = async ({ data }: OpenCustomer, runId: RunId): Promise<SentCall[]> => {
    const { id } = data.customer;
    const isSending = syncs.turn(id) !== null || (await syncs.isElsewhere(id));
    return runCalls(db, data, runId, isSending);
  };

  return {
    /** The users of a run whose name has the text, each with what was sent and what became of it. */
    async outcomes(ask: OutcomesAsk): Promise<OutcomePage> {
      const { customerId: id, runId, filter, text, locale } = ask;
      const open = await customers.open(id);
      const calls = await callsOf(open, runId);
      const wanted = text.trim().toLocaleLowerCase();
      const found = calls.filter(
        ({ state, position }) =>
          (filter === 'all' || filterOf(state) === filter) && isNamed(open, position, wanted),
      );
      const { shown, total: matching, page } = pageOf(found, ask);
      const namer = open.namer(locale);
      const carried = await changesBetween(db, id, {
        after: Math.min(...shown.map(({ since }) => since)),
        through: Math.max(...shown.map(({ through }) => through)),
      });
      const rows = new OutcomeRows(open.data, namer, new ChangeFinder(carried, open.data.sets));
      return {
        runId,
        customer: open.data.customer,
        rows: shown.map((call) => rows.row(call)),
        counts: countsOf(calls),
        matching,
        total: calls.length,
        page,
        names: namer.view(),
      };
    },

    /** Users held back, all three states side by side. */
    async conflicts(ask: ConflictsAsk): Promise<ConflictPage> {
      const { customerId: id, text, locale } = ask;
      const open = await customers.open(id);
      const held = await listHeld(db, id, open.data.table);
      const wanted = text.trim().toLocaleLowerCase();
      const byPosition = new Map(held.map((row) => [row.position, row]));
      const order = await open.inDisplayOrder(BitSet.of(byPosition.keys()), locale);
      // who is gone stands in no order, and waits all the same
      const sorted = [...new Set([...order, ...byPosition.keys()])];
      const found = sorted
        .filter((position) => isNamed(open, position, wanted))
        .flatMap((position) => byPosition.get(position) ?? []);
      const { shown, ...place } = pageOf(found, ask);
      const namer = open.namer(locale);
      return {
        customer: open.data.customer,
        rows: conflictRows(open.data, namer, shown),
        ...countKinds(held, open.data),
        ...place,
        names: namer.view(),
        version: open.data.customer.version,
      };
    },

    /** Says what becomes of users held back; gives for how many. */
    async settleConflicts(ask: SettleConflictsAsk): Promise<number> {
      const { customerId: id, which, choice } = ask;
      const { data } = await customers.open(id);
      const held = await listHeld(db, id, data.table);
      const count = await settleHeld(db, id, positionsOf(held, which), choice);
      await customers.reload(id);
      return count;
    },
  };
}
