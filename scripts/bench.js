#!/usr/bin/env node
// Measures: npm run bench -- [--step NAME] [--n USERS[,USERS]] [--shape roles,adversarial]
// [--profile NAME] [--growth] [--write-docs].
// Prints tables and writes bench/results.json; with a name only the steps whose names hold it, and the
// others of the file stay. A line that falls short is profiled, and so are steps that `--profile`
// names, which shows the functions that take most of the time. `--growth`
// measures 10,000, 100,000 and 1,000,000 users, for the table of what a user costs. `--write-docs` writes docs/performance.md from the file.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    step: { type: 'string' },
    n: { type: 'string' },
    shape: { type: 'string' },
    profile: { type: 'string' },
    growth: { type: 'boolean' },
    'write-docs': { type: 'boolean' },
  },
});
const env = {
  ...process.env,
  ...(values.growth && { BENCH_USERS: '10000,100000,1000000', BENCH_SHAPES: 'roles' }),
  ...(values.step && { BENCH_STEP: values.step }),
  ...(values.n && { BENCH_USERS: values.n }),
  ...(values.shape && { BENCH_SHAPES: values.shape }),
  ...(values.profile && { BENCH_PROFILE: values.profile }),
  ...(values['write-docs'] && { BENCH_DOCS: '1' }),
};
const shell = process.platform === 'win32';
const args = ['playwright', 'test', '-c', 'playwright.bench.config.ts'];
process.exit(spawnSync('npx', args, { stdio: 'inherit', env, shell }).status ?? 1);
