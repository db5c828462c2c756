import type { Pace } from '#base/pace.ts';
import { ok, type Result } from '#base/result.ts';
import type { LicenseSet } from '#licenses/license-set.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import {
  LOCATION_NONE,
  LOCATION_UNKNOWN,
  readLocation,
  type LocationCode,
} from '#users/usage-location.ts';
import type { DeletedUser } from '#users/deleted-user.ts';
import type { UserRecord } from '#users/user-record.ts';
import { deletedUser } from './deleted-user.ts';
import { uncut } from './cut-depth.ts';
import { isJsonObject, pagesOf } from './graph-page.ts';
import { MsOnlineLicenses } from './ms-online-licenses.ts';
import { isPowerShellObject } from './power-shell-json.ts';
import { plainUser } from './plain-user.ts';
import { readShape, type Place, type Warn } from './read-shape.ts';
import type { LicenseReader } from './user-licenses.ts';
import { wireUser, type WireUser } from './wire.ts';

type CutDepth = Extract<ImportProblem, { kind: 'cutDepth' }>;

/** How many users are read between two looks at the clock. */
const SLICE = 16;

/** What a file of Graph users says. */
export interface GraphUsers {
  readonly users: readonly UserRecord[];
  /** Those whose accounts are deleted; they are not among the users. */
  readonly deleted: readonly DeletedUser[];
  /** Fields that speak of licenses and were not read. */
  readonly unreadLicenses: readonly string[];
  /** Sets of users whose licenses are told by names. */
  readonly named: readonly LicenseSet[];
  /** How many of the file's pages say that another follows, and how many do not. */
  readonly pages: { readonly open: number; readonly last: number };
}

/** Guests are named `someone_example.com#EXT#@tenant` when they were invited. */
export const isInvited = (userPrincipalName: string): boolean =>
  userPrincipalName.toUpperCase().includes('#EXT#');

/** Absent: the file does not carry it. Null: the user has none. */
const carried = (text: string | null | undefined): string | null =>
  text === undefined ? null : (text ?? '');

function guestOf({ userType, userPrincipalName }: WireUser): boolean | null {
  if (userType === 'Guest' || userType === 'Member') return userType === 'Guest';
  return isInvited(userPrincipalName) ? true : null;
}

function blockedOf({ accountEnabled, blockCredential }: WireUser): boolean | null {
  if (typeof accountEnabled === 'boolean') return !accountEnabled;
  return blockCredential ?? null;
}

function locationOf({ usageLocation }: WireUser, place: Place, warn: Warn): LocationCode {
  if (usageLocation === undefined) return LOCATION_UNKNOWN;
  if (usageLocation === null || usageLocation === '') return LOCATION_NONE;
  const code = readLocation(usageLocation);
  if (code !== null) return code;
  const path = place.path === '' ? 'usageLocation' : `${place.path}.usageLocation`;
  const received = JSON.stringify(usageLocation.slice(0, 40));
  warn({ kind: 'wrongShape', file: place.file, path, expected: 'AA–ZZ', received });
  return LOCATION_UNKNOWN;
}

/** The user in one Graph `user` object; a value that cannot be a usage location is warned of and kept as unknown. */
export function userFromGraph(
  item: unknown,
  place: Place,
  licenses: LicenseReader,
  warn: Warn,
): Result<UserRecord, ImportProblem> {
  const read = readShape(wireUser, item, place);
  if (!read.ok) return read;
  const held = licenses.read(item, place);
  if (!held.ok) return held;
  const user = read.value;
  return ok({
    objectId: user.id ?? user.objectId ?? null,
    userPrincipalName: user.userPrincipalName,
    displayName: carried(user.displayName),
    department: carried(user.department),
    mail: carried(user.mail),
    usageLocation: locationOf(user, place, warn),
    blocked: blockedOf(user),
    guest: guestOf(user),
    licenses: held.value,
  });
}

/**
 * PowerShell prints properties that were never asked for as null or empty. One that is empty for
 * everybody was not asked for, as far as anyone can tell. `cut`: whose licenses were asked for, and lost.
 */
function withoutUnasked(users: readonly UserRecord[], cut: ReadonlySet<UserRecord>): UserRecord[] {
  const asked = {
    displayName: users.some((user) => user.displayName),
    department: users.some((user) => user.department),
    mail: users.some((user) => user.mail),
    usageLocation: users.some((user) => user.usageLocation > LOCATION_NONE),
    licenses: cut.size > 0 || users.some((user) => user.licenses && user.licenses.length > 0),
  };
  return users.map((user) => ({
    ...user,
    displayName: asked.displayName ? user.displayName : null,
    department: asked.department ? user.department : null,
    mail: asked.mail ? user.mail : null,
    usageLocation: asked.usageLocation ? user.usageLocation : LOCATION_UNKNOWN,
    licenses: asked.licenses && !cut.has(user) ? (user.licenses ?? []) : null,
  }));
}

/**
 * The users in a parsed file of one or more Graph answers, in the file's order, repeated ones too.
 * The problem, if any, is a wrongShape. Rests with (users read, users in the file).
 */
export async function usersFromGraph(
  { file, value }: { readonly file: string; readonly value: unknown },
  licenses: LicenseReader,
  { warn, pace }: { readonly warn: Warn; readonly pace: Pace },
): Promise<Result<GraphUsers, ImportProblem>> {
  const users: UserRecord[] = [];
  const deleted: DeletedUser[] = [];
  const pages = pagesOf(value);
  const total = pages.reduce((sum, { items }) => sum + items.length, 0);
  let powerShell = false;
  const msOnline = new MsOnlineLicenses();
  let isMsOnlineUnread = false;
  const cut = new Set<UserRecord>();
  let firstCut: CutDepth | null = null;
  for (const { items, pathOf } of pages) {
    for (let index = 0; index < items.length; index++) {
      if (index % SLICE === 0 && pace.due()) await pace.rest(users.length, total);
      const item = items[index];
      const plain = plainUser(item, licenses);
      if (plain !== null) {
        users.push(plain);
        continue;
      }
      const gone = deletedUser(item);
      if (gone !== null) {
        deleted.push(gone);
        continue;
      }
      const place = { file, path: pathOf(index) };
      const printed = isJsonObject(item) && isPowerShellObject(item) ? uncut(item) : null;
      powerShell ||= printed !== null;
      const user = userFromGraph(printed?.item ?? item, place, licenses, warn);
      if (!user.ok) return user;
      const told = user.value.licenses ?? (printed && msOnline.read(printed.item));
      const record = { ...user.value, licenses: told };
      users.push(record);
      const lost = printed?.cut ?? null;
      if (told === null && printed?.item['Licenses'] !== undefined) {
        isMsOnlineUnread = true;
        cut.add(record);
      }
      if (lost === null) continue;
      if (told === null) cut.add(record);
      const path = place.path === '' ? lost.name : `${place.path}.${lost.name}`;
      const received = lost.value.slice(0, 100);
      const first: CutDepth = firstCut ?? {
        kind: 'cutDepth',
        file,
        path,
        value: received,
        users: 0,
      };
      firstCut = { ...first, users: first.users + 1 };
    }
  }
  if (firstCut !== null) warn(firstCut);
  const open = pages.filter(({ more }) => more).length;
  return ok({
    users: powerShell ? withoutUnasked(users, cut) : users,
    deleted,
    unreadLicenses: isMsOnlineUnread ? ['Licenses'] : [],
    named: msOnline.sets,
    pages: { open, last: pages.length - open },
  });
}
