import type { Result } from '#base/result.ts';
import type { CsvChoice } from '#csv/csv-choice.ts';
import type { FileLook } from '#csv/look-at-file.ts';
import type { UserColumn } from '#csv/user-columns.ts';
import { Reading, type ReadingSession } from '#routes/reading.svelte.ts';
import type { ImportProblem } from '#users/import-problem.ts';

const isSameChoice = (a: CsvChoice, b: CsvChoice): boolean =>
  a.encoding === b.encoding &&
  a.delimiter === b.delimiter &&
  a.headerRow === b.headerRow &&
  a.columns?.join() === b.columns?.join();

/** How one CSV file is read, and how it would read with other choices. */
export class FileForm {
  readonly reading: Reading<Result<FileLook, ImportProblem>, CsvChoice>;
  readonly #applied: CsvChoice;
  #look = $state.raw<FileLook | null>(null);

  /** `applied`: what the person has said before, with which the file was read. */
  constructor(session: ReadingSession, file: File, applied: CsvChoice) {
    this.#applied = applied;
    this.reading = new Reading<Result<FileLook, ImportProblem>, CsvChoice>(session, {
      query: applied,
      ask: (api, choice, locale) => api.lookAtFile(file, choice, locale),
      onshown: (look) => (this.#look = look.ok ? look.value : this.#look),
    });
  }

  /** What is chosen now. */
  get choice(): CsvChoice {
    return this.reading.query;
  }

  /** How the beginning of the file reads; where it cannot be read as chosen, as it did before. Null until known. */
  get look(): FileLook | null {
    return this.#look;
  }

  /** Why it cannot be read as chosen. */
  get problem(): ImportProblem | null {
    const { answer } = this.reading;
    return answer === undefined || answer.ok ? null : answer.error;
  }

  /** True when the file was read in another way than is chosen now. */
  get isUnapplied(): boolean {
    return !isSameChoice(this.choice, this.#applied);
  }

  /** Chooses a form and shows how the file reads then. Its columns may be others than before. */
  async choose(part: Omit<Partial<CsvChoice>, 'columns'>): Promise<void> {
    await this.reading.show({ columns: null, ...part });
  }

  /** Says what the column at this place is read as; no other column is read as the same. */
  async chooseColumn(index: number, use: UserColumn): Promise<void> {
    const look = this.#look;
    if (look === null) return;
    // what was chosen a moment ago may not be shown yet
    const chosen = this.choice.columns ?? look.columns.map((column) => column.use);
    const columns = chosen.map((other, at) => {
      if (at === index) return use;
      return other === use && use !== 'licenses' ? 'aside' : other;
    });
    const { headerRow, delimiter } = look;
    await this.reading.show({ headerRow, delimiter, columns });
  }
}
