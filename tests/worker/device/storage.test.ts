import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { deviceCommands } from '#worker/device/device-commands.ts';
import { openDesk } from '../desk.ts';

afterEach(() => vi.unstubAllGlobals());

it('is unknown where the browser does not tell of it, or of a part of it', async () => {
  const { storage } = deviceCommands(openDesk());
  const unknown = { usedBytes: null, quotaBytes: null, persisted: null };
  vi.stubGlobal('navigator', {});
  expect(await storage()).toEqual(unknown);
  vi.stubGlobal('navigator', { storage: { persisted: () => Promise.resolve(true) } });
  expect(await storage()).toEqual({ ...unknown, persisted: true });
  vi.stubGlobal('navigator', {
    storage: { estimate: () => Promise.resolve({ usage: 5, quota: 9 }) },
  });
  expect(await storage()).toEqual({ usedBytes: 5, quotaBytes: 9, persisted: null });
});
