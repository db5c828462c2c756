/** What the worker shows to the page: rows and numbers with their names, in plain cloneable data. */
import type { Customer, CustomerId } from '#customers/customer.ts';
import type { GroupId, ServicePlanId, SkuId } from '#licenses/ids.ts';
import type { CapabilityStatus } from '#licenses/product.ts';
import type { Units } from '#licenses/units.ts';
import type { ChangeStanding } from '#plan/change-standing.ts';
import type { Cause, ChangeEvent, ChangeId, PlannedShortage } from '#plan/change.ts';
import type { Outcome, RunId } from '#plan/operation.ts';
import type { Preview } from '#plan/preview.ts';
import type { UserStanding } from '#plan/user-standing.ts';
import type { Issue } from '#rules/issue.ts';
import type { Position, UserId } from '#users/ids.ts';
import type { AwaitedLicenses } from './list-types.ts';
import type { UserQuery } from '#users/user-query.ts';

export interface ServicePlanView {
  readonly id: ServicePlanId;
  readonly name: string;
  readonly partName: string;
  /** False: acts for the whole tenant, shown but not switchable. */
  readonly switchable: boolean;
}

export interface ProductView {
  readonly skuId: SkuId;
  readonly name: string;
  readonly skuPartNumber: string;
  readonly appliesTo: 'User' | 'Company' | null;
  readonly status: CapabilityStatus | null;
  readonly units: Units | null;
  readonly unitsTyped: boolean;
  /** Null: no source listed them. */
  readonly servicePlans: readonly ServicePlanView[] | null;
}

/** A product on the customer's page and on All customers' licenses. Counts are of the planned state. */
export interface EntitlementView extends ProductView {
  readonly customerId: CustomerId;
  readonly customerName: string;
  readonly sample: boolean;
  /** Users who hold it by any path, planned, and as last known. */
  readonly holders: number;
  readonly holdersInCloud: number;
  /** Available with the plan counted and as last known; null while unknown. */
  readonly available: number | null;
  readonly availableInCloud: number | null;
  readonly toBuy: number;
}

/** A license on a user's row or page. */
export interface HeldView {
  readonly skuId: SkuId;
  readonly name: string;
  readonly skuPartNumber: string;
  readonly direct: boolean;
  readonly groups: readonly { readonly id: GroupId; readonly name: string | null }[];
  /** True where no source said how the user got it. */
  readonly pathUnknown: boolean;
  /** Where planned and last known differ. */
  readonly planned: 'same' | 'added' | 'removed' | 'changed';
  /** Union over paths; null: not in this file. */
  readonly servicePlansOff: readonly ServicePlanView[] | null;
  readonly errors: readonly string[];
}

export interface UserRow {
  readonly position: Position;
  readonly userId: UserId;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly department: string;
  /** Two letters; null: none; undefined is never sent. */
  readonly usageLocation: string | null;
  readonly locationKnown: boolean;
  readonly locationPlanned: boolean;
  readonly blocked: boolean;
  readonly guest: boolean;
  readonly gone: boolean;
  readonly licenses: readonly HeldView[];
  readonly selected: boolean;
}

export interface SelectionView {
  readonly count: number;
  /** Of these: not among what the given filter matches. */
  readonly hidden: number;
  /** Users who match the filter of "Select all" since, and are not selected. */
  readonly newlyMatching: number;
  readonly chosenAt: number | null;
  /** Names of users who are not here yet. */
  readonly awaited: number;
}

export interface UserPage {
  readonly rows: readonly UserRow[];
  readonly total: number;
  /** Matching users who are selected. */
  readonly selectedMatching: number;
  /** 0-based; moved back if the asked page is past the end. */
  readonly page: number;
  readonly selection: SelectionView;
  readonly version: number;
}

