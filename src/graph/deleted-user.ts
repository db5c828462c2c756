import { readGuid } from '#licenses/ids.ts';
import { isDeletionStamp, nameBeforeDeletion, type DeletedUser } from '#users/deleted-user.ts';
import { isJsonObject, type JsonObject } from './graph-page.ts';
import { inGraphNames, isPowerShellObject } from './power-shell-json.ts';

/** Where Graph, MSOnline, AzureAD and Partner Center say when a user was deleted. */
const STAMPS = [
  'deletedDateTime',
  'softDeletionTimestamp',
  'deletionTimestamp',
  'softDeletionTime',
] as const;

/** PowerShell prints a time as a text, or as an object around one. */
const isStamped = (stamp: unknown): boolean =>
  typeof stamp === 'string' ? isDeletionStamp(stamp) === true : isJsonObject(stamp);

const isDeleted = (user: JsonObject): boolean =>
  Object.hasOwn(user, '@removed') || STAMPS.some((name) => isStamped(user[name]));

/**
 * The user of whom a JSON object says that the account is deleted: by a deletion stamp, or by `@removed`
 * in a delta answer; null for every other object.
 */
export function deletedUser(item: unknown): DeletedUser | null {
  const user = isPowerShellObject(item) ? inGraphNames(item) : item;
  if (!isJsonObject(user) || !isDeleted(user)) return null;
  const { userPrincipalName: name } = user;
  const text = user['id'] ?? user['objectId'];
  const objectId = typeof text === 'string' ? readGuid(text) : null;
  return {
    objectId,
    userPrincipalName: typeof name === 'string' ? nameBeforeDeletion(name, objectId) : null,
  };
}
