import type { Messages } from '#messages/messages.ts';

/** What is to be said after the licenses of a user: that there are none, or that not all are known; null: nothing. */
export function restWords(m: Messages, held: number, isUntold: boolean): string | null {
  if (isUntold) return held === 0 ? m.users.notInFile : m.users.othersNotInFile;
  return held === 0 ? m.users.noLicenses : null;
}
