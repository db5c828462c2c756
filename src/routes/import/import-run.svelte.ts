import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { CsvChoice } from '#csv/csv-choice.ts';
import type { Session } from '#routes/session.svelte.ts';
import { Transfer } from '#routes/jobs/transfer.svelte.ts';
import type {
  FileChoice,
  FileKind,
  FileReading,
  ImportedFile,
  ImportSummary,
  WhoGoesAsk,
} from '#worker/imports/import-types.ts';
import { sameness, unsaid, type FoundCsv, type FoundList } from './found-files.ts';
import { ImportQuestions } from './import-questions.svelte.ts';
import { type ImportResult, resultOf } from './import-result.ts';
import { ImportTarget } from './import-target.svelte.ts';
import { NameAnswers } from './name-answers.svelte.ts';
import { PartsRun } from './parts-run.svelte.ts';

export type ImportStage = 'choose' | 'reading' | 'review' | 'writing' | 'done';

/** One import, from choosing files to its end. Nothing is kept before the person says so. */
export class ImportRun {
  readonly reading = new Transfer<'readFiles'>();
  readonly questions = new ImportQuestions();
  readonly target: ImportTarget;
  /** The customer whose page the person came from, if any. */
  readonly preset: string | null;
  readonly #session: Session;
  #writing = $state.raw(new Transfer<'import'>());
  #files = $state.raw<readonly File[]>([]);
  /** What the person said about files. */
  readonly #choices = new SvelteMap<File, FileChoice>();
  /** Files for which something is chosen that they were not read with. */
  readonly unapplied = new SvelteSet<File>();
  /** The person agrees to text that could not be decoded. */
  takesDamage = $state(false);
  /** What the person says that names in the files mean at the chosen customer. */
  readonly names = new NameAnswers();
  #summary = $state.raw<ImportSummary | null>(null);
  #result = $state.raw<ImportResult | null>(null);
  /** The import of files of several customers. */
  readonly parts = new PartsRun();

  /** `preset`: the customer whose page the person came from, if any. */
  constructor(session: Session, preset: string | null) {
    this.#session = session;
    this.preset = preset;
    this.target = new ImportTarget(preset);
  }

