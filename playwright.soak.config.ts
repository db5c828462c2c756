import { defineConfig } from '@playwright/test';

// a browser and a host of its own, for as long as asked
export default defineConfig({
  testDir: 'tests/soak',
  testMatch: '**/*.soak.ts',
  workers: 1,
  reporter: [['list']],
  expect: { timeout: 30_000 },
});
