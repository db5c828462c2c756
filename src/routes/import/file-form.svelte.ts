import type { CsvChoice } from '#csv/csv-choice.ts';
import type { FileLook } from '#csv/look-at-file.ts';
import type { UserColumn } from '#csv/user-columns.ts';
import type { Session } from '#routes/session.svelte.ts';
import type { ImportProblem } from '#users/import-problem.ts';

const isSameChoice = (a: CsvChoice, b: CsvChoice): boolean =>
  a.encoding === b.encoding &&
  a.delimiter === b.delimiter &&
  a.headerRow === b.headerRow &&
  a.columns?.join() === b.columns?.join();

/** How one CSV file is read, and how it would read with other choices. */
export class FileForm {
  readonly #session: Session;
  readonly #file: File;
  readonly #applied: CsvChoice;
  #question = 0;
  #choice = $state.raw<CsvChoice>({
    encoding: null,
    delimiter: null,
    headerRow: null,
    columns: null,
  });
  #look = $state.raw<FileLook | null>(null);
  #problem = $state.raw<ImportProblem | null>(null);

  /** `applied`: what the person has said before, with which the file was read. */
  constructor(session: Session, file: File, applied: CsvChoice) {
    this.#session = session;
    this.#file = file;
    this.#applied = applied;
    this.#choice = applied;
  }

  /** What is chosen now. */
  get choice(): CsvChoice {
    return this.#choice;
  }

  /** How the beginning of the file reads with it; null before it was looked at. */
  get look(): FileLook | null {
    return this.#look;
  }

  get problem(): ImportProblem | null {
    return this.#problem;
  }

  /** True when the file was read in another way than is chosen now. */
  get isUnapplied(): boolean {
    return !isSameChoice(this.#choice, this.#applied);
  }

  /** Chooses a form and shows how the file reads then. Its columns may be others than before. */
  async choose(part: Omit<Partial<CsvChoice>, 'columns'>): Promise<void> {
    this.#choice = { ...this.#choice, columns: null, ...part };
    await this.show();
  }

  /** Says what the column at this place is read as; no other column is read as the same. */
  async chooseColumn(index: number, use: UserColumn): Promise<void> {
    const look = this.#look;
    if (look === null) return;
    // what was chosen a moment ago may not be shown yet
    const chosen = this.#choice.columns ?? look.columns.map((column) => column.use);
    const columns = chosen.map((other, at) => {
      if (at === index) return use;
      return other === use && use !== 'licenses' ? 'aside' : other;
    });
    const { headerRow, delimiter } = look;
    this.#choice = { ...this.#choice, headerRow, delimiter, columns };
    await this.show();
  }

  /** Looks at the file as it is chosen now. */
  async show(): Promise<void> {
    const question = ++this.#question;
    const { client, locale } = this.#session;
    const look = await client.api.lookAtFile(this.#file, this.#choice, locale);
    // something else may have been chosen meanwhile
    if (question !== this.#question) return;
    this.#look = look.ok ? look.value : this.#look;
    this.#problem = look.ok ? null : look.error;
  }
}
