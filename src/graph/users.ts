import type { Pace } from '#base/pace.ts';
import { fail, ok, type Result } from '#base/result.ts';
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
import { uncut, type Uncut } from './cut-depth.ts';
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
async function withoutUnasked(
  users: readonly UserRecord[],
  cut: ReadonlySet<UserRecord>,
  pace: Pace,
): Promise<UserRecord[]> {
  const asked = {
    displayName: users.some((user) => user.displayName),
    department: users.some((user) => user.department),
    mail: users.some((user) => user.mail),
    usageLocation: users.some((user) => user.usageLocation > LOCATION_NONE),
    licenses: cut.size > 0 || users.some((user) => user.licenses && user.licenses.length > 0),
  };
  const told: UserRecord[] = [];
  for (const user of users) {
    told.push({
      ...user,
      displayName: asked.displayName ? user.displayName : null,
      department: asked.department ? user.department : null,
      mail: asked.mail ? user.mail : null,
      usageLocation: asked.usageLocation ? user.usageLocation : LOCATION_UNKNOWN,
      licenses: asked.licenses && !cut.has(user) ? (user.licenses ?? []) : null,
    });
    if (pace.due()) await pace.rest(told.length, users.length);
  }
  return told;
}

/** With what Graph's users are read. */
export interface UserReading {
  readonly file: string;
  readonly licenses: LicenseReader;
  readonly warn: Warn;
}

/** Takes the users of a file one by one. */
export class GraphUserList {
  readonly #by: UserReading;
  readonly #users: UserRecord[] = [];
  readonly #deleted: DeletedUser[] = [];
  readonly #msOnline = new MsOnlineLicenses();
  readonly #pages = { open: 0, last: 0 };
  /** Whose licenses were asked for, and lost. */
  readonly #cut = new Set<UserRecord>();
  #firstCut: CutDepth | null = null;
  #isPowerShell = false;
  #isMsOnlineUnread = false;
  #problem: ImportProblem | null = null;

  constructor(by: UserReading) {
    this.#by = by;
  }

  /** Notes that a list ended; `more`: another follows it. */
  endPage(more: boolean): void {
    this.#pages[more ? 'open' : 'last']++;
  }

  /** Takes an item of a list, which stands at `path`; after the first that is no user they are of no matter. */
  take(item: unknown, path: string): void {
    if (this.#problem !== null) return;
    const { file, licenses, warn } = this.#by;
    const plain = plainUser(item, licenses);
    if (plain !== null) {
      this.#users.push(plain);
      return;
    }
    const gone = deletedUser(item);
    if (gone !== null) {
      this.#deleted.push(gone);
      return;
    }
    const place = { file, path };
    const printed = isJsonObject(item) && isPowerShellObject(item) ? uncut(item) : null;
    this.#isPowerShell ||= printed !== null;
    const user = userFromGraph(printed?.item ?? item, place, licenses, warn);
    if (user.ok) this.#add(user.value, printed, place);
    else this.#problem = user.error;
  }

  #add(user: UserRecord, printed: Uncut | null, { file, path }: Place): void {
    const told = user.licenses ?? (printed && this.#msOnline.read(printed.item));
    const record = { ...user, licenses: told };
    this.#users.push(record);
    const lost = printed?.cut ?? null;
    if (told === null && printed?.item['Licenses'] !== undefined) {
      this.#isMsOnlineUnread = true;
      this.#cut.add(record);
    }
    if (lost === null) return;
    if (told === null) this.#cut.add(record);
    this.#firstCut ??= {
      kind: 'cutDepth',
      file,
      path: path === '' ? lost.name : `${path}.${lost.name}`,
      value: lost.value.slice(0, 100),
      users: 0,
    };
    this.#firstCut = { ...this.#firstCut, users: this.#firstCut.users + 1 };
  }

  /** What they say together; the problem, if any, is a wrongShape. Rests with (users, users). */
  async end(pace: Pace): Promise<Result<GraphUsers, ImportProblem>> {
    if (this.#problem !== null) return fail(this.#problem);
    if (this.#firstCut !== null) this.#by.warn(this.#firstCut);
    return ok({
      users: this.#isPowerShell ? await withoutUnasked(this.#users, this.#cut, pace) : this.#users,
      deleted: this.#deleted,
      unreadLicenses: this.#isMsOnlineUnread ? ['Licenses'] : [],
      named: this.#msOnline.sets,
      pages: this.#pages,
    });
  }
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
  const list = new GraphUserList({ file, licenses, warn });
  const pages = pagesOf(value);
  const total = pages.reduce((sum, { items }) => sum + items.length, 0);
  let done = 0;
  for (const { items, pathOf, more } of pages) {
    for (let index = 0; index < items.length; index++) {
      if (index % SLICE === 0 && pace.due()) await pace.rest(done, total);
      list.take(items[index], pathOf(index));
      done++;
    }
    list.endPage(more);
  }
  return list.end(pace);
}
