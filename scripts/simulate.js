#!/usr/bin/env node
// Simulates whole syncs under faults: npm run simulate -- [how many schedules] [first seed] [stored]. The seed is a
// fresh one where it is not given. The deep ones go through the real Graph provider; `stored`: those on the real
// store. Prints every seed that breaks an invariant; put such a seed into tests/sync/kept-seeds.ts.
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const fresh = Math.floor(Math.random() * 1e9);
const [count = 10_000, first = fresh] = process.argv.slice(2, 4).map(Number);
const isStored = process.argv[4] === 'stored';
if (!Number.isSafeInteger(count) || !Number.isSafeInteger(first)) {
  console.error('Usage: npm run simulate -- [how many schedules] [first seed] [stored]');
  process.exit(2);
}

/** @param {string} name */
async function load(name) {
  const file = resolve(import.meta.dirname, '../tests/sync', name);
  const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' });
  return /** @type {any} */ (module);
}

const { weathers: quick, deepWeathers, keptWeathers } = await load('weather.ts');
const { brokenStoredSeeds, brokenSeeds } = await load(
  isStored ? 'broken-stored-seeds.ts' : 'broken-seeds.ts',
);
const weathers = Object.entries(
  isStored ? { ...quick, ...keptWeathers } : { ...quick, ...deepWeathers },
).filter(([, { secondDevice }]) => !isStored || !secondDevice);
const each = Math.ceil(count / weathers.length);
const start = performance.now();
let broken = 0;
for (const [name, weather] of weathers) {
  for (let done = 0; done < each; done += 1_000) {
    const size = Math.min(1_000, each - done);
    for (const line of await (isStored ? brokenStoredSeeds : brokenSeeds)(
      first + done,
      size,
      weather,
    )) {
      broken++;
      console.log(`${name} ${line}`);
    }
  }
}
const seconds = (performance.now() - start) / 1_000;
const total = each * weathers.length;
console.log(
  `${total} schedules from seed ${first} on in ${seconds.toFixed(1)} s, ${Math.round(total / seconds)} per second`,
);
console.log(`${total - broken} passed, ${broken} failed`);
process.exit(broken > 0 ? 1 : 0);
