import { WideMap } from '#base/wide-map.ts';
import type { Warn } from '#graph/read-shape.ts';
import type { DeletedUser } from '#users/deleted-user.ts';
import { LOCATION_UNKNOWN } from '#users/usage-location.ts';
import type { UserRecord } from '#users/user-record.ts';

/** Where a record stands, and what kind of file it is from. */
export interface RecordSource {
  readonly kind: 'graph' | 'csv';
  readonly file: string;
  readonly row: number;
}

/** What `first` says, and where it says nothing what `second` says. */
const filled = (first: UserRecord, second: UserRecord): UserRecord => ({
  objectId: first.objectId ?? second.objectId,
  userPrincipalName: first.userPrincipalName,
  displayName: first.displayName ?? second.displayName,
  department: first.department ?? second.department,
  mail: first.mail ?? second.mail,
  usageLocation:
    first.usageLocation === LOCATION_UNKNOWN ? second.usageLocation : first.usageLocation,
  blocked: first.blocked ?? second.blocked,
  guest: first.guest ?? second.guest,
  licenses: first.licenses ?? second.licenses,
});

/**
 * Gathers the users of several files, each user once, told by object id or else by userPrincipalName.
 * A user in two Graph pages counts as the later page says; in two CSV rows, as the first says; both
 * with a `duplicateUser` warning. A CSV only adds what Graph did not say about a user.
 */
export class UserRoster {
  readonly #warn: Warn;
  readonly #users: UserRecord[] = [];
  /** By place in the list: `graph` where a Graph file said something of the user. */
  readonly #kinds: RecordSource['kind'][] = [];
  readonly #byId = new WideMap<number>();
  readonly #byName = new WideMap<number>();
  readonly #deleted = new Map<string, DeletedUser>();

  /** How many records were taken, those that only added to a known user too. */
  taken = 0;
  /** How many rows were left out that may name a user. */
  leftOut = 0;

  constructor(warn: Warn) {
    this.#warn = warn;
  }

  /** Each user once, in the order in which they first came: the list itself, which others extend. */
  get users(): readonly UserRecord[] {
    return this.#users;
  }

  /** Each deleted user once, but for those whom some file has as users: a name can be given again. */
  get deleted(): readonly DeletedUser[] {
    return [...this.#deleted.values()].filter(({ objectId, userPrincipalName }) =>
      objectId === null
        ? this.#byName.get(userPrincipalName?.toLowerCase() ?? '') === undefined
        : this.#byId.get(objectId) === undefined,
    );
  }

  /** Takes a user who is deleted and so is none of the users. */
  addDeleted(user: DeletedUser): void {
    this.#deleted.set(user.objectId ?? user.userPrincipalName?.toLowerCase() ?? '', user);
  }

  add(record: UserRecord, { kind, file, row }: RecordSource): void {
    const { objectId, userPrincipalName } = record;
    const name = userPrincipalName.toLowerCase();
    const byId = objectId === null ? undefined : this.#byId.get(objectId);
    const index = byId ?? this.#byName.getOrSet(name, this.#users.length);
    const known = this.#users[index];
    if (known === undefined) this.#put(index, record, kind);
    else if (this.#kinds[index] !== kind) {
      const [graph, csv] = kind === 'csv' ? [known, record] : [record, known];
      this.#put(index, filled(graph, csv), 'graph');
    } else {
      this.#warn({ kind: 'duplicateUser', file, row, userPrincipalName });
      if (kind === 'csv') return;
      this.#put(index, record, kind);
    }
    this.taken++;
    if (byId !== undefined) this.#byName.set(name, index);
    else if (objectId !== null) this.#byId.set(objectId, index);
  }

  #put(index: number, record: UserRecord, kind: RecordSource['kind']): void {
    this.#users[index] = record;
    this.#kinds[index] = kind;
  }
}
