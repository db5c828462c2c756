import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { firstScreen } from './scripts/first-screen.js';
import { licenses } from './scripts/licenses.js';
import { redirectPage } from './scripts/redirect-page.js';

const { collect, write } = licenses();

export default defineConfig({
  plugins: [sveltekit(), firstScreen(), redirectPage(), write],
  // the dependency scan does not look into workers: without this list the first visit in
  // development is reloaded half-way
  optimizeDeps: { include: ['comlink', 'dexie', 'papaparse', 'valibot'] },
  worker: {
    format: 'es',
    plugins: () => [
      collect,
      {
        name: 'worker-entry-of-its-own',
        // WebKit runs the file that a worker starts with once more where another file imports from it:
        // with this none does, and no command is carried out twice
        options: (options) => ({ ...options, preserveEntrySignatures: 'strict' }),
      },
    ],
  },
  test: {
    expect: { requireAssertions: true },
    // properties run thousands of cases; a busy machine must not fail them
    testTimeout: 60_000,
    // otherwise one core is left out, on a machine of two half of it
    maxWorkers: '100%',
    // modules are read once for each worker, not once for each file: half of the time. What a test
    // changes outside itself, it puts back.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{bench,e2e,engines,routes}/**'],
        },
      },
      {
        extends: true,
        // Svelte's own modules, too, as the browser gets them
        resolve: { conditions: ['browser'] },
        test: {
          name: 'page',
          include: ['tests/routes/**/*.test.ts'],
          environment: './tests/fakes/page-environment.ts',
          server: { deps: { inline: ['svelte'] } },
        },
      },
    ],
  },
});
