import type { SampleSpec } from '#sandbox/sample-spec.ts';

export type Shape = Exclude<SampleSpec['shape'], 'handWritten'>;

/** Rows of more users than this take minutes to store: then only the app's own store is timed. */
export const MOST_STORED_ROWS = 250_000;

/** What the page asks of a fresh worker. */
export type Request =
  | { readonly kind: 'measure'; readonly users: number; readonly shape: Shape }
  /** A whole sync of as many users. */
  | { readonly kind: 'sync'; readonly users: number; readonly shape: Shape }
  /** Pulls of a customer with as many users. */
  | { readonly kind: 'pull'; readonly users: number; readonly shape: Shape }
  /** Keeps what the last measurement stored in memory, so that it can be weighed. */
  | { readonly kind: 'hold'; readonly what: Held; readonly users: number; readonly shape: Shape };

export type Held = 'nothing' | 'columns' | 'rows';

/** One step, both ways: medians in ms. */
export interface Line {
  readonly step: string;
  readonly app: number;
  /** Null where there is nothing to compare with. */
  readonly naive: number | null;
  /** How many times faster the app should be, at least; null: nothing is expected. */
  readonly least: number | null;
  /** Set where the time per user says more than the ratio. */
  readonly perUsers: number | null;
}

/** What the worker tells while it works. */
export type Report =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'line'; readonly line: Line }
  /** The two ways gave different answers. */
  | { readonly kind: 'disagreement'; readonly text: string }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'done' };
