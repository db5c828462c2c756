#!/usr/bin/env node
// Random steps of a person against the planner's oracle, in a real browser that is reloaded and killed:
//   npm run soak -- [MINUTES] [SEED]     10 minutes and a seed by chance where they are not said
import { spawnSync } from 'node:child_process';

const [minutes = '10', seed = String(Math.floor(Math.random() * 2 ** 31))] = process.argv.slice(2);
if (!(Number(minutes) > 0) || !Number.isInteger(Number(seed))) {
  console.error('How many minutes, and which seed? For example: npm run soak -- 60 7');
  process.exit(2);
}
const env = { ...process.env, SOAK_MINUTES: minutes, SOAK_SEED: seed };
const shell = process.platform === 'win32';
const args = ['playwright', 'test', '-c', 'playwright.soak.config.ts'];
process.exit(spawnSync('npx', args, { stdio: 'inherit', env, shell }).status ?? 1);
