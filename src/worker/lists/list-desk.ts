import { longDigest } from '#base/content-digest.ts';
import type { Pace } from '#base/pace.ts';
import { isWholeList } from '#csv/assignment-list.ts';
import { type CheckedList, checkList } from '#csv/check-list.ts';
import { listDrafts } from '#csv/list-drafts.ts';
import type { ListMode } from '#csv/list-mode.ts';
import { columnsSaid } from '#csv/list-roles.ts';
import { ProductFinder } from '#csv/product-finder.ts';
import { type ListChoices, readAssignmentList } from '#csv/read-assignment-list.ts';
import { notFollowed, refusedRows } from '#csv/refused-rows.ts';
import { nobodysRows } from '#csv/split-list.ts';
import type { TextEncoding } from '#csv/text-encoding.ts';
import { type CsvStyle, writeCsv } from '#csv/write-csv.ts';
import type { CustomerId } from '#customers/customer.ts';
import { knownLocale } from '#messages/locale.ts';
import { loadMessages } from '#messages/messages.ts';
import { noNames } from '#messages/issue-text.ts';
import { refusalText } from '#messages/refusal-text.ts';
import { emptyDraft } from '#plan/draft.ts';
import { writeDraft } from '#store/drafts.ts';
import { noteReviewedPart } from '#store/kept-lists.ts';
import type { RefusalReason } from '#users/row-refusal.ts';
import type { Desk } from '#worker/desk.ts';
import type { JobFailed, MadeFile } from '#worker/jobs/job-types.ts';
import type { PaceIn } from '#worker/jobs/jobs.ts';
import { knownProducts } from '#worker/licenses/known-products.ts';
import { draftPlace } from '#worker/manage/scope-key.ts';
import { UserRows } from '#worker/users/user-row.ts';
import type {
  AssignmentListView,
  ListId,
  ListMatched,
  ListModeChoice,
  ListPlanView,
  ListRefused,
  PlanListAsk,
  ReadListAsk,
  RefusedRowsAsk,
  SplitId,
} from './assignment-list-types.ts';
import { listMappings } from './list-mappings.ts';
import { listMatches } from './list-matches.ts';
import { LISTED, listView } from './list-view.ts';
import { isOfSeveral, type ReadSplit, splitView } from './split-view.ts';

/** How many lists stay in memory. */
const KEPT = 3;

function keepNewest<K, V>(map: Map<K, V>, key: K, value: V): void {
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= KEPT) break;
    map.delete(oldest);
  }
}

