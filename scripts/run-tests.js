#!/usr/bin/env node
// Runs every check and test, stops at the first that fails, and says how long each took.
//   node scripts/run-tests.js          what `npm test` runs
//   node scripts/run-tests.js slow     what `npm run test:slow` runs: what takes long by its nature
import { spawn } from 'node:child_process';

/** @typedef {readonly string[]} Lane scripts of package.json, one after the other */

/**
 * Lanes of a stage run beside each other. A stage has two where each keeps one core busy.
 * @type {Record<'all' | 'slow', readonly (readonly Lane[])[]>}
 */
const STAGES = {
  all: [
    [
      ['format:check', 'lint'],
      ['check', 'build'],
    ],
    [['test:unit']],
    [['test:e2e']],
  ],
  slow: [
    [['lint:types'], ['build']],
    [['test:unit:slow']],
    [['test:e2e:slow']],
    [['test:engines:found']],
  ],
};

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** @type {string[]} */
const times = [];

const isWindows = process.platform === 'win32';

/** Stops what still runs, and what that has started. */
function stopAll() {
  for (const child of running) {
    if (isWindows || child.pid === undefined) child.kill();
    else process.kill(-child.pid);
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopAll();
    process.exit(1);
  });
}

/**
 * Runs a script. What it says is shown at once where it runs alone, else when it has ended.
 * @param {string} script
 * @param {boolean} alone
 * @returns {Promise<boolean>} whether it found nothing wrong
 */
function run(script, alone) {
  const start = Date.now();
  // on Windows npm is a .cmd file, which only a shell can start
  const child = spawn('npm', ['run', '--silent', script], {
    stdio: ['ignore', alone ? 'inherit' : 'pipe', alone ? 'inherit' : 'pipe'],
    shell: isWindows,
    // a group of its own, so that what npm starts can be stopped with it
    detached: !isWindows,
  });
  running.add(child);
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (/** @type {Buffer} */ part) => said.push(part));
  }
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      running.delete(child);
      if (signal === null) times.push(`${script}: ${seconds(start)}`);
      if (signal === null) process.stdout.write(Buffer.concat(said));
      resolve(code === 0);
    });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
  });
}

/** @param {number} start */
const seconds = (start) => `${String(Math.round((Date.now() - start) / 1000))} s`;

/**
 * @param {Lane} lane
 * @param {boolean} alone
 */
async function runLane(lane, alone) {
  for (const script of lane) {
    if (await run(script, alone)) continue;
    stopAll();
    return false;
  }
  return true;
}

const start = Date.now();
let good = true;
for (const lanes of STAGES[process.argv[2] === 'slow' ? 'slow' : 'all']) {
  const ends = await Promise.all(lanes.map((lane) => runLane(lane, lanes.length === 1)));
  good = ends.every(Boolean);
  if (!good) break;
}
console.log(`\n${times.join(', ')}`);
console.log(`${good ? 'All is well' : 'Something failed: see above'}, after ${seconds(start)}.`);
process.exitCode = good ? 0 : 1;
