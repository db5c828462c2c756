/** A user of whom a source says that the account is deleted; what it does not say is null. */
export interface DeletedUser {
  /** Lower-cased GUID. */
  readonly objectId: string | null;
  readonly userPrincipalName: string | null;
}

/** What .NET writes for a time that is not set: the first day of the year 1, in the order of some country. */
const NO_TIME = /^(?:0001-0?1-0?1|0?1[/.-]0?1[/.-]0?001)(?!\d)/;
const NOTHING = new Set(['', 'null', 'none', 'n/a', '-']);
/** A year, or the milliseconds in `/Date(1794297600000)/`, as Windows PowerShell writes times in JSON. */
const TIME = /\d{4}/;

/**
 * Whether a deletion stamp says that the account is deleted; null for a text that is no time. The time
 * itself is no matter.
 */
export function isDeletionStamp(text: string): boolean | null {
  const stamp = text.trim().toLowerCase();
  if (NOTHING.has(stamp) || NO_TIME.test(stamp)) return false;
  return TIME.test(stamp) ? true : null;
}

/**
 * The userPrincipalName before the deletion: Microsoft Entra puts the object id without its dashes in
 * front of a deleted user's.
 */
export function nameBeforeDeletion(userPrincipalName: string, objectId: string | null): string {
  const prefix = objectId?.replaceAll('-', '') ?? '';
  const isPrefixed = prefix !== '' && userPrincipalName.toLowerCase().startsWith(prefix);
  return isPrefixed ? userPrincipalName.slice(prefix.length) : userPrincipalName;
}
