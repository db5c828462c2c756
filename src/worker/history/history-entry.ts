import type { Change, ChangeEvent } from '#plan/change.ts';
import { changeStandingOf, countByStanding } from '#plan/standing.ts';
import type { SheetLine } from '#plan/change-sheet.ts';
import { changeOutcomes } from '#store/change-outcomes.ts';
import type { ChangeHead } from '#store/changes.ts';
import type { OutcomesRow } from '#store/sync-rows.ts';
import type { HistoryEntry, SavedEntry } from './history-types.ts';
import type { Namer } from '#worker/licenses/namer.ts';

/** A line of the history before it is worked out: the Save itself, or what happened to the change later. */
export interface HistoryLine {
  readonly head: ChangeHead;
  /** Null: the Save. */
  readonly event: ChangeEvent | null;
}

/** How a Save stands after something of it was sent. */
export type SentChange = Pick<SavedEntry, 'standings' | 'outcomes'>;

/** How a Save stands by what syncs of its customer stored; null where nothing was ever sent. */
export const sentChange = (change: Change, parts: readonly OutcomesRow[]): SentChange | null =>
  parts.length === 0
    ? null
    : { standings: countByStanding(change), outcomes: changeOutcomes(change, parts).counts };

const NOT_SENT = { applied: 0, already: 0, rejected: 0, conflict: 0, cancelled: 0 };

const timeOf = ({ head, event }: HistoryLine): number => event?.at ?? head.savedAt;

/** Every Save and event of these changes, newest first. Changes come newest first, too. */
export const historyLines = (heads: readonly ChangeHead[]): HistoryLine[] =>
  heads
    .flatMap((head): HistoryLine[] => [
      ...head.events.map((event) => ({ head, event })).reverse(),
      { head, event: null },
    ])
    .sort((a, b) => timeOf(b) - timeOf(a));

/** True when the reference, note or operator has the text (in lower case), in any letter case. */
export const isSaidIn = ({ head, event }: HistoryLine, text: string): boolean =>
  [head.reference, head.note, event?.operator ?? head.operator].some((one) =>
    one?.toLocaleLowerCase().includes(text),
  );

/** True when a product to which the Save did something has the text (in lower case) in its name. */
export function isProductIn(lines: readonly SheetLine[], text: string, namer: Namer): boolean {
  const products = lines.flatMap(({ item }) => {
    if (item.kind === 'swap') return [item.from, item.to];
    return item.kind === 'location' ? [] : [item.skuId];
  });
  return products.some((sku) =>
    `${namer.product(sku)}\n${namer.partNumber(sku)}`.toLocaleLowerCase().includes(text),
  );
}

/** A line as the page shows it; `lines` are those of its Save, `sent` null where nothing was sent. */
export function historyEntry(
  { head, event }: HistoryLine,
  lines: readonly SheetLine[],
  sent: SentChange | null,
): HistoryEntry {
  const { id: changeId, savedAt, reference, note, operator, userCount, counts } = head;
  const entry = { changeId, savedAt, reference };
  if (event !== null) return { ...entry, kind: event.kind, event };
  return {
    ...entry,
    kind: 'saved',
    operator,
    note,
    users: userCount,
    planned: counts.planned,
    waits: counts.waits,
    lines,
    standing: changeStandingOf(sent?.standings ?? head.standings),
    standings: sent?.standings ?? head.standings,
    outcomes: sent?.outcomes ?? NOT_SENT,
  };
}
