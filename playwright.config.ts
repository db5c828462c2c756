import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from './scripts/browser.js';

const port = process.env['E2E_PORT'] ?? '4183';
const address = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  // those of playwright.slow.config.ts
  grepInvert: /@slow/,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  // a second try is told as "flaky", so that a busy machine does not hide what the others say
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 90_000,
  reporter: [['list']],
  expect: { timeout: 15_000 },
  use: {
    baseURL: address,
    // recording costs a third of a story: ask for one with `--trace on`
    trace: 'on-first-retry',
    // an offline copy for each story costs a second; stories that are about it allow it
    serviceWorkers: 'block',
    launchOptions: launchOptions(),
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
  // not `vite preview`: that does not serve build/, and so not the finished service worker
  webServer: {
    command: 'node scripts/serve.js build',
    env: { PORT: port, STRICT_PORT: '1' },
    url: address,
    reuseExistingServer: false,
  },
});
