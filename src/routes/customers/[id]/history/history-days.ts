import type { HistoryEntry } from '#worker/history/history-types.ts';

/** When it happened, in ms. */
export const timeOf = (entry: HistoryEntry): number =>
  entry.kind === 'saved' ? entry.savedAt : entry.event.at;

/** What happened on one day, in the order in which it was given. */
export interface HistoryDay {
  /** Its first moment here, in ms. */
  readonly start: number;
  readonly entries: readonly HistoryEntry[];
}

/** The entries by the days on which they happened, as a clock on the wall here counts them. */
export function daysOf(entries: readonly HistoryEntry[]): HistoryDay[] {
  const days = new Map<number, HistoryEntry[]>();
  for (const entry of entries) {
    const start = new Date(timeOf(entry)).setHours(0, 0, 0, 0);
    const day = days.get(start) ?? [];
    days.set(start, day);
    day.push(entry);
  }
  return [...days].map(([start, those]) => ({ start, entries: those }));
}
