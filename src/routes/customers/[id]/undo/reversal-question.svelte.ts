import type { CustomerId } from '#customers/customer.ts';
import type { ChangeId } from '#plan/change.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { ListId } from '#worker/lists/assignment-list-types.ts';
import type { ReversalView } from '#worker/undo/reversal-types.ts';

/** The undo of a synced change that a person looks at before the new change is made for review. */
export class ReversalQuestion {
  readonly #session: Session;
  readonly #customerId: CustomerId;
  readonly #changeId: ChangeId;
  #question = 0;
  #view = $state.raw<ReversalView | null>(null);
  #doing = $state(false);
  #failed = $state(false);

  constructor(session: Session, customerId: CustomerId, changeId: ChangeId) {
    this.#session = session;
    this.#customerId = customerId;
    this.#changeId = changeId;
  }

  /** What the new change would come to; null before it is known. */
  get view(): ReversalView | null {
    return this.#view;
  }

  /** True while the new change is made. */
  get doing(): boolean {
    return this.#doing;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Works it out, and again when the customer moves, until the returned function is called. */
  follow(): () => void {
    void this.ask();
    return this.#session.client.listen((event) => {
      const ours = event.kind === 'changed' && event.customerId === this.#customerId;
      if (ours || event.kind === 'restarted') void this.ask();
    });
  }

  /** Works it out; an answer that a newer question has overtaken is dropped. */
  async ask(): Promise<void> {
    const question = ++this.#question;
    try {
      const view = await this.#session.client.api.reversal(this.#customerId, this.#changeId);
      if (question !== this.#question) return;
      this.#view = view;
      this.#failed = false;
    } catch {
      if (question === this.#question) this.#failed = true;
    }
  }

  /** Makes the new change for review; the list to go to, null when there is none. */
  async confirm(): Promise<ListId | null> {
    if (this.#doing) return null;
    this.#doing = true;
    this.#failed = false;
    const { client, window } = this.#session;
    try {
      const made = await client.api.reverseChange(this.#customerId, window, this.#changeId);
      if (made.ok) return made.value;
      // nobody is left: the new numbers say so
      await this.ask();
    } catch {
      this.#failed = true;
    } finally {
      this.#doing = false;
    }
    return null;
  }
}
