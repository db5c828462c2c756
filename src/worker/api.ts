/**
 * The one door to the worker: every command the page may ask, and what comes back. Types only, plain
 * cloneable data only. Commands that can take more than 50 ms are jobs (`start`).
 */
import type { Result } from '#base/result.ts';
import type { Customer, CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { ChangeId } from '#plan/change.ts';
import type { Draft } from '#plan/draft.ts';
import type { Filling } from '#plan/filling.ts';
import type { Confirmable } from '#plan/consequences.ts';
import type { Preview, ServicePlanState } from '#plan/preview.ts';
import type { RevokeEverything } from '#plan/revoke-everything.ts';
import type { Position, UserId } from '#users/ids.ts';
import type { CloudCommands } from './cloud/cloud-types.ts';
import type { ExportCommands } from './exports/export-types.ts';
import type { HandoverCommands } from './handover/handover-types.ts';
import type { HistoryCommands } from './history/history-types.ts';
import type { ImportCommands } from './imports/import-types.ts';
import type { PresetCommands } from './presets/preset-types.ts';
import type { RuleCommands } from './rules/rule-types.ts';
import type { OnShortage, PlanSaved, SaveRefusal, SaveRequest } from './manage/save-types.ts';
import type { LocaleTag, Scope, WindowId } from './scope-types.ts';
import type { SelectionEdit } from './selection/selection-types.ts';
import type { ListId, ReviewedListView } from './lists/assignment-list-types.ts';
import type { JobEvent, JobId, JobRequest } from './jobs/job-types.ts';
import type { AwaitedView, PastedListView } from './awaited/list-types.ts';
import type { ReportCommands } from './changes/report-types.ts';
import type { ReversalCommands } from './undo/reversal-types.ts';
import type { Settings } from './device/settings-types.ts';
import type { SignInCommands } from './sign-in/sign-in-types.ts';
import type { StepCommands } from './undo/step-types.ts';
import type { SyncCommands } from './sync/sync-types.ts';
import type { ChangeView, OutcomeFilter } from './changes/change-types.ts';
import type { EntitlementView, PurchaseView } from './licenses/license-types.ts';
import type { LeftOutPage, ManageView, AllotmentView } from './manage/manage-types.ts';
import type { StorageView } from './device/storage-types.ts';
import type { SelectionView, UserPage, UserView, WindowView } from './users/user-types.ts';

/** Every command. Comlink makes each a promise; a command that names a customer not on this device rejects with `NotFound`. */
export interface WorkerApi
  extends
    CloudCommands,
    ExportCommands,
    HandoverCommands,
    HistoryCommands,
    ImportCommands,
    PresetCommands,
    ReportCommands,
    ReversalCommands,
    RuleCommands,
    SignInCommands,
    StepCommands,
    SyncCommands {
  customers(): Customer[];
  customer(id: CustomerId): Customer | null;
  renameCustomer(id: CustomerId, name: string): void;
  removeCustomer(id: CustomerId): void;
  allLicenses(locale: LocaleTag): EntitlementView[];
  entitlements(id: CustomerId, locale: LocaleTag): EntitlementView[];
  /** Types the number of licenses of a product whose numbers no source gave. */
  typeUnits(id: CustomerId, sku: SkuId, total: number): void;

  windowView(id: CustomerId, window: WindowId): WindowView;
  usersPage(ask: {
    readonly customerId: CustomerId;
    readonly window: WindowId;
    readonly view: WindowView;
    readonly locale: LocaleTag;
  }): UserPage;
  selectedPage(ask: {
    readonly customerId: CustomerId;
    readonly window: WindowId;
    readonly page: number;
    readonly pageSize: number;
    readonly text: string;
    readonly locale: LocaleTag;
  }): UserPage;
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
  manage(ask: {
    readonly customerId: CustomerId;
    readonly scope: Scope;
    readonly draft: Draft;
    readonly locale: LocaleTag;
  }): ManageView;
  /** What the draft for leavers would tick for the scope. Ticks nothing. */
  revokeEverything(id: CustomerId, scope: Scope): RevokeEverything;
  /** What gives others the licenses of this user; null when the customer has no such user. Ticks nothing. */
  copyLicenses(id: CustomerId, from: UserId): Filling | null;
  /** Users of the customer whose names hold the text, by display name. */
  findUsers(ask: {
    readonly customerId: CustomerId;
    readonly text: string;
    readonly page: number;
    readonly pageSize: number;
    readonly locale: LocaleTag;
  }): Pick<UserPage, 'rows' | 'total' | 'page'>;
  /** Keeps the draft for a reload. */
  keepDraft(id: CustomerId, scope: Scope, draft: Draft): void;
  servicePlanStates(id: CustomerId, scope: Scope, sku: SkuId): ServicePlanState[];
  /** Selected users who hold the product, planned. */
  holders(ask: {
    readonly customerId: CustomerId;
    readonly scope: Scope;
    readonly sku: SkuId;
    readonly page: number;
    readonly pageSize: number;
    readonly locale: LocaleTag;
  }): UserPage;
  allotment(ask: {
    readonly customerId: CustomerId;
    readonly scope: Scope;
    readonly draft: Draft;
    readonly sku: SkuId;
    readonly waiting: readonly Position[];
    readonly page: number;
    readonly pageSize: number;
    readonly locale: LocaleTag;
  }): AllotmentView;
  /** Users kept out by a blocking issue; shortages are not counted (see `allotment`). */
  leftOut(ask: {
    readonly customerId: CustomerId;
    readonly scope: Scope;
    readonly draft: Draft;
    readonly page: number;
    readonly pageSize: number;
    readonly locale: LocaleTag;
  }): LeftOutPage;
  /** What `save` would do with this answer to a shortage; its consequences must be handed to `save`. */
  savePreview(ask: {
    readonly customerId: CustomerId;
    readonly scope: Scope;
    readonly draft: Draft;
    readonly onShortage: OnShortage;
    readonly locale: LocaleTag;
  }): Confirmable<Preview>;
  /** Plans it if that does what was shown, whatever moved at the customer meanwhile. */
  save(ask: {
    readonly customerId: CustomerId;
    readonly scope: Scope;
    readonly request: SaveRequest;
    readonly locale: LocaleTag;
  }): Result<ChangeId, SaveRefusal | PlanSaved>;
  change(ask: {
    readonly customerId: CustomerId;
    readonly changeId: ChangeId;
    readonly filter: OutcomeFilter;
    readonly page: number;
    readonly pageSize: number;
    readonly locale: LocaleTag;
  }): ChangeView | null;
  /** Selects the users of a change with these outcomes and restores its ticks. */
  selectAgain(ask: {
    readonly customerId: CustomerId;
    readonly window: WindowId;
    readonly changeId: ChangeId;
    readonly which: 'all' | 'notChanged';
  }): SelectionView;
  user(id: CustomerId, userId: UserId, locale: LocaleTag): UserView | null;

  purchases(locale: LocaleTag): PurchaseView[];
  /** Puts the number on the customer's list of things to buy; 0 takes it off. */
  buy(id: CustomerId, sku: SkuId, count: number): void;

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
  /** A sync run of the customer moved, here or in another window: told at most 4 times a second. */
  | { readonly kind: 'sync'; readonly customerId: CustomerId }
  /** The sandbox was told to behave otherwise, here or in another window. */
  | { readonly kind: 'cloudMoodChanged' }
  /** Presets were saved, renamed or deleted. */
  | { readonly kind: 'presetsChanged' };
