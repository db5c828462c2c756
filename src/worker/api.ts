/**
 * The one door to the worker: every command the page may ask, and what comes back. Types only, plain
 * cloneable data only. Commands that can take more than 50 ms are jobs (`start`).
 */
import type { Result } from '#base/result.ts';
import type { Customer, CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { ChangeId, PlannedShortage } from '#plan/change.ts';
import type { Draft } from '#plan/draft.ts';
import type { Filling } from '#plan/filling.ts';
import type { Preset, PresetId } from '#plan/preset.ts';
import type { Preview, ServicePlanState } from '#plan/preview.ts';
import type { RevokeEverything } from '#plan/revoke-everything.ts';
import type { Position, UserId } from '#users/ids.ts';
import type { UserQuery } from '#users/user-query.ts';
import type { HistoryPage, UserHistoryPage } from './history-types.ts';
import type { FactId } from '#rules/rule-fact.ts';
import type { RuleView } from './rule-types.ts';
import type { ListId, ReviewedListView } from './assignment-list-types.ts';
import type { JobEvent, JobId, JobRequest } from './job-types.ts';
import type { AwaitedView, PastedListView } from './list-types.ts';
import type { Settings } from './settings-types.ts';
import type { StaysPage, StepName, StepRequest, StepView } from './step-types.ts';
import type {
  EntitlementView,
  LeftOutPage,
  SelectionView,
  UserPage,
  ManageView,
  AllotmentView,
  ChangeView,
  UserView,
  PurchaseView,
  StorageView,
  OutcomeFilter,
  WindowView,
} from './view-types.ts';

/** Which window asks: page, filter, selection and draft belong to a window (kept in `sessionStorage`). */
export type WindowId = string;
/** A BCP 47 tag the person chose: `en`, `zh-Hans`, `zh-Hant`. Decides names and sort order. */
export type LocaleTag = string;

/** For whom Manage licenses works: the window's selection, one user's own page, or a list. */
export type Scope =
  | { readonly kind: 'selection'; readonly window: WindowId }
  | { readonly kind: 'user'; readonly window: WindowId; readonly userId: UserId }
  /** An assignment list, which says for each of its users what is to be planned. */
  | { readonly kind: 'list'; readonly window: WindowId; readonly listId: ListId };

/** How a window's selection changes. */
export type SelectionEdit =
  | { readonly kind: 'set'; readonly positions: readonly Position[]; readonly selected: boolean }
  | { readonly kind: 'allMatching'; readonly query: UserQuery }
  | { readonly kind: 'addNewlyMatching' }
  /** The users of a pasted list, instead of those selected or added to them. */
  | {
      readonly kind: 'list';
      readonly positions: readonly Position[];
      readonly replace: boolean;
      /** Names of users who are not here yet. */
      readonly awaited: readonly string[];
    }
  /** Waits for these names no longer; null: for none. */
  | { readonly kind: 'dropAwaited'; readonly names: readonly string[] | null }
  | { readonly kind: 'clear' }
  /** An earlier day's selection is kept: its day becomes today. */
  | { readonly kind: 'keep' };

/** Asked only when a product is short. `wait`: the users in `waiting` go last, who gets none waits. */
export type OnShortage =
  | { readonly kind: 'ask' }
  | { readonly kind: 'wait'; readonly waiting: readonly Position[] }
  | { readonly kind: 'planAll' };

export interface SaveRequest {
  readonly draft: Draft;
  /** The version that the shown preview was computed on. */
  readonly version: number;
  readonly operator: string;
  readonly reference: string | null;
  readonly note: string | null;
  readonly onShortage: OnShortage;
}

export type SaveRefusal =
  /** Somebody (another window, an import) changed the numbers: show them again. Nothing was written. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'shortage'; readonly shortages: readonly PlannedShortage[] }
  | { readonly kind: 'nothingToDo' };

/** Another preset has the name. */
export interface PresetRefusal {
  readonly kind: 'nameTaken';
  readonly id: PresetId;
}

/** Every command. Comlink makes each a promise; a command that names a customer not on this device rejects with `NotFound`. */
export interface WorkerApi {
  customers(): Customer[];
  customer(id: CustomerId): Customer | null;
  renameCustomer(id: CustomerId, name: string): void;
  removeCustomer(id: CustomerId): void;
  allLicenses(locale: LocaleTag): EntitlementView[];
  entitlements(id: CustomerId, locale: LocaleTag): EntitlementView[];
  /** Types the number of licenses of a product whose numbers no source gave. */
  typeUnits(id: CustomerId, sku: SkuId, total: number): void;
  /** Every Save, undo and redo of the customer whose reference, note, operator or products have the text. */
  history(
    id: CustomerId,
    text: string,
    page: number,
    pageSize: number,
    locale: LocaleTag,
  ): HistoryPage;
  /** Every Save that concerned the user; null when the customer has no such user. */
  userHistory(
    id: CustomerId,
    userId: UserId,
    page: number,
    pageSize: number,
    locale: LocaleTag,
  ): UserHistoryPage | null;

  windowView(id: CustomerId, window: WindowId): WindowView;
  usersPage(id: CustomerId, window: WindowId, view: WindowView, locale: LocaleTag): UserPage;
  selectedPage(
    id: CustomerId,
    window: WindowId,
    page: number,
    pageSize: number,
    text: string,
    locale: LocaleTag,
  ): UserPage;
  selection(id: CustomerId, window: WindowId): SelectionView;
  editSelection(id: CustomerId, window: WindowId, edit: SelectionEdit): SelectionView;

  /** Whom a pasted text means; nothing is selected yet. */
  readList(id: CustomerId, text: string, locale: LocaleTag): PastedListView;
  /** The assignment list that the window reviews; null when it was saved, or another one was read since. */
  reviewedList(id: CustomerId, window: WindowId, listId: ListId): ReviewedListView | null;
  /** Names that Saves of the customer wait for (of undone ones: no), and who of them came. */
  awaited(id: CustomerId, locale: LocaleTag): AwaitedView[];
  /** Waits no longer for names of a change. */
  dropAwaited(id: CustomerId, changeId: ChangeId, keys: readonly string[]): void;
  /** Selects the users for whom a change waited and who came, with what it planned ticked. */
  reviewAwaited(id: CustomerId, window: WindowId, changeId: ChangeId): SelectionView;

  draft(id: CustomerId, scope: Scope): Draft;
  manage(id: CustomerId, scope: Scope, draft: Draft, locale: LocaleTag): ManageView;
  /** What the draft for leavers would tick for the scope. Ticks nothing. */
  revokeEverything(id: CustomerId, scope: Scope): RevokeEverything;
  /** What gives others the licenses of this user; null when the customer has no such user. Ticks nothing. */
  copyLicenses(id: CustomerId, from: UserId): Filling | null;
  /** Users of the customer whose names hold the text, by display name. */
  findUsers(
    id: CustomerId,
    text: string,
    page: number,
    pageSize: number,
    locale: LocaleTag,
  ): Pick<UserPage, 'rows' | 'total' | 'page'>;
  /** Keeps the draft for a reload. */
  keepDraft(id: CustomerId, scope: Scope, draft: Draft): void;
  servicePlanStates(id: CustomerId, scope: Scope, sku: SkuId): ServicePlanState[];
  /** Selected users who hold the product, planned. */
  holders(
    id: CustomerId,
    scope: Scope,
    sku: SkuId,
    page: number,
    pageSize: number,
    locale: LocaleTag,
  ): UserPage;
  allotment(
    id: CustomerId,
    scope: Scope,
    draft: Draft,
    sku: SkuId,
    waiting: readonly Position[],
    page: number,
    pageSize: number,
    locale: LocaleTag,
  ): AllotmentView;
  /** Users kept out by a blocking issue; shortages are not counted (see `allotment`). */
  leftOut(
    id: CustomerId,
    scope: Scope,
    draft: Draft,
    page: number,
    pageSize: number,
    locale: LocaleTag,
  ): LeftOutPage;
  /** What `save` would do with this answer to a shortage. */
  savePreview(
    id: CustomerId,
    scope: Scope,
    draft: Draft,
    onShortage: OnShortage,
    locale: LocaleTag,
  ): Preview;
  save(
    id: CustomerId,
    scope: Scope,
    request: SaveRequest,
    locale: LocaleTag,
  ): Result<ChangeId, SaveRefusal>;
  change(
    id: CustomerId,
    changeId: ChangeId,
    filter: OutcomeFilter,
    page: number,
    pageSize: number,
    locale: LocaleTag,
  ): ChangeView | null;
  /** What undoing or redoing a change would do, with this answer to a shortage; `ask` shows what waiting means. */
  stepView(id: CustomerId, step: StepName, onShortage: OnShortage, locale: LocaleTag): StepView;
  /** Users for whom the change would stay as it is. */
  stepStays(
    id: CustomerId,
    step: StepName,
    onShortage: OnShortage,
    page: number,
    pageSize: number,
    locale: LocaleTag,
  ): StaysPage;
  stepAllotment(
    id: CustomerId,
    step: StepName,
    sku: SkuId,
    waiting: readonly Position[],
    page: number,
    pageSize: number,
    locale: LocaleTag,
  ): AllotmentView;
  /** Undoes or redoes a change; gives the number of users for whom it was done. */
  moveChange(id: CustomerId, step: StepName, request: StepRequest): Result<number, SaveRefusal>;
  /** Selects the users of a change with these outcomes and restores its ticks. */
  selectAgain(
    id: CustomerId,
    window: WindowId,
    changeId: ChangeId,
    which: 'all' | 'notChanged',
  ): SelectionView;
  user(id: CustomerId, userId: UserId, locale: LocaleTag): UserView | null;

  /** By name. */
  presets(locale: LocaleTag): Preset[];
  /** Keeps a draft of this customer under a name, in place of the preset `replaces` if there is one. */
  savePreset(
    id: CustomerId,
    preset: Pick<Preset, 'name' | 'draft' | 'operator'> & { readonly replaces: PresetId | null },
    locale: LocaleTag,
  ): Result<PresetId, PresetRefusal>;
  renamePreset(id: PresetId, name: string): Result<PresetId, PresetRefusal>;
  deletePreset(id: PresetId): void;
  /** What a preset ticks for this customer; null when it is gone. Ticks nothing. */
  applyPreset(id: CustomerId, preset: PresetId): Filling | null;

  purchases(locale: LocaleTag): PurchaseView[];
  /** Puts the number on the customer's list of things to buy; 0 takes it off. */
  buy(id: CustomerId, sku: SkuId, count: number): void;

  /** Every fact that rules judge by; the other three decide about one and give the list as it is then. */
  rules(): RuleView[];
  switchRule(id: FactId, enabled: boolean): RuleView[];
  /** Makes what was learned at one customer block everywhere; `by` names who said so. */
  widenRule(id: FactId, by: string): RuleView[];
  /** Takes that back, where the customer is still on this device. */
  narrowRule(id: FactId): RuleView[];

  settings(): Settings;
  changeSettings(part: Partial<Settings>): Settings;
  storage(): StorageView;
  /** Deletes everything Seatwise keeps in IndexedDB on this device. */
  wipe(): void;

  /** Starts a job; its progress and its end come to `listen`. */
  start(job: JobRequest): JobId;
  cancel(job: JobId): void;
  jobs(): JobEvent[];
}

/** What the worker tells the page unasked. */
export type WorkerEvent =
  | { readonly kind: 'job'; readonly event: JobEvent }
  /** The facts behind the rules, or what a person decided about them, here or in another window. */
  | { readonly kind: 'rulesChanged' }
  /** A customer changed, here or in another window; null: the list of customers did. */
  | { readonly kind: 'changed'; readonly customerId: CustomerId | null; readonly version: number }
  /** Presets were saved, renamed or deleted. */
  | { readonly kind: 'presetsChanged' };
