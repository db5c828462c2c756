import type { CustomerId } from '#customers/customer.ts';
import { needsTypedConfirmation } from '#plan/typed-confirmation.ts';
import type { PendingWatch } from '#routes/pending-watch.svelte.ts';
import { canBeReplaced } from '#routes/pending/runs/run-states.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { StartRefusal, SyncReview } from '#worker/sync/sync-types.ts';
import { CustomerReview } from './customer-review.svelte.ts';

/** How often a sync is begun again where something was written that changes nothing of what was shown. */
const TRIES = 3;

type Trouble = StartRefusal['kind'] | 'failed';

/** The review of several customers before they are synced. */
export class Review {
  readonly customers: readonly CustomerReview[];
  readonly #session: Session;
  readonly #pending: PendingWatch;
  #starting = $state(false);
  #trouble = $state<Trouble | null>(null);

  /** What would be sent: the customers that are in and ready, as they stand. */
  readonly views: readonly SyncReview[] = $derived.by(() =>
    this.customers.flatMap(({ id, included, ready, view }) =>
      included && ready && view !== null && !this.isSyncing(id) ? [view] : [],
    ),
  );
  readonly users = $derived(this.views.reduce((sum, { users }) => sum + users, 0));
  /** Those of which so much is taken away that nobody confirmed yet that the person types their number of users. */
  readonly toConfirm: readonly SyncReview[] = $derived.by(() =>
    this.views.filter((view) =>
      needsTypedConfirmation(view.unconfirmed, view.licensedUsers, this.#session.settings),
    ),
  );

  constructor(session: Session, pending: PendingWatch, ids: Iterable<CustomerId>) {
    this.#session = session;
    this.#pending = pending;
    this.customers = [...ids].map((id) => new CustomerReview(session, id));
  }

  /** True while what was confirmed is being started, and ever after it was. */
  get starting(): boolean {
    return this.#starting;
  }

  /** Why nothing was sent. */
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  /** Says that nothing was started. */
  tellFailed(): void {
    this.#trouble = 'failed';
  }

  /** True while a run of the customer is on its way, whichever window sends it. */
  isSyncing(id: CustomerId): boolean {
    const run = this.#pending.row(id)?.run ?? null;
    return run !== null && run.endedAt === null && !canBeReplaced(run);
  }

  /**
   * Starts what is shown; false when nothing was started, `trouble` says why. A customer that was written
   * to meanwhile is looked at again: where it says the same as before, that is started.
   */
  async start(tries = TRIES): Promise<boolean> {
    const { views } = this;
    if (this.#starting || views.length === 0) return false;
    this.#starting = true;
    this.#trouble = null;
    const { client, settings } = this.#session;
    try {
      const started = await client.api.startSync(
        views.map(({ customer }) => customer.id),
        Object.fromEntries(views.map(({ customer, version }) => [customer.id, version])),
        settings.operator,
      );
      if (started.ok) {
        this.#pending.begun(views.map(({ customer }) => customer.id));
        return true;
      }
      const { kind, customerId } = started.error;
      const concerned = this.customers.find(({ id }) => id === customerId);
      await concerned?.reading.load();
      if (kind === 'stale' && tries > 1 && concerned?.moved === null && concerned.ready) {
        this.#starting = false;
        return await this.start(tries - 1);
      }
      this.#trouble = kind;
    } catch {
      this.#trouble = 'failed';
    }
    this.#starting = false;
    return false;
  }
}
