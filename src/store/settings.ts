import type { SeatwiseDatabase } from './database.ts';

/** The settings kept on this device over their defaults; what is stored under other names is left out. */
export async function readSettings<T extends object>(
  db: SeatwiseDatabase,
  defaults: T,
): Promise<T> {
  const rows = await db.settings.toArray();
  const known = rows.filter(({ key }) => Object.hasOwn(defaults, key));
  return { ...defaults, ...Object.fromEntries(known.map(({ key, value }) => [key, value])) };
}

/** Keeps the given settings and leaves the others. */
export async function writeSettings(db: SeatwiseDatabase, part: object): Promise<void> {
  const entries = Object.entries(part as Record<string, unknown>);
  await db.settings.bulkPut(entries.map(([key, value]) => ({ key, value })));
}
