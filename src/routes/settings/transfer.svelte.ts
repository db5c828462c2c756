import type { Client, JobEnd, RunningJob } from '#client/client.ts';
import type { JobEvent, JobRequest } from '#worker/job-types.ts';

/** One backup or restore at a time: where it stands, and how it ended. */
export class Transfer {
  #running = $state.raw<RunningJob | null>(null);
  #progress = $state.raw<JobEvent['progress'] | null>(null);
  #end = $state.raw<JobEnd | null>(null);

  get running(): boolean {
    return this.#running !== null;
  }

  /** Null until the worker has said something. */
  get progress(): JobEvent['progress'] | null {
    return this.#progress;
  }

  /** How the last one ended; null before and while one runs. */
  get end(): JobEnd | null {
    return this.#end;
  }

  /** Runs a job to its end; a job that could not even start has failed. */
  async run(client: Client, request: JobRequest): Promise<JobEnd> {
    this.#end = null;
    this.#progress = null;
    const running = client.run(request, (event) => (this.#progress = event.progress));
    this.#running = running;
    const end = await running.end.catch((error: unknown): JobEnd => {
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
