import type { RunningJob } from '#client/client.ts';
import type { CustomerId } from '#customers/customer.ts';
import { movedLines, type MovedLine } from '#plan/moved-lines.ts';
import { changesOf, Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { JobProgress } from '#worker/jobs/job-types.ts';
import type { SyncReview } from '#worker/sync/sync-types.ts';

/** True when both say the same of the same users. */
const isSame = (one: SyncReview, other: SyncReview): boolean =>
  one.digest === other.digest &&
  JSON.stringify([one.sheet, one.shortages]) === JSON.stringify([other.sheet, other.shortages]);

/** What would be sent for one customer; made again when its numbers move, never sent when they have. */
export class CustomerReview {
  readonly id: CustomerId;
  readonly reading: Reading<SyncReview>;
  readonly #session: Session;
  #pulledOnce = false;
  /** The next answer is what a pull brought. */
  #isPulled = false;
  #job: RunningJob<'pull'> | null = null;
  #progress = $state.raw<JobProgress | null>(null);
  #pullFailed = $state(false);
  /** As the person looked at it last; what is shown may have moved since. */
  #seen = $state.raw<SyncReview | null>(null);
  #included = $state(true);

  /** What moved since the person looked at it, and is to be looked at again; null: nothing did. */
  readonly moved: readonly MovedLine[] | null = $derived.by(() => {
    const [seen, view] = [this.#seen, this.view];
    if (seen === null || view === null || isSame(seen, view)) return null;
    return movedLines(seen.sheet, view.sheet);
  });

  /** True when it can be sent as it stands. */
  readonly ready = $derived.by(() => {
    const { view } = this;
    return (
      view !== null &&
      !this.reading.failed &&
      !view.isOld &&
      this.moved === null &&
      this.#progress === null &&
      view.users + view.claimed > 0
    );
  });

  constructor(session: Session, id: CustomerId) {
    this.#session = session;
    this.id = id;
    const isOurs = changesOf(id);
    this.reading = new Reading(session, {
      query: {},
      ask: (api, _, locale) => api.syncReview(id, locale),
      concerns: (event, view) => {
        if (event.kind !== 'changed') return event.kind === 'rulesChanged';
        // a pull that is under way shows its result when it is done
        return isOurs(event) && this.#progress === null && event.version !== view?.version;
      },
      onshown: (view) => this.#see(view),
    });
  }

  /** Null before the first answer. */
  get view(): SyncReview | null {
    return this.reading.answer ?? null;
  }

  /** How far new data have been read; null while none are. */
  get progress(): JobProgress | null {
    return this.#progress;
  }

  get pullFailed(): boolean {
    return this.#pullFailed;
  }

  /** False when the person took the customer out of this sync. */
  get included(): boolean {
    return this.#included;
  }

  include(included: boolean): void {
    this.#included = included;
  }

  /** The person has looked at what is shown. */
  accept(): void {
    this.#seen = this.view;
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
    if (end.kind !== 'done') return;
    this.#isPulled = true;
    await this.reading.load();
  }

  cancelPull(): void {
    this.#job?.cancel();
  }

  #see(view: SyncReview): void {
    // what a pull brings was asked for
    if (this.#isPulled || this.#seen === null) this.#seen = view;
    this.#isPulled = false;
    // old data are read anew first, once without being asked
    if (view.isOld && !this.#pulledOnce && this.#session.online) void this.pull();
  }
}
