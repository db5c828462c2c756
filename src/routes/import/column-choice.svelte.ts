import type { ColumnUse, ListColumn } from '#csv/assignment-columns.ts';
import type { ListRole } from '#csv/list-roles.ts';
import type { ColumnLook } from '#csv/look-at-file.ts';

/** What a person can say that a column is, in the order in which it is offered. */
const offered: Readonly<Record<ListRole, true>> = {
  user: true,
  customer: true,
  product: true,
  toAssign: true,
  toRevoke: true,
  action: true,
  servicePlansOff: true,
  aside: true,
};
export const listRoles = Object.keys(offered) as readonly ListRole[];

/** A column of an assignment list, and what it is. */
export interface ChosenColumn {
  readonly heading: string;
  /** What its heading or a person made it; null: its heading decides, or it is no role. */
  readonly role: ListRole | null;
  /** As it was read; null where the header was not understood. */
  readonly said: ColumnUse | null;
  /** The first ones that stand in it; empty where the beginning of the file reads otherwise. */
  readonly values: readonly string[];
}

/** The columns of a list with what a person said of them, also before the list was read so. */
export class ColumnChoice {
  #all = $state.raw<readonly ChosenColumn[]>([]);
  #seen: readonly ColumnLook[] = [];
  /** How many were said and not kept yet. */
  #unkept = 0;

  /** Empty while nothing was read. */
  get all(): readonly ChosenColumn[] {
    return this.#all;
  }

  /** Takes the columns of a list that was read, unless more was said since. */
  read(columns: readonly ListColumn[]): void {
    if (this.#unkept > 0) return;
    this.#all = columns.map(({ heading, use }, index) => ({
      heading,
      role: roleOf(use),
      said: use,
      values: this.#valuesOf(heading, index),
    }));
  }

  /** True once it is known what stands at the beginning of the file. */
  get isLookedAt(): boolean {
    return this.#seen.length > 0;
  }

  /** Takes what stands at the beginning of the file; its columns, too, where its header was not understood. */
  look(columns: readonly ColumnLook[]): void {
    this.#seen = columns;
    this.#all =
      this.#all.length > 0
        ? this.#all.map((one, at) => ({ ...one, values: this.#valuesOf(one.heading, at) }))
        : columns.map(({ heading, values }) => ({ heading, role: null, said: null, values }));
  }

  forget(): void {
    this.#seen = [];
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

  #valuesOf(heading: string, index: number): readonly string[] {
    const seen = this.#seen[index];
    return seen !== undefined && heading.startsWith(seen.heading) ? seen.values : [];
  }
}

function roleOf({ kind }: ColumnUse): ListRole | null {
  return listRoles.find((role) => role === kind) ?? null;
}
