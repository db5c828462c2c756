import { createContext } from 'svelte';
import type { Customer, CustomerId } from '#customers/customer.ts';
import type { RunId } from '#plan/operation.ts';
import type { Session } from './session.svelte.ts';
import type { PendingRow, RunView } from '#worker/sync/sync-types.ts';
import { isUnderWay } from './pending/runs/run-states.ts';
import { toldOf } from './pending/runs/run-words.ts';

/** A run, and whose it is. */
export interface CustomerRun {
  readonly customer: Customer;
  readonly run: RunView;
}

/** What is pending on this device and the runs that send it, followed for as long as the window is open. */
export class PendingWatch {
  readonly #session: Session;
  #rows = $state.raw<readonly PendingRow[] | null>(null);
  #ended = $state.raw<readonly CustomerRun[]>([]);
  #failed = $state(false);
  #asked = 0;
  #asking = false;

  readonly users = $derived((this.#rows ?? []).reduce((sum, row) => sum + row.pending, 0));
  readonly failures = $derived((this.#rows ?? []).reduce((sum, row) => sum + row.failed, 0));
  /** The runs that have not ended. */
  readonly open: readonly CustomerRun[] = $derived(openIn(this.#rows ?? []));
  /** True while this window runs a sync, also one that waits: a reload would interrupt it. */
  readonly running = $derived(this.open.some(({ run }) => run.own && isUnderWay(run.state)));
  /** True while a request of this window may be under way. */
  readonly sending = $derived(this.open.some(({ run }) => run.own && run.state === 'running'));

  constructor(session: Session) {
    this.#session = session;
  }

  /** The customers with something pending or a run; null until read. */
  get rows(): readonly PendingRow[] | null {
    return this.#rows;
  }

  /** The runs that ended while this window watched, until the person has seen them. */
  get ended(): readonly CustomerRun[] {
    return this.#ended;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** The row of a customer; null where nothing is known of it. */
  row(id: CustomerId): PendingRow | null {
    return this.#rows?.find(({ customer }) => customer.id === id) ?? null;
  }

  /** The person has seen how it ended. */
  dismiss(id: RunId): void {
    this.#ended = this.#ended.filter(({ run }) => run.id !== id);
  }

  /** Reads and follows changes until the returned function is called. */
  follow(): () => void {
    void this.load();
    const { client } = this.#session;
    const wake = (): void => void client.api.wakeSync();
    addEventListener('online', wake);
    const deaf = client.listen(({ kind }) => {
      if (kind === 'changed' || kind === 'sync' || kind === 'restarted') void this.load();
    });
    return () => {
      removeEventListener('online', wake);
      deaf();
    };
  }

  /** Reads again; what is told meanwhile is read once more afterwards, not once per event. */
  async load(): Promise<void> {
    this.#asked++;
    if (this.#asking) return;
    this.#asking = true;
    let answered = 0;
    while (answered !== this.#asked) {
      answered = this.#asked;
      try {
        await this.#read();
        this.#failed = false;
      } catch {
        this.#failed = true;
      }
    }
    this.#asking = false;
  }

  async #read(): Promise<void> {
    const { api } = this.#session.client;
    const rows = await api.pending();
    const isFirst = this.#rows === null;
    const before = openIn(this.#rows ?? []);
    const now = [...openIn(rows)];
    for (const { customer, run } of before) {
      if (isIn(now, run)) continue;
      // a customer of whom nothing is pending any more has no row
      const last = await api.run(customer.id, run.id);
      if (last !== null) now.push({ customer, run: last });
    }
    now.push(...this.#betweenReadings(rows).filter(({ run }) => !isIn(now, run)));
    this.#rows = rows;
    // a run that ended goes once another one of its customer is here
    const seen = this.#ended.filter(
      ({ customer }) => !now.some((one) => one.customer.id === customer.id),
    );
    const over = now.filter(({ run }) => run.endedAt !== null);
    if (over.length > 0 || seen.length < this.#ended.length) this.#ended = [...over, ...seen];
    if (!isFirst) this.#tell(before, now);
  }

  /** The runs that began and ended since the last reading, of customers that were in it. */
  #betweenReadings(rows: readonly PendingRow[]): CustomerRun[] {
    return rows.flatMap(({ customer, run }) => {
      const before = this.row(customer.id);
      const isShort = run !== null && run.endedAt !== null && before !== null;
      return isShort && before.run?.id !== run.id ? [{ customer, run }] : [];
    });
  }

  #tell(before: readonly CustomerRun[], now: readonly CustomerRun[]): void {
    const { m } = this.#session;
    const told = now.flatMap(({ customer, run }) => {
      const last = before.find((one) => one.run.id === run.id)?.run ?? null;
      const words = toldOf(last, run, customer.name, m, (share) => this.#session.percent(share));
      return words === null ? [] : [words];
    });
    if (told.length > 0) this.#session.announce(told.join(' '));
  }
}

const openIn = (rows: readonly PendingRow[]): readonly CustomerRun[] =>
  rows.flatMap(({ customer, run }) =>
    run !== null && run.endedAt === null ? [{ customer, run }] : [],
  );

const isIn = (runs: readonly CustomerRun[], { id }: RunView): boolean =>
  runs.some(({ run }) => run.id === id);

export const [usePending, providePending] = createContext<PendingWatch>();
