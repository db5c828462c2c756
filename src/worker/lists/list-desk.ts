import type { Pace } from '#base/pace.ts';
import { isWholeList } from '#csv/assignment-list.ts';
import { type CheckedList, checkList } from '#csv/check-list.ts';
import { listDrafts } from '#csv/list-drafts.ts';
import type { ListMode } from '#csv/list-mode.ts';
import { columnsSaid } from '#csv/list-roles.ts';
import { ProductFinder } from '#csv/product-finder.ts';
import { type ListChoices, readAssignmentList } from '#csv/read-assignment-list.ts';
import { refusedRows } from '#csv/refused-rows.ts';
import type { TextEncoding } from '#csv/text-encoding.ts';
import { type CsvStyle, writeCsv } from '#csv/write-csv.ts';
import type { CustomerId } from '#customers/customer.ts';
import { knownLocale } from '#messages/locale.ts';
import { loadMessages } from '#messages/messages.ts';
import { refusalText } from '#messages/refusal-text.ts';
import { emptyDraft } from '#plan/draft.ts';
import { writeDraft } from '#store/drafts.ts';
import type { RefusalReason } from '#users/row-refusal.ts';
import type { Desk } from '#worker/desk.ts';
import type { JobFailed, MadeFile } from '#worker/jobs/job-types.ts';
import type { PaceIn } from '#worker/jobs/jobs.ts';
import { knownProducts } from '#worker/licenses/known-products.ts';
import { choiceOf } from '#worker/manage/choice-of.ts';
import { scopeKey } from '#worker/manage/scope-key.ts';
import { draftedFor, usersOf } from '#worker/manage/scope.ts';
import type { LocaleTag } from '#worker/scope-types.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type {
  AssignmentListView,
  ListId,
  ListMatches,
  ListModeChoice,
  ListPlanView,
  ListRefused,
  PlanListAsk,
  ReadListAsk,
} from './assignment-list-types.ts';
import { listMappings } from './list-mappings.ts';
import { listMatches } from './list-matches.ts';
import { LISTED, listView } from './list-view.ts';

/** How many lists stay in memory. */
const KEPT = 3;

interface ReadList {
  readonly customerId: CustomerId;
  /** It is read again for the rows that are not followed. */
  readonly file: File;
  readonly choices: ListChoices;
  readonly checked: CheckedList;
  /** Of the customer when its users were looked up. */
  readonly version: number;
}

const modeOf = (mode: ListModeChoice): ListMode =>
  mode.kind === 'exact' ? { kind: 'exact', covered: new Set(mode.covered) } : mode;

const notRead = {
  failure: { kind: 'unexpected', detail: 'this list was not read' },
} as const;

