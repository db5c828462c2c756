import type { CustomerId } from '#customers/customer.ts';
import { movedLines, type MovedLine } from '#plan/moved-lines.ts';
import { PullRun } from '#routes/jobs/pull-run.svelte.ts';
import { changesOf, Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { SyncReview } from '#worker/sync/sync-types.ts';

/** True when both say the same of the same users. */
const isSame = (one: SyncReview, other: SyncReview): boolean =>
  one.digest === other.digest &&
  JSON.stringify([one.sheet, one.shortages]) === JSON.stringify([other.sheet, other.shortages]);

/** What would be sent for one customer; made again when its numbers move, never sent when they have. */
export class CustomerReview {
  readonly id: CustomerId;
  readonly reading: Reading<SyncReview>;
  /** Reads new data from Microsoft 365. */
  readonly pullRun: PullRun;
  readonly #session: Session;
  #pulledOnce = false;
  /** The next answer is what a pull brought. */
  #isPulled = false;
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
      !this.pullRun.running &&
      view.users + view.claimed > 0
    );
  });

  constructor(session: Session, id: CustomerId) {
    this.#session = session;
    this.id = id;
    this.pullRun = new PullRun(session, { kind: 'pull', customerId: id });
    const isOurs = changesOf(id);
    this.reading = new Reading(session, {
      query: {},
      ask: (api, _, locale) => api.syncReview(id, locale),
      concerns: (event, view) => {
        if (event.kind !== 'changed') return event.kind === 'rulesChanged';
        // a pull that is under way shows its result when it is done
        return isOurs(event) && !this.pullRun.running && event.version !== view?.version;
      },
      onshown: (view) => this.#see(view),
    });
  }

  /** Null before the first answer. */
  get view(): SyncReview | null {
    return this.reading.answer ?? null;
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
    if (this.pullRun.running) return;
    this.#pulledOnce = true;
    await this.pullRun.run();
    if (this.pullRun.end?.kind !== 'pulled') return;
    this.pullRun.dismiss();
    this.#isPulled = true;
    await this.reading.load();
  }

  #see(view: SyncReview): void {
    // what a pull brings was asked for
    if (this.#isPulled || this.#seen === null) this.#seen = view;
    this.#isPulled = false;
    // old data are read anew first, once without being asked
    if (view.isOld && !this.#pulledOnce && this.#session.online) void this.pull();
  }
}
