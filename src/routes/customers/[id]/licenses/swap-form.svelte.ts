import { untrack } from 'svelte';
import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { DraftProduct, ServicePlanAction, Swap } from '#plan/draft.ts';
import type { Preview, SwapPreview } from '#plan/preview.ts';
import { draftProduct, swapNaming, withSwap } from '#plan/draft-edits.ts';
import type { Manage } from './manage.svelte.ts';
import type { ProductLine } from './product-line.ts';

/** A swap that is being put together, with what it would do. */
export class SwapForm {
  /** The swap of the draft that is changed; null for a new one. */
  readonly edited: Swap | null;
  readonly #manage: Manage;
  #from = $state<SkuId | null>(null);
  #to = $state<SkuId | null>(null);
  #decided = $state.raw<Swap['decided']>({});
  #ifUnknown = $state<Swap['ifUnknown']>('leaveOut');
  #servicePlans = $state.raw<DraftProduct['servicePlans']>({});
  #preview = $state.raw<Preview | null>(null);
  #failed = $state(false);

  /** Products that somebody of the selection holds directly, as far as is known, and that no other swap names. */
  readonly sources: readonly ProductLine[] = $derived.by(() =>
    this.#manage.lines.filter(
      ({ product, preview }) =>
        preview.held > preview.heldByGroupOnly &&
        product.notAssignable !== 'unidentified' &&
        this.#isFree(product.skuId),
    ),
  );

  /** Products that can be assigned and that no other swap names. */
  readonly targets: readonly ProductLine[] = $derived.by(() =>
    this.#manage.lines.filter(
      ({ product }) =>
        product.skuId !== this.#from &&
        product.notAssignable === null &&
        this.#isFree(product.skuId),
    ),
  );

  /** The product that comes; undefined while none is chosen. */
  readonly target: ProductLine | undefined = $derived.by(() =>
    this.targets.find(({ product }) => product.skuId === this.#to),
  );

  /** The swap as it is chosen; null while a product is missing. */
  readonly swap: Swap | null = $derived.by(() => {
    const [from, to] = [this.#from, this.#to];
    if (from === null || to === null) return null;
    return { from, to, decided: this.#decided, ifUnknown: this.#ifUnknown };
  });

  constructor(manage: Manage, edited: Swap | null) {
    this.#manage = manage;
    this.edited = edited;
    if (edited === null) return;
    this.#from = edited.from;
    this.#to = edited.to;
    this.#decided = edited.decided;
    this.#ifUnknown = edited.ifUnknown;
    this.#servicePlans = draftProduct(manage.draft, edited.to).servicePlans;
    untrack(() => void this.#ask());
  }

  get from(): SkuId | null {
    return this.#from;
  }

  get to(): SkuId | null {
    return this.#to;
  }

  get ifUnknown(): Swap['ifUnknown'] {
    return this.#ifUnknown;
  }

  /** What Save would do with the swap added; null until that is known. */
  get preview(): Preview | null {
    return this.#preview;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Of the preview, what the swap itself does. */
  get effect(): SwapPreview | null {
    const { from, to } = this;
    return this.#preview?.swaps.find((one) => one.from === from && one.to === to) ?? null;
  }

  chooseFrom(sku: SkuId | null): void {
    this.#from = sku;
    if (sku === this.#to) this.#to = null;
    this.#startOver();
  }

  chooseTo(sku: SkuId | null): void {
    this.#to = sku;
    this.#startOver();
  }

  /** What is ticked for service plans of the product that comes. */
  get servicePlans(): DraftProduct['servicePlans'] {
    return this.#servicePlans;
  }

  /** Switches a service plan of the product that comes; null leaves it as it is. */
  tickServicePlan(plan: ServicePlanId, action: ServicePlanAction | null): void {
    const { [plan]: _before, ...others } = this.#servicePlans;
    this.#servicePlans = action === null ? others : { ...others, [plan]: action };
    void this.#ask();
  }

  decide(plan: ServicePlanId, action: ServicePlanAction): void {
    this.#decided = { ...this.#decided, [plan]: action };
    void this.#ask();
  }

  decideUnknown(answer: Swap['ifUnknown']): void {
    this.#ifUnknown = answer;
    void this.#ask();
  }

  /** Other products, other questions. */
  #startOver(): void {
    this.#decided = {};
    this.#servicePlans =
      this.#to === null ? {} : draftProduct(this.#manage.draft, this.#to).servicePlans;
    this.#preview = null;
    void this.#ask();
  }

  #isFree(sku: SkuId): boolean {
    return swapNaming(this.#manage.draft, sku, this.edited) === undefined;
  }

  /** Asks what the swap would do; an answer for what is no longer chosen is dropped. */
  async #ask(): Promise<void> {
    const wanted = this.swap;
    this.#failed = false;
    if (wanted === null) return;
    try {
      const ticked = this.#servicePlans;
      const draft = withSwap(this.#manage.draft, wanted, this.edited, ticked);
      const { preview } = await this.#manage.previewSave(draft);
      if (this.swap === wanted) this.#preview = preview;
    } catch {
      if (this.swap === wanted) this.#failed = true;
    }
  }
}
