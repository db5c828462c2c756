import { BACKUP_START, looksLikeBackup } from '#store/backup-format.ts';

/** Which of the files begin as a Seatwise backup does. One that cannot be read is left for the reader to say so. */
export async function backupsAmong(files: readonly File[]): Promise<ReadonlySet<File>> {
  const backups = new Set<File>();
  for (const file of files) {
    const start = await file
      .slice(0, BACKUP_START.length)
      .text()
      .catch(() => '');
    if (looksLikeBackup(start)) backups.add(file);
  }
  return backups;
}
