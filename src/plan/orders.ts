import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { Assignment } from '#licenses/license-set.ts';
import type { Product } from '#licenses/product.ts';
import type { Touch } from '#rules/case.ts';
import type { Issue } from '#rules/issue.ts';
import { judgeTouch } from '#rules/judge.ts';
import type { HeldRows } from '#rules/held-rows.ts';
import type { ProductIndex } from '#rules/product-index.ts';
import { LOCATION_NONE, readLocation, type LocationCode } from '#users/usage-location.ts';
import { countingSwaps, type Draft, type DraftProduct, type ServicePlanAction } from './draft.ts';
import type { SameServices } from './carry-over.ts';
import type { LineRows } from './line-rows.ts';
import { readSwap, type SwapOrder } from './swap.ts';

/** What a line of a draft does to one assignment, and what the rules say of that alone. */
export interface JudgedTouch {
  readonly touch: Touch;
  readonly issues: readonly Issue[];
}

/** One product of a draft, read for one customer. */
export interface ProductOrder {
  readonly skuId: SkuId;
  /** Number in the `ProductIndex`, −1 for a product that the customer is not known to have. */
  readonly product: number;
  readonly action: DraftProduct['action'];
  /** Only service plans that can be switched; all that are named where no source listed them. */
  readonly switches: ReadonlyMap<ServicePlanId, ServicePlanAction>;
  /** False when switching is asked and no source said which service plans there are. */
  readonly canSwitch: boolean;
  /** What assigning does to everybody who does not hold the product; null when nothing is assigned. */
  readonly gain: JudgedTouch | null;
  /** What the line does to an assignment, remembered by `touch`. */
  readonly known: Map<Assignment, JudgedTouch>;
  /** Of a product that goes, which of its services this one gives, remembered by `sayWhatSwitchesOn`. */
  readonly replaces: Map<SkuId, SameServices>;
  /** What the line does to the users who were asked about last, remembered by `lineRows`. */
  last: { readonly held: HeldRows; readonly rows: LineRows } | null;
}

/** A draft, read for one customer. */
export interface Orders {
  readonly products: readonly ProductOrder[];
  readonly swaps: readonly SwapOrder[];
  /** For users who have no usage location; null leaves them without. */
  readonly location: LocationCode | null;
}

function switchesOf(
  { action, servicePlans }: DraftProduct,
  product: Product | undefined,
): Map<ServicePlanId, ServicePlanAction> {
  const switches = new Map(Object.entries(servicePlans) as [ServicePlanId, ServicePlanAction][]);
  if (action === 'revoke') switches.clear();
  const listed = product?.servicePlans ?? null;
  if (listed === null) return switches;
  const switchable = new Set(
    listed.filter(({ appliesTo }) => appliesTo === 'User').map(({ id }) => id),
  );
  for (const plan of switches.keys()) if (!switchable.has(plan)) switches.delete(plan);
  return switches;
}

function readProduct(wanted: DraftProduct, index: ProductIndex): ProductOrder {
  const { skuId, action } = wanted;
  const number = index.numberOf(skuId);
  const product = index.products[number];
  const switches = switchesOf(wanted, product);
  const disabledPlans = [...switches].flatMap(([plan, to]) => (to === 'off' ? [plan] : [])).sort();
  const via = { kind: 'direct' } as const;
  const fresh = { skuId, paths: [{ via, disabledPlans, state: null, error: null }] };
  const canSwitch = switches.size === 0 || (product?.servicePlans ?? null) !== null;
  const named = { skuId, product: number, action, switches };
  const gain = {
    ...named,
    before: undefined,
    after: canSwitch ? fresh : undefined,
    maskAfter: canSwitch ? index.maskOf(fresh, number) : index.none,
  };
  return {
    ...named,
    canSwitch,
    gain: action === 'assign' ? { touch: gain, issues: judgeTouch(gain, index) } : null,
    known: new Map(),
    replaces: new Map(),
    last: null,
  };
}

const asks = ({ action, switches }: ProductOrder): boolean =>
  action !== 'leave' || switches.size > 0;

/** Reads drafts for a customer; what a line does is worked out once while it stays in the draft. */
export class OrderBook {
  readonly #index: ProductIndex;
  /** Of the draft that was read last. */
  #lines: ReadonlyMap<string, ProductOrder> = new Map();

  constructor(index: ProductIndex) {
    this.#index = index;
  }

  /**
   * The draft with product numbers looked up, service plans that are not the product's own or act for the
   * whole tenant left out, products for which nothing is asked left out. Of a product that is named twice
   * the last line counts; of the products of a swap only the service plans of the one that comes.
   */
  read(draft: Draft): Orders {
    const index = this.#index;
    const counting = countingSwaps(draft.swaps);
    const lines = new Map(draft.products.map((wanted) => [wanted.skuId, wanted]));
    for (const { from, to } of counting) {
      lines.delete(from);
      const comes = lines.get(to);
      if (comes === undefined) continue;
      if (comes.action === 'revoke') lines.delete(to);
      else lines.set(to, { ...comes, action: 'leave' });
    }
    const products = this.#products([...lines.values()]).filter(asks);
    const swaps = counting.map((wanted) => {
      const comes = products.find(({ skuId, canSwitch }) => skuId === wanted.to && canSwitch);
      return readSwap(wanted, comes?.switches ?? new Map(), index);
    });
    const location = draft.usageLocation === null ? null : readLocation(draft.usageLocation);
    return { products, swaps, location };
  }

  #products(lines: readonly DraftProduct[]): readonly ProductOrder[] {
    const known = this.#lines;
    const read = new Map(
      lines.map((wanted) => {
        const key = JSON.stringify([wanted.skuId, wanted.action, wanted.servicePlans]);
        return [key, known.get(key) ?? readProduct(wanted, this.#index)] as const;
      }),
    );
    this.#lines = read;
    return [...read.values()];
  }
}

/** One draft, read as `OrderBook` does. */
export const readDraft = (draft: Draft, index: ProductIndex): Orders =>
  new OrderBook(index).read(draft);

/** The usage location of a user after the draft: set only where the user is known to have none. */
export const locationAfter = (location: LocationCode, orders: Orders): LocationCode =>
  location === LOCATION_NONE ? (orders.location ?? location) : location;
