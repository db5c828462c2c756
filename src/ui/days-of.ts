/** What happened on one day, in the order in which it was given. */
export interface Day<Entry> {
  /** Its first moment here, in ms. */
  readonly start: number;
  readonly entries: readonly Entry[];
}

/** The entries by the days on which they happened (`timeOf`, in ms), as a clock on the wall here counts them. */
export function daysOf<Entry>(
  entries: readonly Entry[],
  timeOf: (entry: Entry) => number,
): Day<Entry>[] {
  const days = new Map<number, Entry[]>();
  for (const entry of entries) {
    const start = new Date(timeOf(entry)).setHours(0, 0, 0, 0);
    const day = days.get(start) ?? [];
    days.set(start, day);
    day.push(entry);
  }
  return [...days].map(([start, those]) => ({ start, entries: those }));
}
