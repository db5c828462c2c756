import type { SampleSpec } from '#sandbox/sample-spec.ts';
import type { HotFunction } from './hot-functions.ts';

export type Shape = Exclude<SampleSpec['shape'], 'handWritten'>;

/** Rows of more users than this take minutes to store: then only the app's own store is timed. */
export const MOST_STORED_ROWS = 250_000;

interface Customer {
  readonly users: number;
  readonly shape: Shape;
}

/** A part of the benchmark; `store` puts the customer where the app finds it. Each runs in a fresh worker. */
export type Part = 'customer' | 'sync' | 'pull' | 'store';

/** What the page asks of a fresh worker; `only`: the steps whose names hold this text, all where it is null. */
export type Request =
  | (Customer & {
      readonly kind: Part;
      readonly only: string | null;
      /** The steps whose names hold this text are profiled even where they hold. */
      readonly profiled: string | null;
    })
  /** Keeps what the last measurement stored in memory, so that it can be weighed. */
  | (Customer & { readonly kind: 'hold'; readonly what: Held; readonly isProfiled: boolean });

/** The page's answer to a `profile`: the profiler runs, or has stopped. */
export interface GoOn {
  readonly kind: 'goOn';
}

/** The step that weighs instead of timing. */
export const MEMORY = 'memory, bytes for each user (not ms)';

export type Held = 'nothing' | 'columns' | 'rows';

/** How many times as fast as the other way, or how many times as long as a limit. */
export type Bound = { readonly atLeast: number } | { readonly atMost: number };

/** One step against one other way to do it. */
export interface Result {
  readonly step: string;
  /** Users. */
  readonly n: number;
  readonly shape: Shape;
  readonly medianMs: number;
  /** Half of the times lie within so much of the median, as a part of it. */
  readonly spread: number;
  /** Null where there is nothing to compare with. */
  readonly against: string | null;
  /** True for what nobody can do without. */
  readonly isLimit: boolean;
  readonly againstMs: number | null;
  /** How often the other way was timed. */
  readonly againstRuns: number;
  /** How often our time goes into its; against a limit, how often its time goes into ours. */
  readonly ratio: number | null;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Null where nothing is asked. */
  readonly holds: boolean | null;
  /** Of a line that falls short: the functions in which most of its time is spent, or which made most of what stays. */
  readonly profile?: readonly HotFunction[];
}

/** What the worker tells while it works. */
export type Report =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'result'; readonly result: Result }
  /** The two ways gave different answers. */
  | { readonly kind: 'disagreement'; readonly text: string }
  /** What comes is to be profiled, or has come: the worker waits for `GoOn`. */
  | {
      readonly kind: 'profile';
      readonly step: string;
      readonly of: 'time' | 'heap';
      readonly is: 'begun' | 'over';
    }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'done' };
