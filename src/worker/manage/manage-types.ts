/** Manage licenses as the page shows it. */
import type { Page, PageAsk } from '#base/page.ts';
import type { Customer } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Consequences } from '#plan/consequences.ts';
import type { Preview } from '#plan/preview.ts';
import type { Issue } from '#rules/issue.ts';
import type { NamesView, ProductView } from '#worker/licenses/license-types.ts';
import type { Who } from '#worker/users/user-types.ts';
import type { Picked } from './save-types.ts';

export interface ManageView {
  readonly customer: Customer;
  /** First selected users in display order (at most 30). */
  readonly chips: readonly Who[];
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
  /** Must be handed to `save`: all that it was shown to do. */
  readonly consequences: Consequences;
  /** Of the customer that it was computed on. */
  readonly version: number;
}

/** The users for whom Manage licenses also works, although they are not here yet. */
export interface AwaitedLicenses {
  /** As typed. */
  readonly names: readonly string[];
  /** Licenses that the draft needs for them, counted in the preview's ledger. */
  readonly needed: Readonly<Record<SkuId, number>>;
  /** Licenses that earlier Saves keep for users who are not here yet. */
  readonly kept: Readonly<Record<SkuId, number>>;
}

/** Which page of who gets the units of a short product. */
export interface AllotmentPage extends PageAsk {
  readonly sku: SkuId;
  readonly picked: Picked;
  /** Only those whose names contain it; empty: everybody. */
  readonly search: string;
}

/** Who gets the units of a short product and who waits, in the order of their turns: a page of those who are searched. */
export interface AllotmentView extends Page<Who & { readonly waits: boolean }> {
  readonly skuId: SkuId;
  /** Users who need one, and how many of them wait. */
  readonly needing: number;
  readonly waiting: number;
  /** How many of those picked to be first need one. */
  readonly first: number;
}

/** Selected users whom a Save of the draft would leave out, in display order, each with the blocking issues. */
export type LeftOutPage = Page<Who & { readonly issues: readonly Issue[] }>;
