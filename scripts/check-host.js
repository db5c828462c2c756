#!/usr/bin/env node
// Asks a running host of the app for what `static/_headers` wants of it, and says what is missing.
//   node scripts/check-host.js https://seatwise.example
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseHeaders } from './serve.js';

/** @typedef {import('./serve.js').HeaderRule} HeaderRule */

const OPENER = 'Cross-Origin-Opener-Policy';
const WORKER = /_app\/immutable\/workers\/[\w.-]+\.js/;

/**
 * One for each thing that the host does not do as the rules want it; none where all is well. Fails where
 * the host does not answer.
 * @param {string} host
 * @param {readonly HeaderRule[]} rules
 * @returns {Promise<string[]>}
 */
export async function checkHost(host, rules) {
  const base = new URL(host);
  const ask = (/** @type {string} */ path) => fetch(new URL(path, base));
  const start = await (await ask('/')).text();
  const serviceWorker = await ask('/service-worker.js');
  const worker = WORKER.exec(await serviceWorker.text())?.[0];
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(base.hostname);
  const faults = [];
  if (base.protocol !== 'https:' && !isLocal) {
    faults.push('not https: no browser keeps an offline copy of it, and nobody can sign in');
  }
  if (worker === undefined) faults.push('/service-worker.js: names no worker of the app');

  /** @type {Map<string, string[]>} what is not sent, and where */
  const unsent = new Map();
  const addresses = new Set(rules.map(({ path }) => exampleOf(path, worker)));
  for (const address of addresses) {
    if (address === undefined) continue;
    const { headers } = await ask(address);
    for (const [name, value] of wantedAt(address, rules)) {
      const sent = headers.get(name);
      if (sent !== null && isAmong(value, sent)) continue;
      const header = `${name}: ${value}`;
      const where = sent === null ? address : `${address} (there it is “${sent}”)`;
      unsent.set(header, [...(unsent.get(header) ?? []), where]);
    }
  }
  for (const [header, where] of unsent)
    faults.push(`${header}\n  is not sent at ${where.join(', ')}`);

  const screen = await ask('/customers/of/anybody');
  if (screen.status !== 200 || (await screen.text()) !== start) {
    faults.push('/customers/of/anybody: an address that is no file does not give index.html');
  }
  const back = await ask('/auth/');
  if ((await back.text()) === start) {
    faults.push('/auth/: gives index.html, not the page of the sign-in (auth/index.html)');
  }
  if (back.headers.has(OPENER)) faults.push(`/auth/: ${OPENER} must not be sent`);
  const type = serviceWorker.headers.get('Content-Type') ?? '';
  if (!/\bjavascript\b/.test(type)) {
    faults.push(`/service-worker.js: sent as “${type}”, not as text/javascript`);
  }
  return faults;
}

/**
 * An address that a rule is about; none for the workers of a host that has none.
 * @param {string} path
 * @param {string | undefined} worker
 */
const exampleOf = (path, worker) =>
  path.startsWith('/_app/immutable/workers/') ? worker && `/${worker}` : path.replace(/\*$/, '');

/**
 * @param {string} address
 * @param {readonly HeaderRule[]} rules
 */
const wantedAt = (address, rules) =>
  rules.filter(({ pattern }) => pattern.test(address)).flatMap(({ headers }) => headers);

/** What a header says, without what makes no difference. @param {string} value */
const tidied = (value) =>
  value
    .split(';')
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '')
    .sort()
    .join('; ');

/**
 * Headers of one name come in one, with commas between them: several policies hold together.
 * @param {string} wanted
 * @param {string} sent
 */
const isAmong = (wanted, sent) =>
  [sent, ...sent.split(',')].some((value) => tidied(value) === tidied(wanted));

async function main() {
  const host = process.argv[2];
  if (host === undefined || !URL.canParse(host)) {
    console.error('Which host? For example: npm run check:host -- https://seatwise.example');
    process.exit(2);
  }
  const file = new URL('../static/_headers', import.meta.url);
  const rules = parseHeaders(readFileSync(file, 'utf8'));
  const faults = await checkHost(host, rules).catch((/** @type {unknown} */ error) => [
    `${host} does not answer: ${String(error instanceof Error ? (error.cause ?? error) : error)}`,
  ]);
  for (const fault of faults) console.error(fault);
  if (faults.length === 0) console.log(`${host} sends what static/_headers wants.`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
