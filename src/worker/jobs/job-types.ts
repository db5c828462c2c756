import type { Brand } from '#base/brand.ts';
import type { allJobs } from './all-jobs.ts';

type Works = ReturnType<typeof allJobs>;

export type JobId = Brand<string, 'JobId'>;
export type JobKind = keyof Works;

/** What a job of this kind is asked; without a kind: whatever can be started as a job. */
export type JobRequest<Kind extends JobKind = JobKind> = {
  [Each in Kind]: { readonly kind: Each } & Parameters<Works[Each]>[0];
}[Kind];

/** What a finished job of this kind gives. */
export type JobValue<Kind extends JobKind = JobKind> = {
  [Each in Kind]: Exclude<Awaited<ReturnType<Works[Each]>>, JobFailed>;
}[Kind];

/** Why a job failed, as a typed value; `detail` is for a person who reports a bug. */
export interface JobFailure {
  readonly kind: 'quota' | 'busy' | 'notWritable' | 'tooManyRows' | 'longCell' | 'unexpected';
  readonly detail: string;
}

/** What its work gives in the place of a value. */
export interface JobFailed {
  readonly failure: JobFailure;
}

/** A file that is not on the disk yet. */
export interface MadeFile {
  readonly name: string;
  readonly blob: Blob;
}

/** What keeps a job waiting, until when (ms). */
export interface JobWaiting {
  readonly why: 'throttled' | 'unreachable';
  readonly until: number;
}

/** Where a job stands. `total` is null while unknown; `counted` says what `done` counts. */
export interface JobProgress {
  readonly done: number;
  readonly total: number | null;
  readonly counted: 'bytes' | 'users' | 'rows' | 'customers';
  /** Rows of files that were read so far; null where none are counted beside `done`. */
  readonly rows: number | null;
  /** Null while nothing outside keeps it waiting. */
  readonly waiting: JobWaiting | null;
}

export type JobEnd<Kind extends JobKind = JobKind> =
  | { readonly kind: 'done'; readonly value: JobValue<Kind> }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: JobFailure };

/** What is told of a job; `end` is null while it runs. */
export interface JobEvent {
  readonly id: JobId;
  readonly request: JobKind;
  readonly progress: JobProgress;
  readonly end: JobEnd | null;
}
