import { readSettings, writeSettings } from '#store/settings.ts';
import { wipe } from '#store/database.ts';
import { copyOfData } from '#store/opening.ts';
import type { Kernel } from '#worker/kernel.ts';
import { defaultSettings, type Settings } from './settings-types.ts';
import type { StorageView } from './storage-types.ts';

/** What a person set on this device, and its storage. */
export function deviceCommands({ db, now }: Pick<Kernel, 'db' | 'now'>) {
  return {
    settings: () => readSettings(db, defaultSettings),

    async changeSettings(part: Partial<Settings>): Promise<Settings> {
      await writeSettings(db, part);
      return readSettings(db, defaultSettings);
    },

    async storage(): Promise<StorageView> {
      // browsers have it on secure addresses only, and not all of them all of it
      const { storage } = navigator as { storage?: Partial<StorageManager> };
      const estimate = await storage?.estimate?.();
      return {
        usedBytes: estimate?.usage ?? null,
        quotaBytes: estimate?.quota ?? null,
        persisted: (await storage?.persisted?.()) ?? null,
      };
    },

    /** Deletes everything Seatwise keeps in IndexedDB on this device. */
    wipe: () => wipe(db, now()),

    /** Everything on this device as it stands there, also what this version cannot open: to keep, not to restore. */
    copyOfData: () => copyOfData(db.name, now()),
  };
}
