import type { CustomerId } from '#customers/customer.ts';
import { Manage } from '#routes/customers/[id]/licenses/manage.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { ListId, ReviewedListView } from '#worker/lists/assignment-list-types.ts';

/** The assignment list that this window reviews, with what Save would do. */
export class ReviewedList {
  readonly manage: Manage;
  readonly #session: Session;
  readonly #listId: ListId;
  #list = $state.raw<ReviewedListView | null>(null);
  #state = $state<'loading' | 'here' | 'gone' | 'failed'>('loading');

  constructor(session: Session, customerId: CustomerId, listId: ListId) {
    const { window } = session;
    this.#session = session;
    this.#listId = listId;
    this.manage = new Manage(session, customerId, { kind: 'list', window, listId });
  }

  get state(): 'loading' | 'here' | 'gone' | 'failed' {
    return this.#state;
  }

  /** What is known of the list; null until it was read, and when it is gone. */
  get list(): ReviewedListView | null {
    return this.#list;
  }

  async load(): Promise<void> {
    const { client, window } = this.#session;
    try {
      this.#list = await client.api.reviewedList(this.manage.customerId, window, this.#listId);
      this.#state = this.#list === null ? 'gone' : 'here';
    } catch {
      this.#state = 'failed';
    }
  }
}
