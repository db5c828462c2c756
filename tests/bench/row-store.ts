import { Dexie, type Table } from 'dexie';
import type { UserRecord } from '#users/user-record.ts';

/** A user as the naive way keeps it: one object, under the key [customerId+objectId]. */
export interface Row extends UserRecord {
  readonly customerId: string;
  readonly objectId: string;
  readonly displayName: string;
}

const ROWS_AT_ONCE = 10_000;

/** A row per user with an index for paging by name, as durable as the app's own store. */
export class RowStore extends Dexie {
  declare readonly users: Table<Row, [string, string]>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({ users: '[customerId+objectId], [customerId+displayName]' });
  }

  async addAll(rows: readonly Row[]): Promise<void> {
    for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
      await this.users.bulkAdd(rows.slice(i, i + ROWS_AT_ONCE));
    }
  }

  async putAll(rows: readonly Row[]): Promise<void> {
    for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
      await this.users.bulkPut(rows.slice(i, i + ROWS_AT_ONCE));
    }
  }

  /** Rows by name, beginning at the given one. */
  page(customerId: string, offset: number, limit: number): Promise<Row[]> {
    return this.users
      .where('[customerId+displayName]')
      .between([customerId, Dexie.minKey], [customerId, Dexie.maxKey])
      .offset(offset)
      .limit(limit)
      .toArray();
  }

  /** How many users have the text in their name, userPrincipalName or department. */
  countMatching(text: string): Promise<number> {
    const has = (value: string | null): boolean => value?.toLowerCase().includes(text) ?? false;
    return this.users
      .filter((row) => has(row.displayName) || has(row.userPrincipalName) || has(row.department))
      .count();
  }
}

/** The rows of an import. */
export const rowsFrom = (customerId: string, users: readonly UserRecord[]): Row[] =>
  users.map((user) => {
    if (user.objectId === null) throw new Error('a user without object id');
    const displayName = user.displayName || user.userPrincipalName;
    return { ...user, objectId: user.objectId, displayName, customerId };
  });
