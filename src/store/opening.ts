import { Dexie } from 'dexie';
import { toLine } from './backup-format.ts';
import type { SeatwiseDatabase } from './database.ts';
import { isCausedBy, isDiskFull } from './disk-full.ts';

/** Why this window cannot use what is on this device. Nothing of it was changed. */
export type Closed =
  /** Another window brought it up to a newer version of the app. */
  | 'newerWindow'
  /** It was written by a newer version than this one: its host went back, or this page is old. */
  | 'newerData'
  | 'diskFull'
  | 'notOpened';

/** What was asked of a database that a newer version of the app wrote. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
}

/**
 * The browser's databases, opened by version only. Where the one on this device is newer, Dexie would open it
 * as it is, and repair what this version misses there: instead nothing of it is opened.
 */
export const ownVersionOnly = (factory: IDBFactory): IDBFactory =>
  new Proxy(factory, {
    get(target, key) {
      if (key === 'open') {
        return (name: string, version?: number): IDBOpenDBRequest => {
          if (version !== undefined) return target.open(name, version);
          throw new NewerDatabase('a newer version of Seatwise wrote this database');
        };
      }
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

/** Lets go of a database that another window brings up to a newer version, at once and for good. */
export function letGoOfNewer(db: SeatwiseDatabase, onClosed: (why: Closed) => void): void {
  db.on('versionchange', ({ newVersion }) => {
    // deleted: opened again, empty
    if (newVersion === null || newVersion === 0) return true;
    db.close();
    onClosed('newerWindow');
    return false;
  });
}

/** Why the database could not be opened. */
export function whyClosed(error: unknown): Closed {
  if (isDiskFull(error)) return 'diskFull';
  return isCausedBy(error, 'NewerDatabase') ? 'newerData' : 'notOpened';
}

/**
 * Everything on this device as it stands there, whichever version wrote it, as a file for safekeeping: JSON
 * with one row per line, named by its table. `madeAt` in ms.
 */
export async function copyOfData(name: string, madeAt: number): Promise<Blob> {
  // without a version of ours it is opened as it is, and nothing is migrated
  const found = await new Dexie(name).open();
  try {
    const head = { format: 'seatwise-copy', databaseVersion: found.verno, madeAt };
    const parts: string[] = [];
    for (const table of found.tables) {
      await table.each((row) => void parts.push(toLine([table.name, row])));
    }
    const start = `${JSON.stringify(head).slice(0, -1)},"rows":[\n`;
    return new Blob([start, parts.join(',\n'), '\n]}\n'], { type: 'application/json' });
  } finally {
    found.close();
  }
}
