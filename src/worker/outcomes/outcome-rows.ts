import type { Product } from '#licenses/product.ts';
import type { SkuId } from '#licenses/ids.ts';
import { locationLetters } from '#users/usage-location.ts';
import type { CustomerData } from '#users/customer-data.ts';
import type { OutcomeRow } from './outcome-types.ts';
import type { Namer } from '#worker/licenses/namer.ts';
import { explainRefusal, type Explained } from './refusal-view.ts';
import { sentViews } from './sent-view.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type { ChangeFinder, SentCall } from './sent-call.ts';

/** Shows calls of a run: what was sent for whom, and what became of it. */
export class OutcomeRows {
  readonly #data: CustomerData;
  readonly #namer: Namer;
  readonly #changes: ChangeFinder;
  readonly #users: UserRows;
  readonly #products: ReadonlyMap<SkuId, Product>;

  constructor(data: CustomerData, namer: Namer, changes: ChangeFinder) {
    this.#data = data;
    this.#namer = namer;
    this.#changes = changes;
    this.#users = new UserRows(data, namer);
    this.#products = new Map(data.products.map((product) => [product.skuId, product]));
  }

  row(call: SentCall): OutcomeRow {
    const { sets } = this.#data;
    const { before, planned, cause, state, at } = call;
    const explained = this.#explain(call);
    return {
      ...this.#users.who(call.position),
      outcome: state,
      at,
      sent: sentViews(
        { before: sets.at(before.licenses), planned: sets.at(planned.licenses) },
        {
          namer: this.#namer,
          changeOf: (sku) => this.#changeOf(call, sku),
          causes: explained?.causes ?? new Set(),
          done: cause?.kind === 'cancelled' ? (cause.done ?? []) : [],
        },
      ),
      locationSent: planned.location === before.location ? null : locationLetters(planned.location),
      locationSet: cause !== null && 'locationSet' in cause && cause.locationSet,
      refusal: explained?.view ?? null,
      drifts: cause?.kind === 'conflict' ? cause.drifts : [],
    };
  }

  #changeOf(call: SentCall, sku: SkuId): OutcomeRow['sent'][number]['change'] {
    const change = this.#changes.find(call, sku);
    return change && { id: change.id, savedAt: change.savedAt };
  }

  #explain({ cause, requestId, before, planned }: SentCall): Explained | null {
    if (cause?.kind !== 'rejected') return null;
    const { sets, customer } = this.#data;
    const call = {
      customerId: customer.id,
      raw: cause.raw,
      code: cause.code ?? null,
      requestId,
      before: sets.at(before.licenses),
      wanted: sets.at(planned.licenses),
    };
    return explainRefusal(call, this.#products);
  }
}
