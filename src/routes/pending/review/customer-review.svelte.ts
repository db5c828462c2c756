import type { RunningJob } from '#client/client.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { JobProgress } from '#worker/jobs/job-types.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { SyncReview } from '#worker/sync/sync-types.ts';

/** What would be sent for one customer; made again when its numbers move, never sent when they have. */
export class CustomerReview {
  readonly id: CustomerId;
  readonly #session: Session;
  #locale: LocaleTag;
  #asked = 0;
  #pulledOnce = false;
  #job: RunningJob<'pull'> | null = null;
  #view = $state.raw<SyncReview | null>(null);
  #failed = $state(false);
  #progress = $state.raw<JobProgress | null>(null);
  #pullFailed = $state(false);
  #moved = $state(false);
  #included = $state(true);

  /** True when it can be sent as it stands. */
  readonly ready = $derived(
    this.#view !== null &&
      !this.#failed &&
      !this.#view.isOld &&
      this.#progress === null &&
      this.#view.users + this.#view.claimed > 0,
  );

  constructor(session: Session, id: CustomerId) {
    this.#session = session;
    this.#locale = session.locale;
    this.id = id;
  }

  /** Null before the first answer. */
  get view(): SyncReview | null {
    return this.#view;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** How far new data have been read; null while none are. */
  get progress(): JobProgress | null {
    return this.#progress;
  }

  get pullFailed(): boolean {
    return this.#pullFailed;
  }

  /** True when the numbers moved since the person looked at them first. */
  get moved(): boolean {
    return this.#moved;
  }

  /** False when the person took the customer out of this sync. */
  get included(): boolean {
    return this.#included;
  }

  include(included: boolean): void {
    this.#included = included;
  }

  /** Says that the numbers shown are not those that were confirmed. */
  tellMoved(): void {
    this.#moved = true;
  }

  /** Shows the names in a language, and makes the review again in it; a pull under way goes on. */
  show(locale: LocaleTag): void {
    this.#locale = locale;
    void this.load();
  }

  /** Follows the customer until the returned function is called; a pull under way ends with it. */
  follow(): () => void {
    const deaf = this.#session.client.listen((event) => {
      const ours = event.kind === 'changed' && event.customerId === this.id;
      // a pull that is under way shows its result when it is done
      if (ours && this.#progress === null && event.version !== this.#view?.version) {
        if (this.#view !== null) this.#moved = true;
        void this.load();
      }
      if (event.kind === 'restarted' || event.kind === 'rulesChanged') void this.load();
    });
    return () => {
      deaf();
      this.#job?.cancel();
    };
  }

  /** Makes the review again. Old data are read anew first, once without being asked. */
  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const view = await this.#session.client.api.syncReview(this.id, this.#locale);
      if (asked !== this.#asked) return;
      this.#view = view;
      this.#failed = false;
      if (view.isOld && !this.#pulledOnce && this.#session.online) await this.pull();
    } catch {
      if (asked === this.#asked) this.#failed = true;
    }
  }

  /** Reads new data from Microsoft 365, then makes the review again. */
  async pull(): Promise<void> {
    if (this.#job !== null) return;
    this.#pulledOnce = true;
    this.#pullFailed = false;
    this.#progress = { done: 0, total: null, rows: null, counted: 'users', waiting: null };
    this.#job = this.#session.client.run(
      { kind: 'pull', customerId: this.id },
      (progress) => (this.#progress = progress),
    );
    const end = await this.#job.end;
    this.#job = null;
    this.#progress = null;
    this.#pullFailed =
      end.kind === 'failed' || (end.kind === 'done' && end.value.kind === 'pullRefused');
    if (end.kind === 'done') await this.load();
  }

  cancelPull(): void {
    this.#job?.cancel();
  }
}
