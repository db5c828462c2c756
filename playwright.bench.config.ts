import { defineConfig } from '@playwright/test';

// measures the app's modules, not the built app: needs no server and no build
export default defineConfig({
  testDir: 'tests/bench',
  testMatch: '**/*.bench.ts',
  fullyParallel: false,
  workers: 1,
  timeout: 30 * 60_000,
  reporter: [['list']],
});
