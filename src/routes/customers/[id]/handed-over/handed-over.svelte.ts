import type { CustomerId } from '#customers/customer.ts';
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

/** What of a customer is handed over, and how much could be. */
export class HandedOver {
  readonly #session: Session;
  readonly #id: CustomerId;
  #rows = $state.raw<readonly HandoverView[] | null>(null);
  #ready = $state.raw(nobody);
  #failed = $state(false);
  #tookBack = $state<number | null>(null);
  #again = $state.raw<MadeAgain | null>(null);

  constructor(session: Session, id: CustomerId) {
    this.#session = session;
    this.#id = id;
  }

  /** Null while they are read. */
  get rows(): readonly HandoverView[] | null {
    return this.#rows;
  }

  /** How many users can be handed over now. */
  get ready(): CanBeHandedOver {
    return this.#ready;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** For how many users the last taking back was. */
  get tookBack(): number | null {
    return this.#tookBack;
  }

  /** What came of the last file that was made again; null before. */
  get again(): MadeAgain | null {
    return this.#again;
  }

  /** Of how many users those are who would be handed over. */
  readyOf(whom: Whom): number {
    const { all, selected, matching } = this.#ready;
    return { all, selected, matching: matching?.users ?? 0 }[whom];
  }

  /** The same as the worker is asked for it; everybody where there is no filter any more. */
  usersOf(whom: Whom): ExportedUsers {
    const { matching } = this.#ready;
    if (whom === 'selected') return { kind: whom, window: this.#session.window };
    if (whom === 'matching' && matching) return { kind: whom, query: matching.query };
    return { kind: 'all' };
  }

  /** Reads now and whenever the customer changes, here or in another window. */
  follow(): () => void {
    void this.load();
    return this.#session.client.listen((event) => {
      const isOurs = event.kind === 'changed' && event.customerId === this.#id;
      if (isOurs || event.kind === 'restarted') void this.load();
    });
  }

  async load(): Promise<void> {
    const { api } = this.#session.client;
    try {
      const [rows, ready] = await Promise.all([
        api.handovers(this.#id),
        api.canBeHandedOver(this.#id, this.#session.window),
      ]);
      this.#rows = rows;
      this.#ready = ready;
      this.#failed = false;
    } catch {
      this.#failed = true;
    }
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
      this.#failed = true;
    }
    await this.load();
  }
}
