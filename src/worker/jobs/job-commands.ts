import type { JobEvent, JobId, JobRequest } from './job-types.ts';
import type { Jobs } from './jobs.ts';

/** Starting and cancelling what can take more than 50 ms. */
export function jobCommands(jobs: Jobs) {
  return {
    /** Starts a job; its progress and its end come to `listen`. */
    start: (request: JobRequest): JobId => jobs.start(request),
    cancel: (id: JobId): void => jobs.cancel(id),
    /** The jobs that have not ended. */
    jobs: (): JobEvent[] => jobs.list(),
  };
}
