import { readSettings, writeSettings } from '#store/settings.ts';
import { wipe } from '#store/wipe.ts';
import { defaultSettings } from './settings-types.ts';
import type { Commands, Desk } from '#worker/desk.ts';

/** What a person set on this device, and its storage. */
export function deviceCommands({
  db,
}: Desk): Pick<Commands, 'settings' | 'changeSettings' | 'storage' | 'wipe'> {
  return {
    settings: () => readSettings(db, defaultSettings),

    async changeSettings(part) {
      await writeSettings(db, part);
      return readSettings(db, defaultSettings);
    },

    async storage() {
      const { usage, quota } = await navigator.storage.estimate();
      return {
        usedBytes: usage ?? null,
        quotaBytes: quota ?? null,
        persisted: await navigator.storage.persisted(),
      };
    },

    wipe: () => wipe(db),
  };
}
