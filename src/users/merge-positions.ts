import { WideMap } from '#base/wide-map.ts';
import { upnKey, userId, type Position, type UserId } from './ids.ts';
import type { UserRecord } from './user-record.ts';
import type { TextColumn } from './user-table.ts';

/** Finds the position at which a customer already has the user of a record. */
export class UserPositions {
  readonly #texts: Readonly<Record<TextColumn, readonly string[]>>;
  readonly #isGone: (position: Position) => boolean;
  /** Built when a record comes in another order than the customer's; undefined: that key is no longer. */
  #byKey: WideMap<Position | undefined> | null = null;
  /** By lower-cased userPrincipalName; built when the first record without an object id comes. */
  #byName: WideMap<Position> | null = null;
  #nameKeys = 0;
  /** Where the next user stands if records come in the customer's order, as those of a cloud mostly do. */
  #next: Position = 0;

  /** Columns may grow after this; new users are told by `add`. */
  constructor(
    texts: Readonly<Record<TextColumn, readonly string[]>>,
    isGone: (position: Position) => boolean,
  ) {
    this.#texts = texts;
    this.#isGone = isGone;
    for (const key of texts.id) if (key.startsWith('upn:')) this.#nameKeys++;
  }

  /**
   * Where the record's user stands, or undefined for a new one. By object id first; a record that has
   * one and is not found by it can only be a user whose object id was not known yet: another object id
   * under the same userPrincipalName is another account.
   */
  find(record: Pick<UserRecord, 'objectId' | 'userPrincipalName'>): Position | undefined {
    if (record.objectId === null) return this.#names().get(record.userPrincipalName.toLowerCase());
    const found = this.#at(userId(record.objectId)) ?? this.byNameOnly(record.userPrincipalName);
    if (found !== undefined) this.#next = found + 1;
    return found;
  }

  /** The user with that id, if known. */
  byId(id: UserId): Position | undefined {
    return this.#keys().get(id);
  }

  /** The user of that name whose object id is not known, if there is one. */
  byNameOnly(userPrincipalName: string): Position | undefined {
    return this.#nameKeys === 0 ? undefined : this.#keys().get(upnKey(userPrincipalName));
  }

  /** Tells of a user that was appended, or that has a new name. */
  add(key: UserId, userPrincipalName: string, position: Position): void {
    this.#keys().set(key, position);
    if (key.startsWith('upn:')) this.#nameKeys++;
    this.#byName?.set(userPrincipalName.toLowerCase(), position);
  }

  /** Tells that the object id of a user known by name only has come. */
  identify(objectId: UserId, userPrincipalName: string, position: Position): void {
    this.#keys().set(upnKey(userPrincipalName), undefined);
    this.#keys().set(objectId, position);
    this.#nameKeys--;
  }

  #at(id: UserId): Position | undefined {
    return this.#texts.id[this.#next] === id ? this.#next : this.#keys().get(id);
  }

  #keys(): WideMap<Position | undefined> {
    if (this.#byKey !== null) return this.#byKey;
    const byKey = new WideMap<Position | undefined>();
    this.#texts.id.forEach((key, position) => byKey.set(key, position));
    return (this.#byKey = byKey);
  }

  #names(): WideMap<Position> {
    if (this.#byName !== null) return this.#byName;
    const byName = new WideMap<Position>();
    this.#texts.userPrincipalName.forEach((name, position) => {
      const key = name.toLowerCase();
      const other = byName.get(key);
      // of two accounts that had the same name one after the other the present one is meant
      if (other === undefined || this.#isGone(other) || !this.#isGone(position)) {
        byName.set(key, position);
      }
    });
    return (this.#byName = byName);
  }
}
