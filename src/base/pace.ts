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
