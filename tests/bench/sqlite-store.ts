import type { Row, RowsOnDisk, StoredRows } from './row-store.ts';

type Cell = string | number | null;

interface Statement {
  bind(cells: readonly Cell[]): Statement;
  step(): boolean;
  stepReset(): Statement;
  get(into: Cell[]): Cell[];
  finalize(): void;
}

interface Database {
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  selectValue(sql: string): unknown;
  transaction(work: (db: Database) => void): void;
  close(): void;
}

/** Files of the origin that are open all the time. */
interface Pool {
  readonly OpfsSAHPoolDb: new (path: string) => Database;
  unlink(path: string): boolean;
}

/** What is used of @sqlite.org/sqlite-wasm, which the site serves as it is: no bundler touches it. */
interface SqliteModule {
  default(quiet: Record<'print' | 'printErr', () => void>): Promise<{
    installOpfsSAHPoolVfs(options: object): Promise<Pool>;
  }>;
}

/** Where the site has it. */
const SCRIPT = '/sqlite/sqlite3.mjs';
const COLUMNS =
  'objectId, customerId, displayName, userPrincipalName, department, mail, usageLocation, blocked, guest, licenses';
const TABLE = `
  PRAGMA locking_mode = exclusive;
  PRAGMA cache_size = -65536;
  CREATE TABLE IF NOT EXISTS users (
    objectId TEXT PRIMARY KEY, customerId TEXT, displayName TEXT, userPrincipalName TEXT,
    department TEXT, mail TEXT, usageLocation INTEGER, blocked INTEGER, guest INTEGER, licenses TEXT
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS byName ON users (displayName, objectId);`;

let pool: Promise<Pool> | null = null;

async function startPool(): Promise<Pool> {
  const sqlite = await ((await import(/* @vite-ignore */ SCRIPT)) as SqliteModule).default({
    print: () => undefined,
    printErr: () => undefined,
  });
  return sqlite.installOpfsSAHPoolVfs({});
}

const asNumber = (value: boolean | null): number | null => (value === null ? null : Number(value));
const asBoolean = (value: unknown): boolean | null => (value === null ? null : value === 1);

const cellsOf = (row: Row): Cell[] => [
  ...[row.objectId, row.customerId, row.displayName, row.userPrincipalName],
  ...[row.department, row.mail, row.usageLocation, asNumber(row.blocked), asNumber(row.guest)],
  row.licenses === null ? null : JSON.stringify(row.licenses),
];

function rowOf(cells: readonly unknown[]): Row {
  const [objectId, customerId, displayName, userPrincipalName, department, mail] = cells;
  const [usageLocation, blocked, guest, licenses] = cells.slice(6);
  return {
    ...{ objectId, customerId, displayName, userPrincipalName, department, mail, usageLocation },
    ...{ blocked: asBoolean(blocked), guest: asBoolean(guest) },
    licenses: licenses === null ? null : (JSON.parse(licenses as string) as unknown),
  } as Row;
}

/** One table in a file of the origin's private file system, with an index for paging by name. */
class SqliteStore implements StoredRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
    db.exec(TABLE);
  }

  async addAll(rows: readonly Row[]): Promise<void> {
    this.#write(`INSERT INTO users (${COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?)`, rows.map(cellsOf));
  }

  async putAll(rows: readonly Row[]): Promise<void> {
    const cells = rows.map(({ objectId, licenses }) => [JSON.stringify(licenses), objectId]);
    this.#write('UPDATE users SET licenses = ? WHERE objectId = ?', cells);
  }

  async all(): Promise<Row[]> {
    return this.#read(`SELECT ${COLUMNS} FROM users`);
  }

  async page(_customerId: string, offset: number, limit: number): Promise<Row[]> {
    const place = `LIMIT ${limit} OFFSET ${offset}`;
    return this.#read(`SELECT ${COLUMNS} FROM users ORDER BY displayName, objectId ${place}`);
  }

  async count(): Promise<number> {
    return Number(this.#db.selectValue('SELECT count(*) FROM users'));
  }

  async countMatching(text: string): Promise<number> {
    const like = ['displayName', 'userPrincipalName', 'department'].map(
      (column) => `${column} LIKE '%${text}%'`,
    );
    return Number(this.#db.selectValue(`SELECT count(*) FROM users WHERE ${like.join(' OR ')}`));
  }

  close(): void {
    this.#db.close();
  }

  #write(sql: string, all: readonly (readonly Cell[])[]): void {
    this.#db.transaction((db) => {
      const statement = db.prepare(sql);
      for (const cells of all) statement.bind(cells).stepReset();
      statement.finalize();
    });
  }

  #read(sql: string): Row[] {
    const statement = this.#db.prepare(sql);
    const rows: Row[] = [];
    while (statement.step()) rows.push(rowOf(statement.get([])));
    statement.finalize();
    return rows;
  }
}

let last: SqliteStore | null = null;

/** SQLite in WebAssembly, as fast as it comes: synchronous files, one connection: the one before is closed. */
export const sqliteRows = (name: string): RowsOnDisk => {
  // opened by its address, but removed by its name: one without blanks is both
  const path = `/${name.replaceAll(' ', '-')}.sqlite`;
  return {
    against: 'a row per user in SQLite (OPFS)',
    isAsked: false,
    open: async () => {
      const { OpfsSAHPoolDb } = await (pool ??= startPool());
      last?.close();
      last = new SqliteStore(new OpfsSAHPoolDb(path));
      return last;
    },
    remove: async () => {
      last?.close();
      last = null;
      (await (pool ??= startPool())).unlink(path);
    },
  };
};