interface ReadList {
  readonly customerId: CustomerId;
  /** It is read again for the rows that are not followed. */
  readonly file: File;
  readonly choices: ListChoices;
  readonly checked: CheckedList;
  /** Where only a part of the file is the customer's. */
  readonly split: ReadSplit | null;
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
  readonly #splits = new Map<SplitId, ReadSplit & { readonly encoding: TextEncoding }>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Looks up at which customers the users of a list are, and whose its rows are. */
  async match(
    { file, encoding }: { readonly file: File; readonly encoding: TextEncoding },
    paceIn: PaceIn,
  ): Promise<ListMatched | ListRefused> {
    const found = await listMatches(this.#desk, file, encoding, paceIn);
    if (!found.ok) return { kind: 'listRefused', problem: found.error };
    const { matches, split } = found.value;
    if (!isOfSeveral(split)) return { kind: 'listMatched', matches, split: null };
    const splitId = crypto.randomUUID() as SplitId;
    const digest = await longDigest(file, paceIn('bytes'));
    const read = { file, digest, encoding, split };
    keepNewest(this.#splits, splitId, read);
    return { kind: 'listMatched', matches, split: await splitView(this.#desk.db, splitId, read) };
  }

  /** Reads a list, or what of it is the customer's, and looks up its users. */
  async read(
    request: ReadListAsk,
    paceIn: PaceIn,
  ): Promise<
    { readonly kind: 'listRead'; readonly list: AssignmentListView } | ListRefused | JobFailed
  > {
    const { file, encoding, customerId, splitId, chosen, lastRow, locale } = request;
    const split = splitId === null ? null : this.#splits.get(splitId);
    if (split === undefined) return notRead;
    const open = await this.#desk.customers.open(customerId);
    const named = await knownProducts(this.#desk.db);
    const lookup = {
      products: new ProductFinder(open.data.products, named, new Map(Object.entries(chosen))),
      servicePlanNames: open.catalog.servicePlanNames,
    };
    const columns = columnsSaid(await listMappings(this.#desk.db));
    const part = split?.split.partOf(customerId) ?? null;
    const choices = { encoding, columns, lastRow, part };
    const read = await readAssignmentList(file, lookup, choices, paceIn('bytes'));
    if (!read.ok) return { kind: 'listRefused', problem: read.error };
    const { table, customer } = open.data;
    const checked = await checkList(read.value, table, paceIn('users'));
    const listId = crypto.randomUUID() as ListId;
    const { version } = customer;
    keepNewest(this.#read, listId, { customerId, file, choices, checked, split, version });
    return { kind: 'listRead', list: listView(checked, open, { listId, customerId, locale }) };
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
    const drafts = await listDrafts(
      checked,
      { mode: modeOf(request.mode), customer: open.data, knownLastRow },
      pace,
    );
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
    if (read.split !== null) await this.#keep(read.split, { customerId, listId });
    const scope = { kind: 'list', window, listId } as const;
    await writeDraft(db, draftPlace(customerId, scope), emptyDraft, now());
    const rows = new UserRows(open.data, open.namer(locale));
    const { heldBack, unasked, outside } = drafts;
    return {
      listId,
      users: drafts.parts.reduce((sum, { users }) => sum + users.length, 0),
      unasked,
      outside,
      isWhole: isWholeList(list, knownLastRow),
      heldBack: Array.from(heldBack.subarray(0, LISTED), (position) => rows.who(position)),
      heldBackCount: heldBack.length,
    };
  }

  /** Writes the rows that are not followed, or that are no customer's, as a file to be mended and imported again. */
  async refusedRows(
    { listId, locale }: RefusedRowsAsk,
    paceIn: PaceIn,
  ): Promise<(MadeFile & { readonly kind: 'file' }) | ListRefused | JobFailed> {
    const read = this.#notFollowed(listId);
    if (read === null) return notRead;
    const { file, encoding, rows, customerId } = read;
    const m = await loadMessages(knownLocale(locale) ?? 'en');
    const open = customerId === null ? null : await this.#desk.customers.open(customerId);
    const names = open?.namer(locale).view() ?? noNames;
    const words = {
      ...m.assignmentLists.mending.columns,
      said: (reason: RefusalReason) => refusalText(reason, m, names),
    };
    const table = await refusedRows(file, rows, {
      choices: { encoding },
      words,
      pace: paceIn('bytes'),
    });
    if (!table.ok) return { kind: 'listRefused', problem: table.error };
    const { delimiter } = read;
    const style = {
      delimiter: delimiter === ';' || delimiter === '\t' ? delimiter : ',',
      bom: true,
    };
    const blob = await writeCsv(table.value, style as CsvStyle, paceIn('rows'));
    const name = m.assignmentLists.mending.fileName(file.name.replace(/\.[^.]*$/, ''));
    return { kind: 'file', name: `${name}.csv`, blob };
  }

  /** Keeps a list of several customers, so that whoever comes back sees what of it is saved. */
  async #keep(
    { file, digest, split }: ReadSplit,
    part: { readonly customerId: CustomerId; readonly listId: ListId },
  ): Promise<void> {
    const { db, now } = this.#desk;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const sizes = new Map([...split.parts].map(([id, { rows }]) => [id, rows]));
    const list = { id: digest, fileName: file.name, bytes, at: now(), sizes };
    await noteReviewedPart(db, list, part);
  }

  #notFollowed(id: RefusedRowsAsk['listId']) {
    const list = this.#read.get(id as ListId);
    if (list !== undefined) {
      const { file, choices, checked, customerId } = list;
      const { encoding, delimiter } = { ...choices, ...checked.list };
      return { file, encoding, delimiter, rows: notFollowed(checked), customerId };
    }
    const split = this.#splits.get(id as SplitId);
    if (split === undefined) return null;
    const { delimiter } = split.split.sources;
    return { ...split, delimiter, rows: nobodysRows(split.split), customerId: null };
  }
}
