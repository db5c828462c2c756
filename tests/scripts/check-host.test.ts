import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { checkHost } from '../../scripts/check-host.js';
import { createSite, parseHeaders } from '../../scripts/serve.js';

const wanted = readFileSync(resolve(import.meta.dirname, '../../static/_headers'), 'utf8');
const rules = parseHeaders(wanted);
const WORKER = '_app/immutable/workers/worker-x1.js';

const folder = mkdtempSync(join(tmpdir(), 'seatwise-host-'));
for (const [name, text] of Object.entries({
  _headers: wanted,
  'index.html': '<h1>Seatwise</h1>',
  'auth/index.html': '<p>back</p>',
  'service-worker.js': `[{"url":"${WORKER}"}]`,
  [WORKER]: '',
})) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
afterAll(() => rmSync(folder, { recursive: true }));

let host: Server | undefined;
afterEach(() => host?.close());

type Bend = (request: IncomingMessage, response: ServerResponse) => void;

/** What is found at a host that does as `scripts/serve.js`, but for what `bend` changes. */
async function found(bend: Bend = () => undefined): Promise<string[]> {
  const site = createSite(folder);
  host = createServer((request, response) => {
    bend(request, response);
    site.emit('request', request, response);
  });
  await new Promise<void>((done) => host?.listen(0, '127.0.0.1', done));
  return checkHost(`http://127.0.0.1:${(host.address() as AddressInfo).port}`, rules);
}

/** A host that sends every header but these. */
const without =
  (...names: string[]): Bend =>
  (_request, response) => {
    const append = response.appendHeader.bind(response);
    response.appendHeader = (name, value) =>
      names.includes(name) ? response : append(name, value);
  };

it('has nothing to say of a host that sends all', async () => {
  expect(await found()).toEqual([]);
});

it.each([...new Set(rules.flatMap(({ headers }) => headers.map(([name]) => name)))])(
  'tells of a host that leaves out %s',
  async (name) => {
    const faults = await found(without(name));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.filter((fault) => !fault.startsWith(`${name}: `))).toEqual([]);
  },
);

it('tells of a policy that lets more through', async () => {
  const faults = await found((_request, response) => {
    const append = response.appendHeader.bind(response);
    response.appendHeader = (name, value) =>
      append(name, String(value).replace("connect-src 'self'", 'connect-src *'));
  });
  expect(faults.join()).toContain("/ (there it is “frame-ancestors 'none'; connect-src *");
});

it('tells of a host without a page for the sign-in, or that keeps it apart from what opened it', async () => {
  const faults = await found((request, response) => {
    if (request.url !== '/auth/') return;
    request.url = '/';
    response.setHeader('Cache-Control', 'no-store');
  });
  expect(faults).toEqual([
    '/auth/: gives index.html, not the page of the sign-in (auth/index.html)',
    '/auth/: Cross-Origin-Opener-Policy must not be sent',
  ]);
});

it('tells of a host that knows files only', async () => {
  const faults = await found((request) => {
    if (request.url?.startsWith('/customers/of') === true) request.url = '/none.html';
  });
  expect(faults).toEqual([
    '/customers/of/anybody: an address that is no file does not give index.html',
  ]);
});
