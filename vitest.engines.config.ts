import { defineConfig } from 'vitest/config';

/** One journey through the built app in each engine; `npm run test:engines` builds nothing. */
export default defineConfig({
  test: {
    include: ['tests/engines/**/*.test.ts'],
    expect: { requireAssertions: true },
    testTimeout: 600_000,
    hookTimeout: 120_000,
    // as the stories: a second try is told, and hides nothing
    retry: process.env['CI'] === undefined ? 0 : 1,
    // a window at a time: engines share the display
    fileParallelism: false,
  },
});
