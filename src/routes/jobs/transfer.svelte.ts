import type { Client, RunningJob } from '#client/client.ts';
import type { JobEnd, JobKind, JobProgress, JobRequest } from '#worker/jobs/job-types.ts';

/** Rows of files read so far, and per second on average. */
export interface RowRate {
  readonly rows: number;
  readonly perSecond: number;
}

/** A rate of less time, in ms, says nothing. */
const LEAST_TIME = 500;

const rateOf = ({ rows }: JobProgress, time: number): RowRate | null =>
  rows === null || time < LEAST_TIME ? null : { rows, perSecond: Math.round((rows * 1000) / time) };

/** One job of a kind at a time: where it stands, and how it ended. */
export class Transfer<Kind extends JobKind> {
  #running = $state.raw<RunningJob<Kind> | null>(null);
  #progress = $state.raw<JobProgress | null>(null);
  #end = $state.raw<JobEnd<Kind> | null>(null);
  #startedAt = 0;
  #rowRate = $state<RowRate | null>(null);

  get running(): boolean {
    return this.#running !== null;
  }

  /** Null until the worker has said something. */
  get progress(): JobProgress | null {
    return this.#progress;
  }

  /** How many rows of files were read, and how fast; null where no rows are read, and in the first half second. */
  get rowRate(): RowRate | null {
    return this.#rowRate;
  }

  /** How the last one ended; null before and while one runs. */
  get end(): JobEnd<Kind> | null {
    return this.#end;
  }

  /** Runs a job to its end; a job that could not even start has failed. */
  async run<Each extends Kind>(client: Client, request: JobRequest<Each>): Promise<JobEnd<Each>> {
    this.#end = null;
    this.#progress = null;
    this.#rowRate = null;
    this.#startedAt = performance.now();
    const running = client.run(request, (progress) => {
      this.#progress = progress;
      this.#rowRate = rateOf(progress, performance.now() - this.#startedAt);
    });
    this.#running = running;
    const end = await running.end.catch((error: unknown): JobEnd<Each> => {
      return { kind: 'failed', failure: { kind: 'unexpected', detail: String(error) } };
    });
    // a newer one may have been started
    if (this.#running !== running) return end;
    this.#running = null;
    this.#end = end;
    return end;
  }

  cancel(): void {
    this.#running?.cancel();
  }
}
