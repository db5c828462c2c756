import { SvelteMap } from 'svelte/reactivity';
import { Lateness } from '#routes/lateness.svelte.ts';
import type { Showable } from '#routes/reading.svelte.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { ChangeId } from '#plan/change.ts';
import type { Confirmable } from '#plan/consequences.ts';
import {
  emptyDraft,
  isEmptyDraft,
  type Draft,
  type DraftProduct,
  type ProductAction,
  type ServicePlanAction,
  type Swap,
} from '#plan/draft.ts';
import type { Preview, ServicePlanState } from '#plan/preview.ts';
import type { LocaleTag, Scope } from '#worker/scope-types.ts';
import type { OnShortage, SaveRequest, SaveReview } from '#worker/manage/save-types.ts';
import type { AllotmentPage, AllotmentView, ManageView } from '#worker/manage/manage-types.ts';
import type { Position } from '#users/ids.ts';
import {
  withAction,
  withLocation,
  withoutSwap,
  withServicePlan,
  withSwap,
} from '#plan/draft-edits.ts';
import { KeptDraft } from './kept-draft.ts';
import { productLines } from './product-line.ts';

/** Reads a page (from 0) of who gets a license, in the order that a person picked. */
export type ReadAllotment = (ask: AllotmentPage) => Promise<AllotmentView>;

/** What the person is told above the table after a Save that wrote nothing. */
export type ManageNotice = 'stale' | 'nothingToDo' | 'planSaved' | 'notKept';

/** Manage licenses for one scope: what is ticked, and what Save would do with it. */
export class Manage {
  readonly customerId: CustomerId;
  readonly scope: Scope;
  readonly #session: Session;
  readonly #kept: KeptDraft;
  #locale: LocaleTag;
  readonly #lateness = new Lateness();
  #question = 0;
  #started = false;
  #saving = false;
  #draft = $state.raw<Draft>(emptyDraft);
  #view = $state.raw<ManageView | null>(null);
  #answered = $state.raw<Draft | null>(null);
  #failure = $state<'failed' | 'gone' | null>(null);
  #notice = $state<ManageNotice | null>(null);
  readonly #servicePlans = new SvelteMap<SkuId, readonly ServicePlanState[]>();

