import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSite, parseHeaders } from '../../scripts/serve.js';

describe('parseHeaders', () => {
  it('reads paths with a star, headers and comments', () => {
    const rules = parseHeaders('# all\n/*\n  X-A: one: two\n\n/app/*.js\n  X-B: three\n');
    expect(rules.map((rule) => rule.headers)).toEqual([[['X-A', 'one: two']], [['X-B', 'three']]]);
    expect(rules[1]?.pattern.test('/app/x.js')).toBe(true);
    expect(rules[1]?.pattern.test('/app/xjs')).toBe(false);
  });
});

describe('createSite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'seatwise-site-'));
  const server = createSiteWithFiles();
  let base = '';

  function createSiteWithFiles() {
    mkdirSync(join(folder, '_app/immutable'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<h1>Seatwise</h1>');
    writeFileSync(join(folder, '_headers'), '/*\n  X-Frame: no\n');
    writeFileSync(join(folder, '_app/immutable/a.js'), 'a()');
    writeFileSync(join(folder, '_app/immutable/a.js.gz'), gzipSync('a()'));
    return createSite(folder);
  }

  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('sends the fallback page for navigation, never cached', async () => {
    const response = await fetch(`${base}/customers/1?x=2`);
    expect(await response.text()).toBe('<h1>Seatwise</h1>');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('x-frame')).toBe('no');
  });

  it('sends compressed copies of hashed files, cached for good', async () => {
    const headers = { 'Accept-Encoding': 'gzip' };
    const response = await fetch(`${base}/_app/immutable/a.js`, { headers });
    expect(await response.text()).toBe('a()');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('content-type')).toMatch(/javascript/);
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  it.each(['/missing.js', '/_headers', '/%2e%2e%2f%2e%2e%2fetc%2fhosts.txt'])(
    'has no %s',
    async (path) => {
      expect((await fetch(base + path)).status).toBe(404);
    },
  );
});