export interface ManageView {
  readonly customer: Customer;
  /** First selected users in display order (at most 30). */
  readonly chips: readonly {
    readonly position: Position;
    readonly userId: UserId;
    readonly displayName: string;
    readonly userPrincipalName: string;
  }[];
  readonly users: number;
  /** Users of the whole customer who hold at least one license, planned. */
  readonly licensedUsers: number;
  /** Every product of the customer, by name; assignable ones first. */
  readonly products: readonly ProductView[];
  /** Awaited users counted in. */
  readonly preview: Preview;
  /** Users who are not here yet. */
  readonly awaited: AwaitedLicenses;
  /** Names for everything that the preview's issues mention. */
  readonly names: NamesView;
  /** Must be handed to `save`. */
  readonly version: number;
}

/** Names by id for texts that mention ids (issues, causes). */
export interface NamesView {
  readonly products: Readonly<Record<SkuId, string>>;
  readonly servicePlans: Readonly<Record<ServicePlanId, string>>;
  readonly groups: Readonly<Record<GroupId, string>>;
}

/** Who gets the units of a short product and who waits, in display order. */
export interface AllotmentView {
  readonly skuId: SkuId;
  readonly rows: readonly {
    readonly position: Position;
    readonly displayName: string;
    readonly userPrincipalName: string;
    readonly waits: boolean;
  }[];
  readonly total: number;
  readonly waiting: number;
  readonly page: number;
}

export interface ChangeRow {
  readonly position: Position;
  readonly userId: UserId;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly cause: Cause;
  readonly standing: UserStanding;
  /** How sync ended it for the user, and in which run; null: not sent, or no outcome yet. */
  readonly outcome: { readonly kind: Outcome['kind']; readonly runId: RunId } | null;
  /** What moved the standing last; null: nothing since the Save. */
  readonly event: ChangeEvent | null;
  readonly gained: readonly HeldView[];
  readonly lost: readonly HeldView[];
  /** Only the direct copy goes: groups keep the product. */
  readonly keptByGroup: readonly HeldView[];
  /** Products whose service plans changed. */
  readonly changed: readonly HeldView[];
  /** Everything the user holds after this change. */
  readonly licensesAfter: readonly HeldView[];
  /** Set when the change plans a usage location. */
  readonly locationSet: string | null;
}

export interface ChangeView {
  readonly id: ChangeId;
  readonly customer: Customer;
  readonly savedAt: number;
  readonly operator: string;
  readonly reference: string | null;
  readonly note: string | null;
  readonly standing: ChangeStanding;
  /** Users by how the change stands for them now. */
  readonly counts: Readonly<Record<UserStanding, number>>;
  /** Users by how sync ended the change for them; a conflict may still wait for a person. */
  readonly outcomes: Readonly<Record<Outcome['kind'], number>>;
  readonly total: number;
  /** What happened to the change after its Save, newest first. */
  readonly events: readonly ChangeEvent[];
  readonly shortages: readonly PlannedShortage[];
  /** It was one draft for all: selecting its users again ticks it again. */
  readonly isOneDraft: boolean;
  readonly rows: readonly ChangeRow[];
  readonly matching: number;
  readonly page: number;
  readonly names: NamesView;
}

export interface UserView {
  readonly customer: Customer;
  readonly row: UserRow;
  readonly mail: string;
}

/** A line of a customer's list of things to buy. */
export interface PurchaseView {
  readonly customerId: CustomerId;
  readonly customerName: string;
  readonly skuId: SkuId;
  readonly name: string;
  readonly skuPartNumber: string;
  readonly count: number;
  readonly addedAt: number;
}

export interface StorageView {
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  readonly persisted: boolean | null;
}

export type OutcomeFilter = 'all' | UserStanding;

/** Where a window stood, so that a reload continues there. */
export interface WindowView {
  readonly query: UserQuery;
  readonly page: number;
  readonly pageSize: 25 | 50 | 100;
}

/** Selected users whom a Save of the draft would leave out, in display order, each with the blocking issues. */
export interface LeftOutPage {
  readonly rows: readonly {
    readonly position: Position;
    readonly displayName: string;
    readonly userPrincipalName: string;
    readonly issues: readonly Issue[];
  }[];
  readonly total: number;
  readonly page: number;
}
