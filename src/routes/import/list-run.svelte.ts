import { SvelteSet } from 'svelte/reactivity';
import type { LastRow } from '#csv/assignment-list.ts';
import type { ToldList } from '#csv/tell-list.ts';
import type { ListRole } from '#csv/list-roles.ts';
import type { UnclearListName } from '#csv/unclear-list-names.ts';
import type { TextEncoding } from '#csv/text-encoding.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { SkuId } from '#licenses/ids.ts';
import type { Session } from '#routes/session.svelte.ts';
import { Transfer } from '#routes/jobs/transfer.svelte.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import type {
  AssignmentListView,
  ChosenProducts,
  ListModeChoice,
  ListPlanView,
} from '#worker/lists/assignment-list-types.ts';
import type { JobRequest, JobValue } from '#worker/jobs/job-types.ts';
import { ColumnChoice, type ChosenColumn } from './column-choice.svelte.ts';
import { ListEnding } from './list-ending.svelte.ts';
import { ListMatch } from './list-match.svelte.ts';
import { namesToChoose, withNames, type NameToChoose } from '#routes/products/names-to-choose.ts';

type ListJob = 'matchList' | 'readList' | 'planList';

/** One assignment list, from its file to the point where it can be reviewed. Plans nothing. */
export class ListRun {
  readonly file: File;
  readonly told: ToldList;
  /** What is at work, or how it ended. */
  readonly work = new Transfer<ListJob>();
  readonly covered = new SvelteSet<SkuId>();
  readonly ending = new ListEnding();
  readonly match: ListMatch;
  readonly #session: Session;
  readonly #columns = new ColumnChoice();
  #question = 0;
  #list = $state.raw<AssignmentListView | null>(null);
  #plan = $state.raw<ListPlanView | null>(null);
  #problem = $state.raw<ImportProblem | null>(null);
  #doing = $state<'matching' | 'reading' | 'planning'>('matching');
  #customerId = $state<string>('');
  #encoding = $state<TextEncoding>('utf-8');
  #mode = $state<ListModeChoice['kind']>('eachRow');
  #chosen = $state.raw<ChosenProducts>({});
  /** Names that were unclear in some reading for this customer. */
  #unclear = $state.raw<readonly UnclearListName[]>([]);
  #reading = 0;

  /** `preset`: the customer whose page the person came from, if any. */
  constructor(session: Session, file: File, told: ToldList, preset: string | null) {
    this.#session = session;
    this.file = file;
    this.told = told;
    this.match = new ListMatch(preset);
    this.#encoding = told.encoding;
  }

  /** What is followed. */
  readonly mode = $derived.by((): ListModeChoice => {
    const kind = this.#mode;
    return kind === 'exact' ? { kind, covered: [...this.covered] } : { kind };
  });

