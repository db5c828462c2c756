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

/** The columns of a list that was read. */
export const chosenColumns = (columns: readonly ListColumn[]): ChosenColumn[] =>
  columns.map(({ heading, use }) => ({ heading, role: roleOf(use), said: use }));

function roleOf({ kind }: ColumnUse): ListRole | null {
  return kind === 'answer' || kind === 'unclear' || kind === 'blank' ? null : kind;
}
