import type { ColumnUse, ListColumn } from '#csv/assignment-columns.ts';
import type { ListRole } from '#csv/list-roles.ts';

/** A column of an assignment list, and what it is. */
export interface ChosenColumn {
  readonly heading: string;
  /** What its heading or a person made it; null: its heading decides, or it is no role. */
  readonly role: ListRole | null;
  /** As it was read; null where the header was not understood. */
  readonly said: ColumnUse | null;
}

/** The columns of a list with what a person said of them, also before the list was read so. */
export class ColumnChoice {
  #all = $state.raw<readonly ChosenColumn[]>([]);
  /** How many were said and not kept yet. */
  #unkept = 0;

  /** Empty while nothing was read. */
  get all(): readonly ChosenColumn[] {
    return this.#all;
  }

  /** Takes the columns of a list that was read, unless more was said since. */
  read(columns: readonly ListColumn[]): void {
    if (this.#unkept > 0) return;
    this.#all = columns.map(({ heading, use }) => ({ heading, role: roleOf(use), said: use }));
  }

  /** Takes the columns of a header that is not understood. */
  look(columns: readonly { readonly heading: string }[]): void {
    this.#all = columns.map(({ heading }) => ({ heading, role: null, said: null }));
  }

  forget(): void {
    this.#all = [];
  }

  /** Says what a column is; `keep` keeps what was said of all by now. The next one may be said before that is done. */
  async say(
    index: number,
    role: ListRole | null,
    keep: (headings: string[], roles: (ListRole | null)[]) => Promise<void>,
  ): Promise<void> {
    this.#all = this.#all.map((one, at) => (at === index ? { ...one, role } : one));
    this.#unkept++;
    try {
      await keep(
        this.#all.map(({ heading }) => heading),
        this.#all.map((one) => one.role),
      );
    } finally {
      this.#unkept--;
    }
  }
}

function roleOf({ kind }: ColumnUse): ListRole | null {
  return kind === 'answer' || kind === 'unclear' || kind === 'blank' ? null : kind;
}