  /** A page of who gets a license of a short product. */
  readonly readAllotment: ReadAllotment = (ask) =>
    this.#session.client.api.allotment({
      customerId: this.customerId,
      scope: this.scope,
      draft: this.#draft,
      ...ask,
      locale: this.#locale,
    });

  readonly lines = $derived(this.#view === null ? [] : productLines(this.#view));

  constructor(session: Session, customerId: CustomerId, scope: Scope) {
    this.#session = session;
    this.#locale = session.locale;
    this.customerId = customerId;
    this.scope = scope;
    this.#kept = new KeptDraft(
      (draft) => session.client.api.keepDraft(customerId, scope, draft),
      () => (this.#notice = 'notKept'),
    );
  }

  get draft(): Draft {
    return this.#draft;
  }

  /** True when nothing is asked for; a list always asks for something. */
  get asksNothing(): boolean {
    return this.scope.kind !== 'list' && isEmptyDraft(this.#draft);
  }

  /** The last answer of the worker; it may be for an earlier draft (see `fresh`). */
  get view(): ManageView | null {
    return this.#view;
  }

  /** The last answer, for what shows a reading. */
  get reading(): Showable<ManageView> {
    const answer = this.view ?? undefined;
    const { late } = this.#lateness;
    return { answer, failed: this.failure !== null, late, load: () => this.reload() };
  }

  /** True when the numbers shown are those of what is ticked. */
  get fresh(): boolean {
    return this.#answered === this.#draft;
  }

  get failure(): 'failed' | 'gone' | null {
    return this.#failure;
  }

  get notice(): ManageNotice | null {
    return this.#notice;
  }

  /** Reads what was ticked before a reload and follows changes until the returned function is called. */
  follow(): () => void {
    void this.#start();
    return this.#session.client.listen((event) => {
      const concerns =
        event.kind === 'restarted' ||
        (event.kind === 'changed' && event.customerId === this.customerId);
      if (concerns && !this.#saving && this.#started) void this.reload();
    });
  }

  /** The states of a product's service plans; null until `readServicePlans` has read them. */
  servicePlans(sku: SkuId): readonly ServicePlanState[] | null {
    return this.#servicePlans.get(sku) ?? null;
  }

  /** Reads how the selection has a product's service plans. */
  async readServicePlans(sku: SkuId): Promise<void> {
    const { api } = this.#session.client;
    const states = await api.servicePlanStates(this.customerId, this.scope, sku);
    this.#servicePlans.set(sku, states);
  }

  /** Ticks a product. The box answers at once, the numbers follow. */
  tick(sku: SkuId, action: ProductAction): void {
    const held = this.lines.find(({ product }) => product.skuId === sku)?.preview.held ?? 0;
    this.#edit(withAction(this.#draft, sku, action, held));
  }

  tickServicePlan(sku: SkuId, plan: ServicePlanId, action: ServicePlanAction | null): void {
    this.#edit(withServicePlan(this.#draft, sku, plan, action));
  }

  setLocation(letters: string | null): void {
    this.#edit(withLocation(this.#draft, letters));
  }

  /** Adds a swap, in the place of `instead` where one is changed; see `withSwap`. */
  swap(wanted: Swap, instead: Swap | null, servicePlans?: DraftProduct['servicePlans']): void {
    this.#edit(withSwap(this.#draft, wanted, instead, servicePlans));
  }

  removeSwap(swap: Swap): void {
    this.#edit(withoutSwap(this.#draft, swap));
  }

  clear(): void {
    this.#edit(emptyDraft);
  }

  /** Ticks exactly what the draft says. */
  replace(draft: Draft): void {
    this.#edit(draft);
  }

  /** Says that the numbers have moved before anything was saved. */
  tellStale(): void {
    this.#notice = 'stale';
  }

  dismissNotice(): void {
    this.#notice = null;
  }

  /** Takes a user out of the selection. */
  async remove(position: Position): Promise<void> {
    if (this.scope.kind !== 'selection') return;
    await this.#session.client.api.editSelection(this.customerId, this.scope.window, {
      kind: 'set',
      positions: [position],
      selected: false,
    });
    await this.reload();
  }

  /** Waits for these names no longer; null: for nobody. */
  async dropAwaited(names: readonly string[] | null): Promise<void> {
    if (this.scope.kind !== 'selection') return;
    const { api } = this.#session.client;
    await api.editSelection(this.customerId, this.scope.window, { kind: 'dropAwaited', names });
    await this.reload();
  }

  /** Names and their order follow the language. */
  async speak(locale: LocaleTag): Promise<void> {
    if (locale === this.#locale) return;
    this.#locale = locale;
    await this.reload();
  }

  /** Reads everything again for what is ticked. */
  async reload(): Promise<void> {
    if (!this.#started) return this.#start();
    const open = [...this.#servicePlans.keys()];
    await this.#ask();
    for (const sku of open) await this.readServicePlans(sku);
  }

  /**
   * Plans what is ticked. Gives the change's id, or why nothing was written; after `stale` the new
   * numbers are read and the person is told.
   */
  async save(
    request: Omit<SaveRequest, 'draft'>,
  ): Promise<ChangeId | 'shortage' | 'stale' | 'nothingToDo' | 'planSaved'> {
    const draft = this.#draft;
    this.#saving = true;
    try {
      // a draft kept after the Save would come back as ticks
      await this.#kept.settled();
      const { api } = this.#session.client;
      const saved = await api.save({
        customerId: this.customerId,
        scope: this.scope,
        request: { ...request, draft },
        locale: this.#locale,
      });
      if (saved.ok) return saved.value;
      if (saved.error.kind !== 'shortage') this.#notice = saved.error.kind;
      this.#saving = false;
      await this.reload();
      return saved.error.kind;
    } catch (error) {
      this.#saving = false;
      throw error;
    }
  }

  /** What Save would do with this answer to a shortage, as it is confirmed. */
  reviewSave(onShortage: OnShortage): Promise<SaveReview> {
    return this.#session.client.api.saveReview(this.#drafted(onShortage, this.#draft));
  }

  /** What Save would do with another draft. */
  previewSave(draft: Draft): Promise<Confirmable<Preview>> {
    return this.#session.client.api.savePreview(this.#drafted({ kind: 'ask' }, draft));
  }

  #drafted(onShortage: OnShortage, draft: Draft) {
    const { customerId, scope } = this;
    return { customerId, scope, draft, onShortage, locale: this.#locale };
  }

  async #start(): Promise<void> {
    try {
      const draft = await this.#session.client.api.draft(this.customerId, this.scope);
      this.#draft = draft;
      this.#kept.startsAs(draft);
      this.#started = true;
    } catch {
      this.#failure = 'failed';
      return;
    }
    await this.#ask();
  }

  #edit(draft: Draft): void {
    this.#draft = draft;
    this.#notice = null;
    this.#kept.keep(draft);
    void this.#ask();
  }

  /** Asks the worker what the draft would do; an answer that a newer question has overtaken is dropped. */
  async #ask(): Promise<void> {
    const question = ++this.#question;
    const draft = this.#draft;
    this.#lateness.begin();
    try {
      const { api } = this.#session.client;
      const view = await api.manage({
        customerId: this.customerId,
        scope: this.scope,
        draft,
        locale: this.#locale,
      });
      if (question !== this.#question) return;
      this.#view = view;
      this.#answered = draft;
      this.#failure = null;
    } catch (error) {
      if (question !== this.#question) return;
      this.#failure = error instanceof Error && error.name === 'NotFound' ? 'gone' : 'failed';
    }
    this.#lateness.end();
  }
}
