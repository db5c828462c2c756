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
  readonly #users: { record: UserRecord; kind: RecordSource['kind'] }[] = [];
  readonly #byId = new Map<string, number>();
  readonly #byName = new Map<string, number>();
  readonly #deleted = new Map<string, DeletedUser>();

  /** How many records were taken, those that only added to a known user too. */
  taken = 0;
  /** How many rows were left out that may name a user. */
  leftOut = 0;

  constructor(warn: Warn) {
    this.#warn = warn;
  }

  /** Each user once, in the order in which they first came. */
  get users(): readonly UserRecord[] {
    return this.#users.map(({ record }) => record);
  }

  /** Each deleted user once, but for those whom some file has as users: a name can be given again. */
  get deleted(): readonly DeletedUser[] {
    return [...this.#deleted.values()].filter(({ objectId, userPrincipalName }) =>
      objectId === null
        ? !this.#byName.has(userPrincipalName?.toLowerCase() ?? '')
        : !this.#byId.has(objectId),
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
    const index = byId ?? this.#byName.get(name) ?? this.#users.length;
    const known = this.#users[index];
    if (known === undefined) this.#users.push({ record, kind });
    else if (known.kind !== kind) {
      const [graph, csv] = kind === 'csv' ? [known.record, record] : [record, known.record];
      this.#users[index] = { record: filled(graph, csv), kind: 'graph' };
    } else {
      this.#warn({ kind: 'duplicateUser', file, row, userPrincipalName });
      if (kind === 'csv') return;
      this.#users[index] = { record, kind };
    }
    this.taken++;
    if (objectId !== null) this.#byId.set(objectId, index);
    this.#byName.set(name, index);
  }
}
