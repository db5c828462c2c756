import type { CustomerId } from '#customers/customer.ts';
import { changesOf, Reading } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import { saveBlob } from '#ui/save-blob.ts';
import type { ExportedUsers } from '#worker/exports/export-types.ts';
import type { CanBeHandedOver, HandoverView } from '#worker/handover/handover-types.ts';

/** Of whom those who are pending are handed over. */
export type Whom = ExportedUsers['kind'];

/** What came of making a file again; `failed`: nothing. */
export interface MadeAgain {
  readonly kind: 'same' | 'notTheSame' | 'failed';
  readonly handover: HandoverView;
}

const nobody: CanBeHandedOver = { all: 0, selected: 0, matching: null };

/** What is handed over, and how many users could be now. */
export interface Handovers {
  readonly rows: readonly HandoverView[];
  readonly ready: CanBeHandedOver;
}

/** What of a customer is handed over, and how much could be. */
export class HandedOver {
  readonly reading: Reading<Handovers>;
  readonly #session: Session;
  readonly #id: CustomerId;
  #tookBack = $state<number | 'failed' | null>(null);
  #again = $state.raw<MadeAgain | null>(null);

  constructor(session: Session, id: CustomerId) {
    this.#session = session;
    this.#id = id;
    this.reading = new Reading<Handovers>(session, {
      query: {},
      ask: async (api) => {
        const [rows, ready] = await Promise.all([
          api.handovers(id),
          api.canBeHandedOver(id, session.window),
        ]);
        return { rows, ready };
      },
      concerns: changesOf(id),
    });
  }

  /** How many users can be handed over now. */
  get ready(): CanBeHandedOver {
    return this.reading.answer?.ready ?? nobody;
  }

  /** For how many users the last taking back was, or that it did not work; null before. */
  get tookBack(): number | 'failed' | null {
    return this.#tookBack;
  }

  /** What came of the last file that was made again; null before. */
  get again(): MadeAgain | null {
    return this.#again;
  }

  /** Of how many users those are who would be handed over. */
  readyOf(whom: Whom): number {
    const { all, selected, matching } = this.ready;
    return { all, selected, matching: matching?.users ?? 0 }[whom];
  }

  /** The same as the worker is asked for it; everybody where there is no filter any more. */
  usersOf(whom: Whom): ExportedUsers {
    const { matching } = this.ready;
    if (whom === 'selected') return { kind: whom, window: this.#session.window };
    if (whom === 'matching' && matching) return { kind: whom, query: matching.query };
    return { kind: 'all' };
  }

  /** Makes a lost file again, if it is the same. */
  async makeAgain(handover: HandoverView): Promise<void> {
    this.#tookBack = null;
    this.#again = null;
    const request = { kind: 'handOverAgain', customerId: this.#id, id: handover.id } as const;
    const running = this.#session.client.run(request);
    const end = await running.end.catch(() => null);
    const value = end?.kind === 'done' ? end.value : null;
    if (value?.kind === 'handedOver') saveBlob(value.blob, value.name);
    const kind = value?.kind === 'handedOver' ? 'same' : (value?.kind ?? 'failed');
    this.#again = { kind, handover };
  }

  async takeBack({ id }: HandoverView): Promise<void> {
    this.#again = null;
    try {
      this.#tookBack = await this.#session.client.api.takeBack(this.#id, id);
    } catch {
      this.#tookBack = 'failed';
    }
    await this.reading.load();
  }
}
