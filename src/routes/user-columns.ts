/** Columns of a table of users that a person can show, hide and put in order. */
export const userColumns = [
  'userPrincipalName',
  'department',
  'usageLocation',
  'licenses',
  'planned',
] as const;

export type UserColumn = (typeof userColumns)[number];

/** A column at its place. */
export interface PlacedColumn {
  readonly column: UserColumn;
  readonly isShown: boolean;
}

/** What stands in the table until a person chooses: everything but the department and what is planned. */
const USUAL = 'userPrincipalName -department usageLocation licenses -planned';

/**
 * All columns in the order that a text names them, hidden where a `-` stands before one; those that it
 * does not name come last and are hidden. Without a text, the usual ones.
 */
export function readColumns(text: string | null): readonly PlacedColumn[] {
  const words = (text ?? USUAL).split(' ');
  const named = words.flatMap((word) => userColumns.filter((one) => one === word.replace('-', '')));
  return [...new Set([...named, ...userColumns])].map((column) => ({
    column,
    isShown: words.includes(column),
  }));
}

/** The text that `readColumns` reads. */
export const printColumns = (columns: readonly PlacedColumn[]): string =>
  columns.map(({ column, isShown }) => `${isShown ? '' : '-'}${column}`).join(' ');

export const showColumn = (
  columns: readonly PlacedColumn[],
  column: UserColumn,
  isShown: boolean,
): readonly PlacedColumn[] =>
  columns.map((one) => (one.column === column ? { column, isShown } : one));

/** The column changes places with the one before or after it; at the end of the table nothing moves. */
export function moveColumn(
  columns: readonly PlacedColumn[],
  column: UserColumn,
  by: 1 | -1,
): readonly PlacedColumn[] {
  const from = columns.findIndex((one) => one.column === column);
  const [here, there] = [columns[from], columns[from + by]];
  if (here === undefined || there === undefined) return columns;
  return columns.map((one) => (one === here ? there : one === there ? here : one));
}
