import type { RunningJob } from '#client/client.ts';
import type { TenantId } from '#customers/customer.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { PulledValue, PullRefusal } from '#worker/cloud/cloud-types.ts';
import type { JobRequest, JobWaiting } from '#worker/jobs/job-types.ts';

/** A customer that is on this device, or one that was found and is put there. */
type PullKind = 'pull' | 'addTenant';
export type PullRequest = JobRequest<PullKind>;

export type PullEnd =
  | PulledValue
  | { readonly kind: 'refused'; readonly why: PullRefusal }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly detail: string };

/** Reading one customer from its cloud: where it stands, and how it ended. */
export class PullRun {
  readonly #session: Session;
  readonly #request: PullRequest;
  #running = $state.raw<RunningJob<PullKind> | null>(null);
  #users = $state(0);
  #waiting = $state.raw<JobWaiting | null>(null);
  #end = $state.raw<PullEnd | null>(null);

  constructor(session: Session, request: PullRequest) {
    this.#session = session;
    this.#request = request;
  }

  get running(): boolean {
    return this.#running !== null;
  }

  /** Users that came so far. */
  get users(): number {
    return this.#users;
  }

  /** What the cloud keeps us waiting for; null: nothing. */
  get waiting(): JobWaiting | null {
    return this.#waiting;
  }

  /** How the last one ended; null before and while one runs. */
  get end(): PullEnd | null {
    return this.#end;
  }

  /**
   * True where a person has to sign in to this tenant before it can go on: from the moment when that is
   * asked for, since the person may be gone to the sign-in page before the pull ends.
   */
  needsSignIn(tenantId: TenantId | null): boolean {
    if (this.running) {
      return tenantId !== null && this.#session.signIn.wanted?.tenantId === tenantId;
    }
    return this.#end?.kind === 'refused' && this.#end.why.kind === 'signIn';
  }

  async run(): Promise<void> {
    if (this.#running !== null) return;
    this.#end = null;
    this.#users = 0;
    this.#waiting = null;
    this.#running = this.#session.client.run<PullKind>(
      this.#request,
      ({ done, total, waiting }) => {
        this.#waiting = waiting;
        // of whom there are so many is known of what is here already, and of what is written in the end
        if (total === null) this.#users = done;
      },
    );
    const release = this.#session.hold('import');
    this.#end = await this.#endOf(this.#running);
    release();
    this.#running = null;
  }

  cancel(): void {
    this.#running?.cancel();
  }

  /** The person has read how it ended. */
  dismiss(): void {
    this.#end = null;
  }

  async #endOf({ end }: RunningJob<PullKind>): Promise<PullEnd> {
    try {
      const ended = await end;
      if (ended.kind === 'cancelled') return ended;
      if (ended.kind === 'failed') return { kind: 'failed', detail: ended.failure.detail };
      if (ended.value.kind === 'pulled') return ended.value;
      return { kind: 'refused', why: ended.value.why };
    } catch (error) {
      return { kind: 'failed', detail: String(error) };
    }
  }
}
