import type { Brand } from '#base/brand.ts';
import type { Ask, AssignmentList, LastRow } from '#csv/assignment-list.ts';
import type { CheckedList } from '#csv/check-list.ts';
import type { ExampleLine } from '#csv/list-example.ts';
import type { PartSize } from '#csv/split-list.ts';
import type { TextEncoding } from '#csv/text-encoding.ts';
import type { UnclearListName } from '#csv/unclear-list-names.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { FileSource, ReversedSource } from '#store/list-plans.ts';
import type { KeptListRow, PartState } from '#store/kept-lists.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import type { RowRefusal } from '#users/row-refusal.ts';
import type { NamesView } from '#worker/licenses/license-types.ts';
import type { LocaleTag, WindowId } from '#worker/scope-types.ts';
import type { Who } from '#worker/users/user-types.ts';

/** One reading of an assignment list for one customer. */
export type ListId = Brand<string, 'ListId'>;

/** How many of a list's users are at a customer on this device. */
export interface ListMatch {
  readonly customerId: CustomerId;
  readonly users: number;
}

/** Which customers a list may be for; most users first. */
export interface ListMatches {
  readonly users: number;
  readonly matches: readonly ListMatch[];
}

/** One reading of a list that is split over customers. */
export type SplitId = Brand<string, 'SplitId'>;

/** What of a list is one customer's; `saved`: as which change, null while it is not. */
export interface ListPartView extends PartSize, PartState {}

/** A list of several customers in the middle of its work. */
export interface KeptListView extends Pick<KeptListRow, 'id' | 'fileName' | 'at'> {
  readonly parts: readonly (PartState & { readonly name: string })[];
}

/** A list that is of several customers, or says of which one it is: each row is one customer's, or refused. */
export interface ListSplitView {
  readonly splitId: SplitId;
  /** Most rows first. */
  readonly parts: readonly ListPartView[];
  /** Rows that are no customer's: the first ones of `refusedCount`. */
  readonly refused: readonly RowRefusal[];
  readonly refusedCount: number;
}

/** At which customers the users of a list are; `split`: null where it can be for any one of them. */
export interface ListMatched {
  readonly kind: 'listMatched';
  readonly matches: ListMatches;
  readonly split: ListSplitView | null;
}

/** A row of a list, as it is read. */
export interface ListSampleRow {
  readonly row: number;
  /** Whom it names; null where that is no one user. */
  readonly user: Who | null;
  /** The cells that name the user; empty where the row cannot be read. */
  readonly text: string;
  readonly asks: readonly Ask[];
  /** Why it is not followed; null when it is. */
  readonly refused: RowRefusal | null;
}

/** What a person said that names in a list mean, for this file only. */
export type ChosenProducts = Readonly<Record<string, SkuId>>;

/** What of a list is looked up in the customer's users, and stays in the worker. */
type ListInside = 'whos' | 'asks' | 'requests' | 'spoiled';

/** An assignment list as it was read for a customer; of `refused` and `duplicates` the first ones. */
export interface AssignmentListView
  extends
    Omit<AssignmentList, 'rows' | 'products' | ListInside>,
    Pick<CheckedList, 'refused' | 'refusedCount' | 'duplicates' | 'duplicateCount'> {
  readonly listId: ListId;
  readonly customerId: CustomerId;
  /** Rows that are followed, as far as a mode wants what they ask. */
  readonly rows: number;
  /** The customer's products by name, those that the list names first. */
  readonly products: readonly {
    readonly skuId: SkuId;
    readonly name: string;
    readonly isNamed: boolean;
  }[];
  /** True when some row asks for a revocation. */
  readonly revokes: boolean;
  /** What the modes do for one user of the list; null where it asks nothing of anybody. */
  readonly example: (Who & { readonly lines: readonly ExampleLine[] }) | null;
  readonly sample: readonly ListSampleRow[];
  /** Names that mean no one product of the customer: the first ones of `unclearCount`. */
  readonly unclear: readonly UnclearListName[];
  readonly unclearCount: number;
  /** Users for whom nothing is done, because of a row: the first ones of `leftAloneCount`. */
  readonly leftAlone: readonly (Who & { readonly why: RowRefusal })[];
  readonly leftAloneCount: number;
  readonly names: NamesView;
}

/** What of a list is followed, as the page says it. */
export type ListModeChoice =
  | { readonly kind: 'eachRow' }
  | { readonly kind: 'assignOnly' }
  | { readonly kind: 'revokeOnly' }
  | { readonly kind: 'exact'; readonly covered: readonly SkuId[] };

export interface ReadListAsk {
  readonly file: File;
  readonly encoding: TextEncoding;
  readonly customerId: CustomerId;
  /** Only the rows that are this customer's in the list that was split; null: all. */
  readonly splitId: SplitId | null;
  readonly chosen: ChosenProducts;
  /** What the person says is the last row, though no line break follows it. */
  readonly lastRow: LastRow | null;
  readonly locale: LocaleTag;
}

/** `listId`: what of a list is not followed at a customer; a split: what of it is no customer's. */
export interface RefusedRowsAsk {
  readonly listId: ListId | SplitId;
  readonly locale: LocaleTag;
}

export interface PlanListAsk {
  readonly listId: ListId;
  readonly window: WindowId;
  readonly mode: ListModeChoice;
  /** A row number; null when nobody said. */
  readonly knownLastRow: number | null;
  readonly locale: LocaleTag;
}

/** The file is no assignment list that can be read. */
export interface ListRefused {
  readonly kind: 'listRefused';
  readonly problem: ImportProblem;
}

/**
 * What a list asks for under a mode, kept for the window's review; what a Save of it would do is read
 * like any other. Users are listed up to the first few.
 */
export interface ListPlanView {
  readonly listId: ListId;
  /** Users for whom something is asked. */
  readonly users: number;
  readonly isWhole: boolean;
  readonly heldBack: readonly Who[];
  readonly heldBackCount: number;
  /** Users in the list of whom nothing is asked. */
  readonly unasked: number;
  /** Asks that are none of the mode's matter. */
  readonly outside: number;
}

/** Where the list that a window reviews comes from. */
export type ReviewedListView = (FileSource & { readonly isPlanFile: boolean }) | ReversedSource;
