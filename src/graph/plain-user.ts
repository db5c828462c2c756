import { readGuid } from '#licenses/ids.ts';
import { LOCATION_NONE, LOCATION_UNKNOWN, readLocation } from '#users/usage-location.ts';
import { LONGEST_TEXT, type UserRecord } from '#users/user-record.ts';
import { isJsonObject, type JsonObject } from './graph-page.ts';
import { isPowerShellObject } from './power-shell-json.ts';
import type { LicenseReader } from './user-licenses.ts';

/** A text, null where the user has none, undefined where it is not carried. */
const isText = (value: unknown): value is string | null | undefined =>
  typeof value === 'string' ? value.length <= LONGEST_TEXT : value === null || value === undefined;

/** Null where the source does not carry it. */
const carried = (text: string | null | undefined): string | null =>
  text === undefined ? null : (text ?? '');

/** Null where a closer look is needed. */
function plainLocation(text: unknown): number | null {
  if (text === undefined) return LOCATION_UNKNOWN;
  if (text === null || text === '') return LOCATION_NONE;
  return typeof text === 'string' ? readLocation(text) : null;
}

function plainRecord(item: JsonObject, licenses: LicenseReader): UserRecord | null {
  const { id, userPrincipalName, displayName, department, mail, accountEnabled, userType } = item;
  if (typeof id !== 'string' || typeof userPrincipalName !== 'string') return null;
  if (userPrincipalName.length > LONGEST_TEXT) return null;
  if (!isText(displayName) || !isText(department) || !isText(mail)) return null;
  if (typeof accountEnabled !== 'boolean') return null;
  if (userType !== 'Member' && userType !== 'Guest') return null;
  // whether it is a time is looked at more closely
  if (item['deletedDateTime'] !== undefined && item['deletedDateTime'] !== null) return null;
  const objectId = readGuid(id);
  const usageLocation = plainLocation(item['usageLocation']);
  if (objectId === null || usageLocation === null) return null;
  if (userPrincipalName === '') return null;
  const held = licenses.known(item);
  if (held === undefined) return null;
  return {
    objectId,
    userPrincipalName,
    displayName: carried(displayName),
    department: carried(department),
    // a string less to keep for most users
    mail: mail === userPrincipalName ? userPrincipalName : carried(mail),
    usageLocation,
    blocked: !accountEnabled,
    guest: userType === 'Guest',
    licenses: held,
  };
}

/**
 * The user in an object as Graph itself writes most of them; null for every other, which `userFromGraph`
 * reads. What is given here is what that would give: it is there
 * because checking the shape of each user costs several times as much as parsing it.
 */
export function plainUser(item: unknown, licenses: LicenseReader): UserRecord | null {
  if (!isJsonObject(item) || isPowerShellObject(item)) return null;
  return item['@removed'] === undefined ? plainRecord(item, licenses) : null;
}
