import type { SkuId } from '#licenses/ids.ts';
import type { Result } from '#base/result.ts';
import type { ChangeId } from '#plan/change.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { RetryNumbers, RetryView } from '#worker/outcomes/outcome-types.ts';
import type { SaveRefusal } from '#worker/manage/save-types.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import type { RunView } from '#worker/sync/sync-types.ts';

/** What can be planned again: everything (`product` null), or all but a product. */
export interface RetryOffer extends RetryNumbers {
  readonly product: { readonly skuId: SkuId; readonly name: string } | null;
}

/** What of a run that has ended can be planned again, as it is now. */
export class RetryOffers {
  readonly #session: Session;
  readonly #run: Pick<RunView, 'id' | 'customerId'>;
  #question = 0;
  #view = $state.raw<RetryView | null>(null);

  constructor(session: Session, run: Pick<RunView, 'id' | 'customerId'>) {
    this.#session = session;
    this.#run = run;
  }

  /** Null before the first answer. */
  get all(): RetryOffer | null {
    return this.#view && { product: null, ...this.#view.all };
  }

  /** One for each product that was the reason for users of whom something is left to plan. */
  get without(): readonly RetryOffer[] {
    return (this.#view?.without ?? []).map(({ skuId, name, ...numbers }) => {
      return { product: { skuId, name }, ...numbers };
    });
  }

  /** Follows the customer until the returned function is called. */
  follow(locale: LocaleTag): () => void {
    void this.#ask(locale);
    return this.#session.client.listen((event) => {
      const isOurs = event.kind === 'changed' && event.customerId === this.#run.customerId;
      if (isOurs || event.kind === 'restarted') void this.#ask(locale);
    });
  }

  /** Plans it again as one new change. */
  plan({ product }: RetryOffer, operator: string): Promise<Result<ChangeId, SaveRefusal>> {
    const { api } = this.#session.client;
    const { customerId, id } = this.#run;
    return product === null
      ? api.retryRefused({ customerId, runId: id, without: null, operator })
      : api.retryRefused({ customerId, runId: id, without: product.skuId, operator });
  }

  /** An answer that a newer question has overtaken is dropped; without one the offers stay as they were. */
  async #ask(locale: LocaleTag): Promise<void> {
    const question = ++this.#question;
    const { customerId, id } = this.#run;
    const view = await this.#session.client.api.retries(customerId, id, locale).catch(() => null);
    if (question === this.#question && view !== null) this.#view = view;
  }
}