/** Reads assignment lists, and says what they would do. The last few that were read stay here. */
export class ListDesk {
  readonly #desk: Desk;
  readonly #read = new Map<ListId, ReadList>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Looks up at which customers the users of a list are. */
  async match(
    { file, encoding }: { readonly file: File; readonly encoding: TextEncoding },
    paceIn: PaceIn,
  ): Promise<{ readonly kind: 'listMatched'; readonly matches: ListMatches } | ListRefused> {
    const found = await listMatches(this.#desk, file, encoding, paceIn);
    if (!found.ok) return { kind: 'listRefused', problem: found.error };
    return { kind: 'listMatched', matches: found.value };
  }

  /** Reads a list for a customer and looks up its users. */
  async read(
    request: ReadListAsk,
    paceIn: PaceIn,
  ): Promise<{ readonly kind: 'listRead'; readonly list: AssignmentListView } | ListRefused> {
    const { file, encoding, customerId, chosen, lastRow, locale } = request;
    const open = await this.#desk.customers.open(customerId);
    const named = await knownProducts(this.#desk.db);
    const lookup = {
      products: new ProductFinder(open.data.products, named, new Map(Object.entries(chosen))),
      servicePlanNames: open.catalog.servicePlanNames,
    };
    const columns = columnsSaid(await listMappings(this.#desk.db));
    const choices = { encoding, columns, lastRow };
    const read = await readAssignmentList(file, lookup, choices, paceIn('bytes'));
    if (!read.ok) return { kind: 'listRefused', problem: read.error };
    const { table, customer } = open.data;
    const checked = await checkList(read.value, table, paceIn('users'));
    const listId = crypto.randomUUID() as ListId;
    const { version } = customer;
    this.#read.set(listId, { customerId, file, choices, checked, version });
    for (const oldest of this.#read.keys()) {
      if (this.#read.size <= KEPT) break;
      this.#read.delete(oldest);
    }
    return { kind: 'listRead', list: listView(listId, customerId, checked, open, locale) };
  }

  /** Says what the list would do, and keeps it for the window's review. Plans nothing. */
  async plan(request: PlanListAsk, pace: Pace): Promise<ListPlanView | JobFailed> {
    const read = this.#read.get(request.listId);
    if (read === undefined) return notRead;
    const { customerId, file } = read;
    const { window, knownLastRow, locale } = request;
    const { customers, lists, db, now } = this.#desk;
    const open = await customers.open(customerId);
    const { customer, table } = open.data;
    const checked =
      read.version === customer.version
        ? read.checked
        : await checkList(read.checked.list, table, pace);
    const { list, leftAlone } = checked;
    const drafts = await listDrafts(checked, modeOf(request.mode), open.data, knownLastRow, pace);
    // under an id of its own: what another window shows of an earlier answer is not changed
    const listId = crypto.randomUUID() as ListId;
    await lists.put(customerId, window, {
      listId,
      source: {
        kind: 'file',
        fileName: file.name,
        lastRow: list.lastRow,
        leftAlone: leftAlone.length,
        heldBack: drafts.heldBack.length,
      },
      parts: drafts.parts,
    });
    const scope = { kind: 'list', window, listId } as const;
    await writeDraft(db, customerId, window, scopeKey(scope), emptyDraft, now());
    const users = await usersOf(this.#desk, open, scope, locale);
    const drafted = await draftedFor(this.#desk, open, scope, emptyDraft);
    const preview = open.planner.preview(users, drafted, choiceOf({ kind: 'planAll' }));
    const rows = new UserRows(open.data, open.namer(locale));
    const { heldBack, unasked, outside } = drafts;
    const { changed, blocked, assigns, revokes, shortages } = preview;
    return {
      listId,
      users: preview.users,
      changed,
      blocked,
      assigns,
      revokes,
      unasked,
      outside,
      short: shortages.reduce((sum, { short }) => sum + short, 0),
      isWhole: isWholeList(list, knownLastRow),
      heldBack: Array.from(heldBack.subarray(0, LISTED), (position) => rows.who(position)),
      heldBackCount: heldBack.length,
    };
  }

  /** Writes the rows that are not followed as a file to be mended and imported again. */
  async refusedRows(
    { listId, locale }: { readonly listId: ListId; readonly locale: LocaleTag },
    paceIn: PaceIn,
  ): Promise<(MadeFile & { readonly kind: 'file' }) | ListRefused | JobFailed> {
    const read = this.#read.get(listId);
    if (read === undefined) return notRead;
    const { file, checked, choices, customerId } = read;
    const m = await loadMessages(knownLocale(locale) ?? 'en');
    const names = (await this.#desk.customers.open(customerId)).namer(locale).view();
    const words = {
      ...m.assignmentLists.mending.columns,
      said: (reason: RefusalReason) => refusalText(reason, m, names),
    };
    const table = await refusedRows(file, checked, choices, words, paceIn('bytes'));
    if (!table.ok) return { kind: 'listRefused', problem: table.error };
    const { delimiter } = checked.list;
    const style = {
      delimiter: delimiter === ';' || delimiter === '\t' ? delimiter : ',',
      bom: true,
    };
    const blob = await writeCsv(table.value, style as CsvStyle, paceIn('rows'));
    const name = m.assignmentLists.mending.fileName(file.name.replace(/\.[^.]*$/, ''));
    return { kind: 'file', name: `${name}.csv`, blob };
  }
}
