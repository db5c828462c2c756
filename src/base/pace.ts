/** Thrown by `Pace.rest` when the person cancelled; ends the job and leaves nothing behind. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/**
 * How a long piece of work stays polite: it asks `due()` often (cheap), and when a slice of time is
 * used up awaits `rest()`, which reports progress, lets others run and throws `Cancelled` when asked to stop.
 */
export interface Pace {
  due(): boolean;
  /** `rows`: how many rows of a file were read for it, where rows are not what `done` counts. */
  rest(done: number, total: number | null, rows?: number): Promise<void>;
}

/** A pace that never rests, for work that must not be interrupted and for tests. */
export const steady: Pace = { due: () => false, rest: () => Promise.resolve() };

/** A part of a longer piece of work: `size` of `total` (null: unknown), after the `before` that came first. */
export interface Part {
  readonly before: number;
  readonly size: number;
  readonly total: number | null;
}

/**
 * A pace for a part, which counts over the whole: whatever the part counts is taken as a share of its
 * `size`. What is told never falls, also where the part counts anew.
 */
export function partPace(pace: Pace, { before, size, total }: Part): Pace {
  let told = Math.round(before);
  return {
    due: () => pace.due(),
    rest: (done, of, rows) => {
      const share = of === null || of === 0 ? 0 : Math.min(1, done / of);
      told = Math.max(told, Math.round(before + share * size));
      return pace.rest(told, total, rows);
    },
  };
}

/** A pace for what is done before anything can be counted. */
export const uncounted = (pace: Pace): Pace => partPace(pace, { before: 0, size: 0, total: null });
