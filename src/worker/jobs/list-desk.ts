import type { Pace } from '#base/pace.ts';
import { isWholeList, type AssignmentList } from '#csv/assignment-list.ts';
import { listDrafts, type ListDrafts } from '#csv/list-drafts.ts';
import type { ListMode } from '#csv/list-mode.ts';
import { ProductFinder } from '#csv/product-finder.ts';
import { readAssignmentList } from '#csv/read-assignment-list.ts';
import type { CustomerId } from '#customers/customer.ts';
import { catalog } from '#licenses/catalog.ts';
import { nameOfNamedSku } from '#licenses/ids.ts';
import { writeDraft } from '#store/drafts.ts';
import { emptyDraft } from '#plan/draft.ts';
import type {
  AssignmentListView,
  ListId,
  ListModeChoice,
  ListPlanView,
} from '#worker/assignment-list-types.ts';
import { draftedFor, usersOf } from '#worker/commands/scope.ts';
import type { Desk } from '#worker/commands/commands.ts';
import type { JobFailure, JobRequest, JobValue } from '#worker/job-types.ts';
import { knownProducts } from '#worker/known-products.ts';
import type { OpenCustomer } from '#worker/open-customer.ts';
import { scopeKey } from '#worker/scope-key.ts';
import { UserRows } from '#worker/views/user-row.ts';
import { listMatches } from './list-matches.ts';

type MatchRequest = Extract<JobRequest, { kind: 'matchList' }>;
type ReadRequest = Extract<JobRequest, { kind: 'readList' }>;
type PlanRequest = Extract<JobRequest, { kind: 'planList' }>;

/** How many lists stay in memory. */
const KEPT = 3;

/** How many rows and users are listed on the screen. */
const SHOWN = 200;

interface ReadList {
  readonly listId: ListId;
  readonly customerId: CustomerId;
  readonly fileName: string;
  readonly list: AssignmentList;
}

const modeOf = (mode: ListModeChoice): ListMode =>
  mode.kind === 'exact' ? { kind: 'exact', covered: new Set(mode.covered) } : mode;

/** Reads assignment lists, and says what they would do. The last few that were read stay here. */
export class ListDesk {
  readonly #desk: Desk;
  readonly #read = new Map<ListId, ReadList>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Looks up at which customers the users of a list are. */
  async match({ file, encoding }: MatchRequest, pace: Pace): Promise<JobValue> {
    const found = await listMatches(this.#desk, file, encoding, pace);
    if (!found.ok) return { kind: 'listRefused', problem: found.error };
    return { kind: 'listMatched', matches: found.value };
  }

  /** Reads a list for a customer. */
  async read({ file, encoding, customerId, locale }: ReadRequest, pace: Pace): Promise<JobValue> {
    const open = await this.#desk.customers.open(customerId);
    const lookup = {
      products: new ProductFinder(open.data.products, await knownProducts(this.#desk.db)),
      servicePlanNames: catalog.servicePlanNames,
    };
    const read = await readAssignmentList(file, lookup, { encoding, columns: new Map() }, pace);
    if (!read.ok) return { kind: 'listRefused', problem: read.error };
    const listId = crypto.randomUUID() as ListId;
    const kept = { listId, customerId, fileName: file.name, list: read.value };
    this.#read.set(listId, kept);
    for (const oldest of this.#read.keys()) {
      if (this.#read.size <= KEPT) break;
      this.#read.delete(oldest);
    }
    return { kind: 'listRead', list: listView(kept, open, locale) };
  }

  /** Says what the list would do, and keeps it for the window's review. Plans nothing. */
  async plan(request: PlanRequest, pace: Pace): Promise<JobValue | { failure: JobFailure }> {
    const read = this.#read.get(request.listId);
    if (read === undefined) {
      return { failure: { kind: 'unexpected', detail: 'this list was not read' } };
    }
    const { customerId, fileName, list } = read;
    const { window, knownLastRow, locale } = request;
    const { customers, lists, db, now } = this.#desk;
    const open = await customers.open(customerId);
    const drafts = await listDrafts(list, modeOf(request.mode), open.data, knownLastRow, pace);
    // under an id of its own: what another window shows of an earlier answer is not changed
    const listId = crypto.randomUUID() as ListId;
    await lists.put(customerId, window, {
      ...{ listId, fileName, lastRow: list.lastRow, parts: drafts.parts },
      ...{ leftAlone: drafts.leftAlone.length, heldBack: drafts.heldBack.length },
    });
    const scope = { kind: 'list', window, listId } as const;
    await writeDraft(db, customerId, window, scopeKey(scope), emptyDraft, now());
    const users = await usersOf(this.#desk, open, scope, locale);
    const drafted = await draftedFor(this.#desk, open, scope, emptyDraft);
    const preview = open.planner.preview(users, drafted);
    const { changed, assigns, revokes } = preview;
    const isWhole = isWholeList(list, knownLastRow);
    const numbers = { listId, users: preview.users, changed, assigns, revokes, isWhole };
    return { kind: 'listPlanned', plan: { ...numbers, ...leavingsOf(drafts, open, locale) } };
  }
}

function listView(
  { listId, customerId, list }: ReadList,
  open: OpenCustomer,
  locale: string,
): AssignmentListView {
  const { shape, columns, encoding, delimiter, lastRow, end, rowsAfterEnd } = list;
  const namer = open.namer(locale);
  const isNamed = new Set(list.products);
  const products = open.data.products
    .filter(({ skuId }) => nameOfNamedSku(skuId) === null)
    .map(({ skuId }) => ({ skuId, name: namer.product(skuId), isNamed: isNamed.has(skuId) }))
    .sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || namer.compare(a.name, b.name));
  return {
    ...{ listId, customerId, shape, columns, encoding, delimiter, lastRow, end, rowsAfterEnd },
    rows: list.rows.numbers.length,
    products,
    refused: list.refused.slice(0, SHOWN),
    refusedCount: list.refusedCount,
    names: namer.view(),
  };
}

/** What of the list is not followed. */
function leavingsOf(
  { leftAlone, heldBack, unasked, outside, refused, refusedCount, duplicates }: ListDrafts,
  open: OpenCustomer,
  locale: string,
): Omit<ListPlanView, 'listId' | 'users' | 'changed' | 'assigns' | 'revokes' | 'isWhole'> {
  const rows = new UserRows(open.data, open.namer(locale));
  const alone = leftAlone.slice(0, SHOWN);
  return {
    leftAlone: alone.map(({ position, why }) => ({ ...rows.who(position), why })),
    leftAloneCount: leftAlone.length,
    heldBack: Array.from(heldBack.subarray(0, SHOWN), (position) => rows.who(position)),
    heldBackCount: heldBack.length,
    ...{ unasked, outside, refusedCount },
    refused: refused.slice(0, SHOWN),
    duplicates: duplicates.slice(0, SHOWN),
  };
}
