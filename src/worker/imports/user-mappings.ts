import { type UserColumn, userColumns } from '#csv/user-columns.ts';
import type { Mappings } from '#csv/user-header.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { readMappings } from '#store/mappings.ts';

const isUserColumn = (column: string): column is UserColumn =>
  userColumns.some((known) => known === column);

/** What people said that the columns of users CSVs are. */
export async function userMappings(db: SeatwiseDatabase): Promise<Mappings> {
  const said = await readMappings(db, 'users');
  return new Map(
    [...said].map(([header, columns]) => [
      header,
      columns.map((column) => (isUserColumn(column) ? column : 'aside')),
    ]),
  );
}
