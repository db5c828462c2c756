import type { Pace } from '#base/pace.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import type { DeletedUser } from './deleted-user.ts';
import { upnKey, userId, type Position } from './ids.ts';
import { LicenseMerger } from './merge-licenses.ts';
import { Mark, MergeMarks } from './merge-marks.ts';
import { UserPositions } from './merge-positions.ts';
import { LOCATION_UNKNOWN } from './usage-location.ts';
import type { ReadLicenses, UserRecord } from './user-record.ts';
import {
  carriedTexts,
  perText,
  textColumns,
  UserFlag,
  type TextColumn,
  type UserTable,
} from './user-table.ts';

/** A customer's users as last known: the columns of `UserTable` without what is planned. */
export interface UserColumns {
  readonly count: number;
  readonly texts: Readonly<Record<TextColumn, readonly string[]>>;
  readonly flags: Uint8Array;
  readonly licenses: { readonly baseline: Uint32Array };
  readonly locations: { readonly baseline: Uint16Array };
}

const SLICE = 512;
const LEAST_ROOM = 1_024;

function moved<T extends Uint8Array | Uint16Array | Uint32Array>(column: T, into: T): T {
  into.set(column);
  return into;
}

const bit = (on: boolean, flag: number): number => (on ? flag : 0);

/** The flags after a record: a fact that it does not carry keeps its bits, and the user is present. */
function flagsAfter(before: number, { blocked, guest }: UserRecord): number {
  const { gone, blocked: isBlocked, blockedKnown, guest: isGuest, guestKnown } = UserFlag;
  let flags = before & ~gone;
  if (blocked !== null) flags = (flags & ~isBlocked) | blockedKnown | bit(blocked, isBlocked);
  if (guest !== null) flags = (flags & ~isGuest) | guestKnown | bit(guest, isGuest);
  return flags;
}

/** How records are taken. */
interface Taking {
  /** Users whose licenses and location stay as they are. */
  readonly written: ReadonlySet<Position>;
  readonly meant: ReadLicenses;
}

/** Columns that take an import's users one by one. */
export class MergingUsers {
  readonly #texts: Record<TextColumn, string[]>;
  #flags: Uint8Array;
  #licenses: Uint32Array;
  #locations: Uint16Array;
  readonly #marks: MergeMarks;
  readonly #positions: UserPositions;
  readonly #merger: LicenseMerger;
  #goneCount = 0;

  /** Starts from `table` (null: nobody yet). Extends `sets`. */
  constructor(table: UserTable | null, sets: LicenseSets) {
    this.#texts = perText((column) => table?.texts[column].slice() ?? []);
    this.#flags = table?.flags.slice() ?? new Uint8Array();
    this.#licenses = table?.licenses.baseline.slice() ?? new Uint32Array();
    this.#locations = table?.locations.baseline.slice() ?? new Uint16Array();
    this.#marks = new MergeMarks(table?.count ?? 0);
    this.#positions = new UserPositions(this.#texts, (position) => this.#isGone(position));
    this.#merger = new LicenseMerger(sets);
  }

  get count(): number {
    return this.#texts.id.length;
  }

  /** True when a record named everybody from position `from` to before `to`. */
  isSeen(from: Position, to: Position): boolean {
    return to <= this.count && this.#marks.areAll(Mark.seen, from, to);
  }

  /** False when texts or flags there are not as they were when they were packed. */
  isPacked(from: Position, to: Position): boolean {
    return this.#marks.areAll(Mark.packed, from, Math.min(to, this.count));
  }

