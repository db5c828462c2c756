import { Cancelled, type Pace } from '#base/pace.ts';
import { isDiskFull } from '#store/disk-full.ts';
import type { allJobs } from './all-jobs.ts';
import type {
  JobEnd,
  JobEvent,
  JobFailed,
  JobFailure,
  JobId,
  JobProgress,
  JobRequest,
  JobValue,
  JobWaiting,
} from './job-types.ts';
import { nextTurn, SLICE_MS } from './next-turn.ts';

const PROGRESS_MS = 100;

type Counted = JobProgress['counted'];

/** A pace that also tells what keeps the job waiting (null: nothing does any more). */
export interface JobPace extends Pace {
  waits(waiting: JobWaiting | null): void;
}

/** What a job gets to work with: a pace that reports in the given unit. */
export type PaceIn = (counted: Counted) => JobPace;

/** The work of a job: gives its value, or an expected failure; throws `Cancelled` through its pace. */
export type JobWork = (request: JobRequest, paceIn: PaceIn) => Promise<JobValue | JobFailed>;

/** One work for every kind of job. */
export const workOf =
  (works: ReturnType<typeof allJobs>): JobWork =>
  (request, paceIn) => {
    // which work a request belongs to stands in its kind; the type check cannot follow that
    const work = works[request.kind] as JobWork;
    return work(request, paceIn);
  };

interface Running {
  event: JobEvent;
  cancelled: boolean;
  reportedAt: number;
}

/**
 * Runs everything that can take more than 50 ms. A job works in slices of at most 16 ms and lets
 * commands through between them; progress is told at most ten times a second; the end is told once.
 */
export class Jobs {
  readonly #running = new Map<JobId, Running>();
  readonly #work: JobWork;
  readonly #tell: (event: JobEvent) => void;
  readonly #clock: () => number;

  constructor(work: JobWork, tell: (event: JobEvent) => void, clock: () => number) {
    this.#work = work;
    this.#tell = tell;
    this.#clock = clock;
  }

  /** Starts a job and gives its id at once. */
  start(request: JobRequest): JobId {
    const id = crypto.randomUUID() as JobId;
    const running: Running = {
      event: {
        id,
        request: request.kind,
        progress: { done: 0, total: null, rows: null, counted: 'rows', waiting: null },
        end: null,
      },
      cancelled: false,
      reportedAt: this.#clock(),
    };
    this.#running.set(id, running);
    void this.#run(running, request);
    return id;
  }

  /** Asks a job to stop at its next rest; unknown and ended jobs are no matter. */
  cancel(id: JobId): void {
    const running = this.#running.get(id);
    if (running) running.cancelled = true;
  }

  /** The jobs that have not ended. */
  list(): JobEvent[] {
    return [...this.#running.values()].map(({ event }) => event);
  }

  async #run(running: Running, request: JobRequest): Promise<void> {
    let end: JobEnd;
    try {
      const result = await this.#work(request, (counted) => this.#pace(running, counted));
      end =
        'failure' in result
          ? { kind: 'failed', failure: result.failure }
          : { kind: 'done', value: result };
    } catch (error) {
      end =
        error instanceof Cancelled
          ? { kind: 'cancelled' }
          : { kind: 'failed', failure: failureOf(error) };
    }
    running.event = { ...running.event, end };
    this.#running.delete(running.event.id);
    this.#tell(running.event);
  }

  #pace(running: Running, counted: Counted): JobPace {
    let sliceStart = this.#clock();
    return {
      due: () => this.#clock() - sliceStart >= SLICE_MS,
      rest: async (done, total, rows) => {
        const { waiting } = running.event.progress;
        const progress = { done, total, rows: rows ?? null, counted, waiting };
        running.event = { ...running.event, progress };
        if (this.#clock() - running.reportedAt >= PROGRESS_MS) {
          running.reportedAt = this.#clock();
          this.#tell(running.event);
        }
        await nextTurn();
        if (running.cancelled) throw new Cancelled();
        sliceStart = this.#clock();
      },
      waits: (waiting) => {
        running.event = { ...running.event, progress: { ...running.event.progress, waiting } };
        this.#tell(running.event);
      },
    };
  }
}

function failureOf(error: unknown): JobFailure {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { kind: isDiskFull(error) ? 'quota' : 'unexpected', detail };
}