  get stage(): ImportStage {
    if (this.reading.running) return 'reading';
    if (this.writing.running || this.parts.writing.running) return 'writing';
    if (this.#result !== null || this.parts.ended !== null) return 'done';
    return this.#summary === null ? 'choose' : 'review';
  }

  /** The import itself; a new one for every reading. */
  get writing(): Transfer<'import'> {
    return this.#writing;
  }

  /** What was read; null before. */
  get summary(): ImportSummary | null {
    return this.#summary;
  }

  get result(): ImportResult | null {
    return this.#result;
  }

  /** Backups among the files: they are restored, not imported. */
  get backups(): readonly File[] {
    return this.#ofKind('backup');
  }

  /** Plans that others handed over: they are reviewed, not imported. */
  get plans(): readonly File[] {
    return this.#ofKind('planFile');
  }

  /** What the scripts of plans wrote. */
  get outcomes(): readonly File[] {
    return this.#ofKind('scriptOutcomes');
  }

  /** True when nothing among the files has a card of its own. */
  get isOnlyData(): boolean {
    const { backups, plans, outcomes, nameLists, lists } = this;
    return [backups, plans, outcomes, nameLists, lists].every((of) => of.length === 0);
  }

  /** Microsoft's lists of names among the files. */
  get nameLists(): readonly File[] {
    return this.#files.filter((_, index) => this.#summary?.files[index]?.kind === 'productNames');
  }

  /** Assignment lists among the files: each is reviewed by itself. */
  get lists(): readonly FoundList[] {
    return this.#files.flatMap((file, index) => {
      const read = this.#summary?.files[index];
      const told = read?.list ?? null;
      return told === null
        ? []
        : [
            {
              file: read?.workbook?.text ?? file,
              told,
              isSheet: (read?.workbook ?? null) !== null,
            },
          ];
    });
  }

  /** CSV files whose reading can be said. */
  get csvFiles(): readonly FoundCsv[] {
    return this.#files.flatMap((file, index) => {
      const read = this.#summary?.files[index];
      if (read?.isCsv !== true || read.list !== null) return [];
      const text = read.workbook?.text ?? file;
      return [{ index, file, text, read, choice: this.#choices.get(file) ?? unsaid }];
    });
  }

  /** Files of which nobody said whether they say what people hold or what they are to get. */
  get eitherFiles(): readonly FoundCsv[] {
    return this.csvFiles.filter(
      ({ read, choice }) => read.header?.mayBeList === true && choice.as === null,
    );
  }

  /** Files with text that could not be decoded. */
  get damaged(): readonly ImportedFile[] {
    return this.#summary?.files.filter(({ damage }) => damage !== null) ?? [];
  }

  /** True when what was read may be imported now. */
  get isReady(): boolean {
    const isAgreed = this.takesDamage || this.damaged.length === 0;
    const hasTarget =
      this.target.kind === 'split' ? this.target.split.parts.length > 0 : this.target.into !== null;
    return hasTarget && this.unapplied.size === 0 && isAgreed;
  }

  /** True when there is something to import. */
  get hasContent(): boolean {
    const { users = 0, deleted = 0, products = 0, files = [] } = this.#summary ?? {};
    return users > 0 || deleted > 0 || products > 0 || files.some(({ groups }) => groups > 0);
  }

  /** What was read stands in the worker's memory: a new worker must read it again. */
  follow(): () => void {
    return this.#session.client.listen(({ kind }) => {
      if (kind === 'restarted' && this.stage === 'review') void this.#read(this.#files);
    });
  }

  /** Reads these files together with those already chosen. */
  async add(files: readonly File[]): Promise<void> {
    if (this.stage === 'reading' || this.stage === 'writing' || files.length === 0) return;
    if (this.stage === 'done') this.reset();
    const known = this.#files.map(sameness);
    await this.#read([...this.#files, ...files.filter((file) => !known.includes(sameness(file)))]);
  }

  /** Reads again without the file that stands at this place of the summary. */
  async leaveOut(index: number): Promise<void> {
    const rest = this.#files.filter((_, at) => at !== index);
    if (rest.length === 0) this.reset();
    else await this.#read(rest);
  }

  /** Reads again, the file that stands at this place of the summary as what the person says. */
  async readAs(index: number, as: FileReading): Promise<void> {
    const file = this.#files[index];
    if (file !== undefined) await this.#say(file, { as });
  }

  /** Reads again, the file in the form that the person says. */
  async readIn(file: File, choice: CsvChoice): Promise<void> {
    await this.#say(file, choice);
  }

  /** Back to the beginning. */
  reset(): void {
    this.#choices.clear();
    this.unapplied.clear();
    this.#files = [];
    this.#summary = null;
    this.#result = null;
    this.parts.reset();
  }

  /** Imports what was read, or asks first where users would be marked as gone or a file may be a list. */
  async import(): Promise<void> {
    const summary = this.#summary;
    const { into, wholeCustomer } = this.target;
    const { client } = this.#session;
    const asks = this.eitherFiles.length === 0 ? [] : this.#asks();
    if (asks.length > 0) return this.questions.askWhetherHeld(client, asks);
    if (summary !== null && this.target.kind === 'split' && this.isReady) {
      const ask = { importId: summary.importId, ...this.#agreed, meanings: this.names.said };
      if (await this.parts.write(client, this.target.split, ask)) this.#forget();
    }
    if (summary === null || into === null) return;
    const [ask] = wholeCustomer ? this.#asks() : [];
    if (ask === undefined || (await this.questions.isNobody(client, ask))) await this.write();
  }

  /** The person says which of the two the files say: what people hold is imported, a list reviewed. */
  async answer(as: 'customerData' | 'assignmentList'): Promise<void> {
    for (const { file, choice } of this.eitherFiles) this.#choices.set(file, { ...choice, as });
    this.questions.close();
    if (as === 'customerData') await this.import();
    else await this.#read(this.#files);
  }

  /** Imports what was read. */
  async write(): Promise<void> {
    const summary = this.#summary;
    const { into, wholeCustomer } = this.target;
    this.questions.close();
    if (summary === null || into === null || !this.isReady) return;
    const end = await this.writing.run(this.#session.client, {
      kind: 'import',
      importId: summary.importId,
      into,
      wholeCustomer: into.kind === 'existing' && wholeCustomer,
      ...this.#agreed,
      meanings: this.names.said,
    });
    if (end.kind !== 'done') return;
    if ('kind' in end.value) {
      return this.questions.askWhetherHeld(this.#session.client, this.#asks());
    }
    this.#result = await resultOf(this.#session, end.value, summary);
    this.#forget();
  }

  /** What to look up at the customers on this device into which the files go. */
  #asks(): readonly WhoGoesAsk[] {
    const importId = this.#summary?.importId;
    const { kind, into, split } = this.target;
    if (importId === undefined) return [];
    const whole = into === null ? [] : [{ into, domains: null }];
    return (kind === 'split' ? split.parts : whole).flatMap(({ into: at, domains }) =>
      at.kind === 'new'
        ? []
        : [{ importId, customerId: at.id, domains, meanings: this.names.said }],
    );
  }

  /** What the person agreed to, or was not asked. */
  get #agreed() {
    return { takesDamage: this.takesDamage, takesAsHeld: this.eitherFiles.length === 0 };
  }

  #forget(): void {
    this.#files = [];
    this.#summary = null;
  }

  #ofKind(kind: FileKind): File[] {
    return this.#files.filter((_, index) => this.#summary?.files[index]?.kind === kind);
  }

  async #say(file: File, part: Partial<FileChoice>): Promise<void> {
    if (this.stage !== 'review') return;
    this.#choices.set(file, { ...(this.#choices.get(file) ?? unsaid), ...part });
    await this.#read(this.#files);
  }

  async #read(files: readonly File[]): Promise<void> {
    this.#writing = new Transfer<'import'>();
    this.takesDamage = false;
    this.names.forget();
    const { client, locale } = this.#session;
    const choices = files.map((file) => this.#choices.get(file) ?? unsaid);
    const end = await this.reading.run(client, {
      kind: 'readFiles',
      files,
      choices,
      locale,
    });
    if (end.kind !== 'done') return;
    this.target.suggest(end.value, await client.api.customers());
    this.#files = files;
    this.#summary = end.value;
  }
}
