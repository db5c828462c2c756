import { longDigest } from '#base/content-digest.ts';
import { steady, type Pace } from '#base/pace.ts';
import { backupEnd, END_LENGTH } from '#store/backup-format.ts';
import type { SeatwiseDatabase } from '#store/database.ts';
import { openBackup, restore, type RestoreChoice } from '#store/restore.ts';

/** When backups are put back, in ms. */
export const NOW = 5_000_000;

/** Puts everything of a backup back, agreed to with what is there now, or with what is said. */
export async function putBack(
  db: SeatwiseDatabase,
  file: Blob,
  { pace = steady, at = NOW, ...choice }: Partial<RestoreChoice> & { readonly pace?: Pace } = {},
) {
  const opened = await openBackup(file, null, at, pace);
  if (!opened.ok) return opened;
  const { content } = opened.value;
  const ids = new Set(content.customers.map(({ id }) => id));
  const present = (await db.customers.toArray()).filter(({ id }) => ids.has(id));
  const replaces = new Map(present.map(({ id, version }) => [id, version]));
  return restore(db, opened.value, { replaces, settings: content.settings, at, ...choice });
}

/** The file with something else in it, and a digest that says so. */
export async function rewritten(
  text: string,
  rewrite: (content: string) => string,
): Promise<string> {
  const content = rewrite(text.slice(0, -END_LENGTH));
  return content + backupEnd(await longDigest(new Blob([content]), steady));
}
