import { proxy, wrap, type Remote } from 'comlink';
import { scriptUrl } from '#base/script-url.ts';
import type { WorkerApi, WorkerEvent } from '#worker/api.ts';
import type {
  JobEnd,
  JobEvent,
  JobId,
  JobKind,
  JobProgress,
  JobRequest,
} from '#worker/jobs/job-types.ts';
import type { AskForToken } from '#worker/sign-in/sign-in-types.ts';
import workerAddress from '#worker/worker.ts?worker&url';

/** A job that runs in the worker. */
export interface RunningJob<Kind extends JobKind = JobKind> {
  readonly end: Promise<JobEnd<Kind>>;
  cancel(): void;
}

/** What the client tells its page: the worker's events, that a new worker took over, or that none can run. */
export type ClientEvent =
  WorkerEvent | { readonly kind: 'restarted' } | { readonly kind: 'stopped' };

/** A worker that dies this often within this time will not live: it is not started again. */
const MOST_RESTARTS = 3;
const RESTARTS_WITHIN_MS = 60_000;

/** The page's only door to everything that thinks or stores. */
export class Client {
  #worker: Worker;
  #api: Remote<WorkerApi>;
  readonly #listeners = new Set<(event: ClientEvent) => void>();
  readonly #jobs = new Map<
    JobId,
    { resolve: (end: JobEnd) => void; onProgress: (progress: JobProgress) => void }
  >();
  readonly #early = new Map<JobId, JobEvent>();
  #answerTokens: AskForToken | null = null;
  #restarts: readonly number[] = [];

  constructor() {
    [this.#worker, this.#api] = this.#launch();
    // a browser may let the worker of a page that was left go on for a while, or freeze it with the page
    // that it keeps for "Back": in the middle of something it would let no other page write
    addEventListener('pagehide', () => this.#worker.terminate());
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.#replace();
    });
  }

  /** The worker's commands; each gives a promise. */
  get api(): Remote<WorkerApi> {
    return this.#api;
  }

  /** Calls `listener` for every event until the returned function is called. */
  listen(listener: (event: ClientEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Starts a job; progress comes at most ten times a second. */
  run<Kind extends JobKind>(
    request: JobRequest<Kind>,
    onProgress: (progress: JobProgress) => void = () => undefined,
  ): RunningJob<Kind> {
    const started = this.#api.start(request as JobRequest);
    const end = started.then(
      (id) =>
        new Promise<JobEnd<Kind>>((resolve) => {
          // the end that is told under this id is of this kind
          this.#jobs.set(id, { resolve: (end) => resolve(end as JobEnd<Kind>), onProgress });
          const early = this.#early.get(id);
          if (early) this.#job(early);
        }),
    );
    return { end, cancel: () => void started.then((id) => this.#api.cancel(id)) };
  }

  /** From now on the worker asks `answer` for tokens, also one that takes over from a dead one. */
  answerTokens(answer: AskForToken): void {
    this.#answerTokens = answer;
    void this.#api.connectTokens(proxy(answer));
  }

  #launch(): [Worker, Remote<WorkerApi>] {
    const worker = new Worker(scriptUrl(workerAddress), { type: 'module' });
    worker.addEventListener('error', () => this.#restart());
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<{ seatwise?: WorkerEvent } | null>) => {
        if (data?.seatwise) this.#receive(data.seatwise);
      },
    );
    return [worker, wrap<WorkerApi>(worker)];
  }

  #restart(): void {
    this.#worker.terminate();
    const now = performance.now();
    this.#restarts = [...this.#restarts.filter((at) => now - at < RESTARTS_WITHIN_MS), now];
    if (this.#restarts.length > MOST_RESTARTS) {
      this.#endJobs();
      this.#tell({ kind: 'stopped' });
    } else this.#replace();
  }

  /** Starts another worker in the place of one that is gone. */
  #replace(): void {
    [this.#worker, this.#api] = this.#launch();
    if (this.#answerTokens !== null) this.answerTokens(this.#answerTokens);
    this.#endJobs();
    this.#tell({ kind: 'restarted' });
  }

  #endJobs(): void {
    for (const [, { resolve }] of this.#jobs) {
      resolve({ kind: 'failed', failure: { kind: 'unexpected', detail: 'the worker stopped' } });
    }
    this.#jobs.clear();
  }

  #receive(event: WorkerEvent): void {
    if (event.kind === 'job') this.#job(event.event);
    this.#tell(event);
  }

  #job(event: JobEvent): void {
    const running = this.#jobs.get(event.id);
    // the first events can overtake the answer to `start`
    if (!running) {
      this.#early.set(event.id, event);
      return;
    }
    this.#early.delete(event.id);
    running.onProgress(event.progress);
    if (event.end) {
      this.#jobs.delete(event.id);
      running.resolve(event.end);
    }
  }

  #tell(event: ClientEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
