/** The first words of every backup. */
export const BACKUP_FORMAT = 'seatwise-backup';

/** Raised when rows of the file change their meaning; a reader refuses newer ones. */
export const BACKUP_VERSION = 3;

/** With what text a backup begins; shorter than that, nothing can be told. */
export const BACKUP_START = `{"format":"${BACKUP_FORMAT}",`;

/** True when a file that begins with this text says that it is a backup. */
export const looksLikeBackup = (start: string): boolean => start.startsWith(BACKUP_START);
