import { type ListRole, listRoles, type ListRoles } from '#csv/list-roles.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { readMappings } from '#store/mappings.ts';

const roleOf = (text: string): ListRole | null => listRoles.find((role) => role === text) ?? null;

/** What people said that the columns of assignment lists are. */
export async function listMappings(db: SeatwiseDatabase): Promise<ListRoles> {
  const said = await readMappings(db, 'list');
  return new Map([...said].map(([header, columns]) => [header, columns.map(roleOf)]));
}
