/** Columns of a table of users that a person can show or hide, in the order of the screen. */
export const userColumns = [
  'userPrincipalName',
  'department',
  'usageLocation',
  'licenses',
] as const;

export type UserColumn = (typeof userColumns)[number];

/** What stands in the table until a person chooses. */
export const usualColumns: readonly UserColumn[] = [
  'userPrincipalName',
  'usageLocation',
  'licenses',
];

/** The columns that a text names, in the order of the screen; the usual ones where it names none. */
export function readColumns(text: string | null): readonly UserColumn[] {
  if (text === null) return usualColumns;
  const named = text.split(' ');
  return userColumns.filter((column) => named.includes(column));
}
