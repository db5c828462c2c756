import { Dexie, type Table } from 'dexie';
import type { UserRecord } from '#users/user-record.ts';

/** A user as the naive way keeps it: one object, under the key [customerId+objectId]. */
export interface Row extends UserRecord {
  readonly customerId: string;
  readonly objectId: string;
  readonly displayName: string;
}

/** A row for each user on the disk, whatever keeps it. */
export interface StoredRows {
  addAll(rows: readonly Row[]): Promise<void>;
  /** Writes what these users hold now. */
  putAll(rows: readonly Row[]): Promise<void>;
  all(): Promise<Row[]>;
  /** Rows by name, beginning at the given one. */
  page(customerId: string, offset: number, limit: number): Promise<Row[]>;
  count(): Promise<number>;
  /** How many users have the text in their name, userPrincipalName or department. */
  countMatching(text: string): Promise<number>;
  close(): void;
}

/** A place for them. */
export interface RowsOnDisk {
  readonly against: string;
  /** True where a step has to be so many times as fast. */
  readonly isAsked: boolean;
  /** Opens it with a connection of its own. */
  open(): Promise<StoredRows>;
  remove(): Promise<void>;
}

const ROWS_AT_ONCE = 10_000;

/** A row per user with an index for paging by name, as durable as the app's own store. */
export class RowStore extends Dexie implements StoredRows {
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

  all(): Promise<Row[]> {
    return this.users.toArray();
  }

  count(): Promise<number> {
    return this.users.count();
  }

  page(customerId: string, offset: number, limit: number): Promise<Row[]> {
    return this.users
      .where('[customerId+displayName]')
      .between([customerId, Dexie.minKey], [customerId, Dexie.maxKey])
      .offset(offset)
      .limit(limit)
      .toArray();
  }

  countMatching(text: string): Promise<number> {
    const has = (value: string | null): boolean => value?.toLowerCase().includes(text) ?? false;
    return this.users
      .filter((row) => has(row.displayName) || has(row.userPrincipalName) || has(row.department))
      .count();
  }
}

/** What anyone would write. */
export const dexieRows = (name: string): RowsOnDisk => ({
  against: 'a row per user in Dexie',
  isAsked: true,
  open: async () => {
    const store = new RowStore(name);
    await store.open();
    return store;
  },
  remove: () => Dexie.delete(name),
});

/** The rows of an import. */
export const rowsFrom = (customerId: string, users: readonly UserRecord[]): Row[] =>
  users.map((user) => {
    if (user.objectId === null) throw new Error('a user without object id');
    const displayName = user.displayName || user.userPrincipalName;
    return { ...user, objectId: user.objectId, displayName, customerId };
  });
