import type { SkuId } from '#licenses/ids.ts';
import { assignmentOf } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import { retry, type RefusedPlan, type Retry } from '#plan/retry-refused.ts';
import type { EndedOperation } from '#store/outcomes.ts';
import type { CustomerData } from '#users/customer-data.ts';
import type { RetryNumbers, RetryView } from './outcome-types.ts';
import type { Namer } from '#worker/licenses/namer.ts';
import { explainRefusal } from './refusal-view.ts';

/** What was refused in a run and can be planned again: all of it, or without what a refusal names. */
export class Retries {
  readonly #data: CustomerData;
  readonly #products: ReadonlyMap<SkuId, Product>;
  readonly #refused: readonly EndedOperation[];
  readonly #causes = new Map<string, ReadonlySet<SkuId>>();

  /** `ended`: the outcomes of the run, in the order in which they came. */
  constructor(data: CustomerData, ended: readonly EndedOperation[]) {
    this.#data = data;
    this.#products = new Map(data.products.map((product) => [product.skuId, product]));
    // of a user who ended twice the last time counts
    const last = new Map(ended.map((one) => [one.position, one]));
    this.#refused = [...last.values()].filter(({ cause }) => cause.kind === 'rejected');
  }

  /** What planning again would come to now, in all and for each product, those with most users first. */
  view(namer: Namer): RetryView {
    const products = new Set(this.#refused.flatMap((one) => [...this.#causesOf(one)]));
    const without = [...products]
      .map((skuId) => ({ skuId, name: namer.product(skuId), ...this.#numbers(skuId) }))
      .filter(({ users }) => users > 0)
      .sort((a, b) => b.users - a.users || namer.compare(a.name, b.name));
    return { all: this.#numbers(null), without };
  }

  /** The parts of the change that plans it again. */
  parts(without: SkuId | null): Retry['parts'] {
    return this.#retry(without).parts;
  }

  #numbers(without: SkuId | null): RetryNumbers {
    const { parts, stays } = this.#retry(without);
    return { users: parts.reduce((sum, { users }) => sum + users.length, 0), stays };
  }

  #retry(without: SkuId | null): Retry {
    const refused: readonly RefusedPlan[] =
      without === null
        ? this.#refused
        : this.#refused.filter((one) => this.#causesOf(one).has(without));
    return retry(refused, this.#data, without);
  }

  /** The products of the call that the refusal names; the same words about the same licenses are read once. */
  #causesOf({ cause, before, planned }: EndedOperation): ReadonlySet<SkuId> {
    if (cause.kind !== 'rejected') return new Set();
    const key = [before.licenses, planned.licenses, cause.raw].join(' ');
    let found = this.#causes.get(key);
    if (found === undefined) {
      const { sets, customer } = this.#data;
      const [held, wanted] = [sets.at(before.licenses), sets.at(planned.licenses)];
      const call = { customerId: customer.id, raw: cause.raw, code: null, requestId: null };
      const { causes } = explainRefusal({ ...call, before: held, wanted }, this.#products);
      // what the refusal names beside may be held all along
      const isSent = (sku: SkuId) => assignmentOf(held, sku) !== assignmentOf(wanted, sku);
      this.#causes.set(key, (found = new Set([...causes].filter(isSent))));
    }
    return found;
  }
}