  /** Names in the file that need a product, or were given one. */
  readonly names = $derived.by((): readonly NameToChoose[] =>
    namesToChoose(this.#unclear, this.#list?.unclear ?? [], this.#chosen),
  );

  get doing(): 'matching' | 'reading' | 'planning' {
    return this.#doing;
  }

  get list(): AssignmentListView | null {
    return this.#list;
  }

  /** The columns, with what was said of each; also of a header that is not understood. Empty while nothing was read. */
  get columns(): readonly ChosenColumn[] {
    return this.#columns.all;
  }

  /** What the list would do under what is chosen; null when that was not asked yet. */
  get plan(): ListPlanView | null {
    return this.#plan;
  }

  get problem(): ImportProblem | null {
    return this.#problem;
  }

  /** The chosen customer's id; '' for none. */
  get customerId(): string {
    return this.#customerId;
  }

  get encoding(): TextEncoding {
    return this.#encoding;
  }

  /** What the person said that names in this file mean. */
  get chosen(): ChosenProducts {
    return this.#chosen;
  }

  /** Looks for the list's users, and reads again in a new worker, until the returned function is called. */
  follow(): () => void {
    void this.#match();
    const unlisten = this.#session.client.listen(({ kind }) => {
      if (kind === 'restarted') void this.#readAnew();
    });
    return () => {
      unlisten();
      this.work.cancel();
    };
  }

  /** Does again what was cancelled or did not work. */
  async again(): Promise<void> {
    if (this.match.matches === null) await this.#match();
    else if (this.#list === null) await this.#read();
    else await this.workOut();
  }

  async chooseCustomer(id: string): Promise<void> {
    this.#customerId = id;
    // another customer has other products
    this.#chosen = {};
    this.#unclear = [];
    this.#list = null;
    await this.#read();
  }

  /** Says what a name in the file means; null: nothing. */
  async chooseProduct(name: string, skuId: SkuId | null): Promise<void> {
    const { [name]: _, ...others } = this.#chosen;
    this.#chosen = skuId === null ? others : { ...others, [name]: skuId };
    await this.#read();
  }

  /** Says what a column is, for every list with this header; null: as its heading says. */
  async chooseColumn(index: number, role: ListRole | null): Promise<void> {
    await this.#columns.say(index, role, async (headings, roles) => {
      await this.#session.client.api.keepListColumns(headings, roles);
    });
    await this.#readAnew();
  }

  async chooseEncoding(encoding: TextEncoding): Promise<void> {
    this.#encoding = encoding;
    this.ending.forget();
    this.#list = null;
    this.#columns.forget();
    await this.#readAnew();
  }

  chooseMode(mode: ListModeChoice['kind']): void {
    this.#mode = mode;
    this.#forgetPlan();
  }

  cover(skuId: SkuId, isCovered: boolean): void {
    if (isCovered) this.covered.add(skuId);
    else this.covered.delete(skuId);
    this.#forgetPlan();
  }

  /** Says whether the row that no line break follows is the last one, and whole. */
  async sayUnended(row: LastRow, isLast: boolean): Promise<void> {
    this.ending.say(row, isLast);
    await this.#read();
  }

  sayLastRow(row: number | null): void {
    this.ending.lastRow = row;
    this.#forgetPlan();
  }

  /** Works out what the list would do. */
  async workOut(): Promise<void> {
    const list = this.#list;
    if (list === null) return;
    const { mode } = this;
    const { window, locale } = this.#session;
    const { listId } = list;
    const question = this.#forgetPlan();
    const value = await this.#run('planning', {
      kind: 'planList',
      listId,
      window,
      mode,
      knownLastRow: this.ending.lastRow,
      locale,
    });
    // what was chosen meanwhile was not asked
    if (value !== null && question === this.#question) this.#plan = value;
  }

  /** Takes what was read; null: nothing. What was said of an earlier reading holds as far as it can. */
  #show(list: AssignmentListView | null): void {
    const before = this.#list;
    this.#list = list;
    if (list === null) return;
    this.#columns.read(list.columns);
    this.ending.read(list.lastRow);
    this.#unclear = withNames(this.#unclear, list.unclear);
    const named = before?.products.flatMap((one) => (one.isNamed ? [one.skuId] : [])) ?? [];
    if (before === null) this.covered.clear();
    for (const { skuId, isNamed } of list.products) {
      if (isNamed && !named.includes(skuId)) this.covered.add(skuId);
      if (!isNamed && named.includes(skuId)) this.covered.delete(skuId);
    }
  }

  #forgetPlan(): number {
    this.#plan = null;
    return ++this.#question;
  }

  async #match(): Promise<void> {
    const { file } = this;
    const customers = await this.#session.client.api.customers();
    const request = { kind: 'matchList', file, encoding: this.#encoding } as const;
    const value = await this.#run('matching', request);
    if (!this.#columns.isLookedAt) void this.#lookAtColumns();
    if (value?.kind !== 'listMatched') return;
    this.match.show(value, customers);
    const { askedHere } = this.match;
    if (askedHere !== null && this.#customerId === '') await this.chooseCustomer(askedHere.id);
  }

  /** Looks again whose the rows are, and reads them. */
  async #readAnew(): Promise<void> {
    await this.#match();
    if (this.#customerId !== '') await this.#read();
  }

  /** Shows what stands in the columns, also below a header in which nobody finds users and products. */
  async #lookAtColumns(): Promise<void> {
    const { client, locale } = this.#session;
    const encoding = this.#encoding;
    const choice = { encoding, delimiter: null, headerRow: null, columns: null };
    const look = await client.api.lookAtFile(this.file, choice, locale).catch(() => null);
    if (look?.ok === true && encoding === this.#encoding) this.#columns.look(look.value.columns);
  }

  async #read(): Promise<void> {
    const { file } = this;
    const reading = ++this.#reading;
    this.#forgetPlan();
    if (this.#customerId === '') return;
    const customerId = this.#customerId as CustomerId;
    const { locale } = this.#session;
    const encoding = this.#encoding;
    const splitId = this.match.split?.splitId ?? null;
    const chosen = this.#chosen;
    const lastRow = this.ending.knownRow;
    const asked = { file, encoding, customerId, splitId, chosen, lastRow, locale };
    const value = await this.#run('reading', { kind: 'readList', ...asked });
    // something else may have been chosen meanwhile
    if (reading !== this.#reading) return;
    this.#show(value?.kind === 'listRead' ? value.list : null);
  }

  async #run<Kind extends ListJob>(
    doing: 'matching' | 'reading' | 'planning',
    job: JobRequest<Kind>,
  ): Promise<JobValue<Kind> | null> {
    this.#doing = doing;
    this.#problem = null;
    const end = await this.work.run(this.#session.client, job);
    if (end.kind !== 'done') return null;
    if ('problem' in end.value) this.#problem = end.value.problem;
    return end.value;
  }
}
