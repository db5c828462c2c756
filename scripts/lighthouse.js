#!/usr/bin/env node
// Lets Lighthouse look at the built app as on a phone: npm run lighthouse [-- --write-docs]. Fails where
// a score is lower than asked. It is fetched when it is first run, since it is as large as all other
// tools together; `--write-docs` writes docs/lighthouse.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { format } from 'prettier';
import { systemChromium } from './browser.js';

/** The newest one that runs on Node 20. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const PAGES = ['/', '/import', '/help', '/settings'];
/** Scores of 100 that are asked for, in the order of the table. */
const ASKED = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };
/** How fast a machine is at a moment decides the first score: its median counts. */
const RUNS = 3;
const MOST_TRIES = 3;

const chromium = systemChromium(true);
if (chromium === undefined) {
  console.error('Lighthouse needs an installed Chromium or Chrome; CHROMIUM_PATH names one.');
  process.exit(1);
}

/** Serves `build` beside this thread, which waits for Lighthouse. @returns {Promise<[string, Worker]>} */
function serve() {
  const code = `
    const { parentPort } = require('node:worker_threads');
    import(${JSON.stringify(new URL('serve.js', import.meta.url).href)}).then(({ createSite }) => {
      const server = createSite('build');
      server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
    });`;
  const worker = new Worker(code, { eval: true });
  return new Promise((resolve, reject) => {
    worker.once('message', (port) => resolve([`http://localhost:${String(port)}`, worker]));
    worker.once('error', reject);
  });
}

/**
 * The scores of one run. Now and then Lighthouse breaks off by itself ("NO_NAVSTART": the browser's trace
 * lacks the beginning of the page): then it looks once more, and that is said.
 * @param {string} address
 * @returns {Record<string, number>}
 */
function scoresOf(address) {
  for (let tries = 1; tries < MOST_TRIES; tries++) {
    try {
      return lookAt(address);
    } catch (error) {
      console.log(`${String(error)} at ${address}: once more`);
    }
  }
  return lookAt(address);
}

/**
 * @param {string} address
 * @returns {Record<string, number>}
 */
function lookAt(address) {
  const folder = mkdtempSync(join(tmpdir(), 'seatwise-lighthouse-'));
  const file = join(folder, 'report.json');
  const flags = `--headless=new${process.getuid?.() === 0 ? ' --no-sandbox' : ''}`;
  const { status } = spawnSync(
    'npx',
    [
      ...['--yes', LIGHTHOUSE, address, '--quiet', '--output=json', `--output-path=${file}`],
      ...[`--chrome-flags=${flags}`, `--only-categories=${Object.keys(ASKED).join()}`],
    ],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, CHROME_PATH: chromium },
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) throw new Error(`Lighthouse ended with ${String(status)}`);
  /** @type {{ categories: Record<string, { score: number | null }> }} */
  const { categories } = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(folder, { recursive: true });
  return Object.fromEntries(
    Object.keys(ASKED).map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]),
  );
}

/** @param {number[]} numbers */
const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const load = String(Math.round(loadavg()[0] ?? 0));
const [host, server] = await serve();
const rows = PAGES.map((page) => {
  const runs = Array.from({ length: RUNS }, () => scoresOf(host + page));
  const scores = Object.keys(ASKED).map((name) => median(runs.map((run) => run[name] ?? 0)));
  console.log(`${page}: ${scores.join(', ')}`);
  return [page, ...scores];
});
await server.terminate();

const low = rows.flatMap(([page, ...scores]) =>
  Object.entries(ASKED)
    .filter(([, asked], i) => Number(scores[i]) < asked)
    .map(([name, asked]) => `${String(page)}: ${name} is lower than ${String(asked)}`),
);
for (const line of low) console.error(line);
process.exitCode = low.length === 0 ? 0 : 1;

if (process.argv.includes('--write-docs')) {
  const table = [
    ['page', ...Object.keys(ASKED)],
    ['---', ...Object.keys(ASKED).map(() => '--:')],
    ['_asked_', ...Object.values(ASKED).map((asked) => `≥ ${String(asked)}`)],
    ...rows,
  ].map((cells) => `| ${cells.join(' | ')} |`);
  const text = `# Lighthouse

Written by \`npm run lighthouse -- --write-docs\` on ${new Date().toISOString().slice(0, 10)}: ${LIGHTHOUSE} as on a phone with slow 4G (its own simulation), the build served by \`scripts/serve.js\` with compressed copies, ${String(cpus().length)} cores under a load of ${load}, Node ${process.version}. Medians of ${String(RUNS)} runs. The first score falls with the load: only one from a machine that does nothing else says how quick the app is.

${table.join('\n')}

${low.length === 0 ? 'Every score is as asked.' : low.map((line) => `- ${line}`).join('\n')}
`;
  writeFileSync('docs/lighthouse.md', await format(text, { parser: 'markdown' }));
}
