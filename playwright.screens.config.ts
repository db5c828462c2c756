import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

// draws the screens of the built app into screens/, to be looked at: it finds nothing wrong
export default defineConfig({
  ...config,
  testDir: 'tests/screens',
  testMatch: '**/*.screens.ts',
  workers: 1,
  timeout: 10 * 60_000,
  use: { ...config.use, actionTimeout: 20_000 },
});