  /** The texts and flags by now; those from position `from` to before `to` are about to be packed. */
  packing(from: Position, to: Position): Pick<UserColumns, 'texts' | 'flags'> {
    for (let i = from; i < Math.min(to, this.count); i++) this.#marks.set(Mark.packed, i);
    return { texts: this.#texts, flags: this.#flags.subarray(0, this.count) };
  }

  /** Takes all records; rests when a slice is used up. */
  async takeAll(
    records: readonly UserRecord[],
    how: Taking & { readonly pace: Pace },
  ): Promise<void> {
    const { pace } = how;
    for (let start = 0; start < records.length; start += SLICE) {
      for (const record of records.slice(start, start + SLICE)) this.#take(record, how);
      if (pace.due()) await pace.rest(Math.min(start + SLICE, records.length), records.length);
    }
  }

  /** Marks everybody whom no record named as gone. */
  dropUnseen(): void {
    for (let i = 0; i < this.count; i++) {
      if (!this.#marks.areAll(Mark.seen, i, i + 1)) this.#markGone(i);
    }
  }

  /** Marks these as gone; who is not known is no matter. */
  drop(users: readonly DeletedUser[]): void {
    for (const { objectId, userPrincipalName } of users) {
      const byId = objectId === null ? undefined : this.#positions.byId(userId(objectId));
      if (byId !== undefined) this.#markGone(byId);
      else if (userPrincipalName !== null) this.#dropNamed({ objectId, userPrincipalName });
    }
  }

  /** The columns, and how many users were appended, changed (gone ones apart) and marked gone. */
  finish(): { columns: UserColumns; added: number; changed: number; gone: number } {
    const { count } = this;
    const columns = {
      count,
      texts: this.#texts,
      flags: this.#flags.slice(0, count),
      licenses: { baseline: this.#licenses.slice(0, count) },
      locations: { baseline: this.#locations.slice(0, count) },
    };
    return { columns, ...this.#marks.counts(), gone: this.#goneCount };
  }

  #take(record: UserRecord, { written, meant }: Taking): void {
    const known = this.#positions.find(record);
    const position = known ?? this.#append(record);
    this.#marks.set(Mark.seen, position);
    const renamed = this.#setText('userPrincipalName', position, record.userPrincipalName);
    this.#identify(record, position, renamed);
    for (const column of carriedTexts) this.#setText(column, position, record[column]);
    this.#setNumber(this.#flags, position, flagsAfter(this.#flags[position] ?? 0, record));
    if (written.has(position)) return;
    if (record.usageLocation !== LOCATION_UNKNOWN) {
      this.#setNumber(this.#locations, position, record.usageLocation);
    }
    if (record.licenses !== null) {
      const number = this.#merger.after(meant(record.licenses), this.#licenses[position] ?? 0);
      this.#setNumber(this.#licenses, position, number);
    } else if (known === undefined) {
      this.#setNumber(this.#licenses, position, this.#merger.untold);
    }
  }

  /** A name may have gone to another account since: whoever a record of this import named is that one. */
  #dropNamed(user: Pick<UserRecord, 'objectId' | 'userPrincipalName'>): void {
    const position = this.#positions.find(user);
    if (position === undefined || this.#marks.areAll(Mark.seen, position, position + 1)) return;
    this.#markGone(position);
  }

  #append({ objectId, userPrincipalName }: UserRecord): Position {
    const key = objectId === null ? upnKey(userPrincipalName) : userId(objectId);
    const position = this.count;
    for (const column of textColumns) this.#texts[column].push('');
    this.#texts.id[position] = key;
    this.#texts.userPrincipalName[position] = userPrincipalName;
    this.#positions.add(key, userPrincipalName, position);
    if (position >= this.#flags.length) this.#grow();
    this.#marks.set(Mark.added, position);
    return position;
  }

  #identify(
    { objectId, userPrincipalName }: UserRecord,
    position: Position,
    renamed: boolean,
  ): void {
    if (objectId === null) return;
    const key = userId(objectId);
    if (this.#setText('id', position, objectId)) {
      this.#positions.identify(key, userPrincipalName, position);
    } else if (renamed) this.#positions.add(key, userPrincipalName, position);
    // names are unique in a tenant: whoever was known by this name only is this user
    const double = this.#positions.byNameOnly(userPrincipalName);
    if (double !== undefined) this.#markGone(double);
  }

  #markGone(position: Position): void {
    if (this.#isGone(position)) return;
    this.#flags[position] = (this.#flags[position] ?? 0) | UserFlag.gone;
    this.#marks.unset(Mark.packed, position);
    this.#goneCount++;
  }

  #isGone(position: Position): boolean {
    return ((this.#flags[position] ?? 0) & UserFlag.gone) !== 0;
  }

  #changed(position: Position): void {
    this.#marks.set(Mark.changed, position);
    this.#marks.unset(Mark.packed, position);
  }

  #grow(): void {
    const room = Math.max(LEAST_ROOM, this.#flags.length * 2);
    this.#flags = moved(this.#flags, new Uint8Array(room));
    this.#licenses = moved(this.#licenses, new Uint32Array(room));
    this.#locations = moved(this.#locations, new Uint16Array(room));
  }

  #setText(column: TextColumn, position: Position, value: string | null): boolean {
    const texts = this.#texts[column];
    if (value === null || texts[position] === value) return false;
    texts[position] = value;
    this.#changed(position);
    return true;
  }

  #setNumber(
    column: Uint8Array | Uint16Array | Uint32Array,
    position: Position,
    value: number,
  ): void {
    if (column[position] === value) return;
    column[position] = value;
    this.#changed(position);
  }
}
