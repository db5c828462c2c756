import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import config from './vite.config.ts';

/** The files whose laws `npm run test:unit` tries only a few times. */
const slow = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((path) => `tests/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.test.ts'))
  .filter((path) => /from '[./]+\/(runs|cut-off)\.ts'/.test(readFileSync(path, 'utf8')));

export default defineConfig({
  ...config,
  test: {
    ...config.test,
    projects: [{ extends: true, test: { name: 'slow', include: slow, env: { SLOW: '1' } } }],
  },
});
