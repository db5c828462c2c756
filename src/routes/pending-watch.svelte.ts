import { createContext } from 'svelte';
import type { Client } from '#client/client.ts';
import type { Customer, CustomerId } from '#customers/customer.ts';
import type { RunId } from '#plan/operation.ts';
import { anyChange, Reading } from './reading.svelte.ts';
import type { Session } from './session.svelte.ts';
import type { PendingRow, RunView } from '#worker/sync/sync-types.ts';
import { isUnderWay } from './pending/runs/run-states.ts';
import { toldOf } from './pending/runs/run-words.ts';

/** A run, and whose it is. */
export interface CustomerRun {
  readonly customer: Customer;
  readonly run: RunView;
}

/** What one reading brought. */
export interface PendingNow {
  /** The customers with something pending or a run. */
  readonly rows: readonly PendingRow[];
  /** The open runs, and those that were open in the reading before, as they are now. */
  readonly runs: readonly CustomerRun[];
}

/** What is pending on this device and the runs that send it, followed for as long as the window is open. */
export class PendingWatch {
  readonly reading: Reading<PendingNow>;
  readonly #session: Session;
  #ended = $state.raw<readonly CustomerRun[]>([]);

  readonly users = $derived.by(() => this.rows.reduce((sum, row) => sum + row.pending, 0));
  readonly failures = $derived.by(() => this.rows.reduce((sum, row) => sum + row.failed, 0));
  /** The runs that have not ended. */
  readonly open: readonly CustomerRun[] = $derived.by(() => openIn(this.rows));
  /** True while this window runs a sync, also one that waits: a reload would interrupt it. */
  readonly running = $derived(this.open.some(({ run }) => run.own && isUnderWay(run.state)));
  /** True while a request of this window may be under way. */
  readonly sending = $derived(this.open.some(({ run }) => run.own && run.state === 'running'));

  constructor(session: Session) {
    this.#session = session;
    this.reading = new Reading(session, {
      query: {},
      ask: (api) => this.#read(api),
      concerns: (event) => anyChange(event) || event.kind === 'sync',
      onshown: (now, before) => this.#see(now, before),
    });
  }

  /** The customers with something pending or a run; none until read. */
  get rows(): readonly PendingRow[] {
    return this.reading.answer?.rows ?? [];
  }

  /** The runs that ended while this window watched, until the person has seen them. */
  get ended(): readonly CustomerRun[] {
    return this.#ended;
  }

  /** The row of a customer; null where nothing is known of it. */
  row(id: CustomerId): PendingRow | null {
    return this.rows.find(({ customer }) => customer.id === id) ?? null;
  }

  /** The person has seen how it ended. */
  dismiss(id: RunId): void {
    this.#ended = this.#ended.filter(({ run }) => run.id !== id);
  }

  /** A sync of these customers was begun here: how one ended before is not shown in its place. */
  begun(ids: readonly CustomerId[]): void {
    this.#ended = this.#ended.filter(({ customer }) => !ids.includes(customer.id));
  }

  /** Reads and follows changes until the returned function is called. */
  follow(): () => void {
    const deaf = this.reading.follow();
    const wake = (): void => void this.#session.client.api.wakeSync();
    addEventListener('online', wake);
    return () => {
      removeEventListener('online', wake);
      deaf();
    };
  }

  async #read(api: Client['api']): Promise<PendingNow> {
    const rows = await api.pending();
    const runs = [...openIn(rows)];
    for (const { customer, run } of this.open) {
      if (isIn(runs, run)) continue;
      // a customer of whom nothing is pending any more has no row
      const last = await api.run(customer.id, run.id);
      if (last !== null) runs.push({ customer, run: last });
    }
    return { rows, runs };
  }

  #see({ rows, runs }: PendingNow, before: PendingNow | undefined): void {
    const short = before === undefined ? [] : betweenReadings(before.rows, rows);
    const now = [...runs, ...short.filter(({ run }) => !isIn(runs, run))];
    // a run that ended goes once another one of its customer is here
    const seen = this.#ended.filter(
      ({ customer }) => !now.some((one) => one.customer.id === customer.id),
    );
    const over = now.filter(({ customer, run }) => {
      const newest = rows.find((row) => row.customer.id === customer.id)?.run ?? run;
      return run.endedAt !== null && newest.id === run.id;
    });
    if (over.length > 0 || seen.length < this.#ended.length) this.#ended = [...over, ...seen];
    if (before !== undefined) this.#tell(openIn(before.rows), now);
  }

  #tell(before: readonly CustomerRun[], now: readonly CustomerRun[]): void {
    const { m } = this.#session;
    const at = this.#session.now();
    const told = now.flatMap(({ customer, run }) => {
      const last = before.find((one) => one.run.id === run.id)?.run ?? null;
      const words = toldOf({ before: last, now: run, customer: customer.name, at }, m, (share) =>
        this.#session.percent(share),
      );
      return words === null ? [] : [words];
    });
    if (told.length > 0) this.#session.announce(told.join(' '));
  }
}

const openIn = (rows: readonly PendingRow[]): readonly CustomerRun[] =>
  rows.flatMap(({ customer, run }) =>
    run !== null && run.endedAt === null ? [{ customer, run }] : [],
  );

/** The runs that began and ended between two readings, of customers that were in the first. */
const betweenReadings = (
  before: readonly PendingRow[],
  rows: readonly PendingRow[],
): readonly CustomerRun[] =>
  rows.flatMap(({ customer, run }) => {
    const last = before.find((row) => row.customer.id === customer.id);
    const isShort = run !== null && run.endedAt !== null && last !== undefined;
    return isShort && last.run?.id !== run.id ? [{ customer, run }] : [];
  });

const isIn = (runs: readonly CustomerRun[], { id }: RunView): boolean =>
  runs.some(({ run }) => run.id === id);

export const [usePending, providePending] = createContext<PendingWatch>();
