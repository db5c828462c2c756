#!/usr/bin/env node
// Serves the built site as a host would: fallback page for navigation, compressed copies where the
// browser takes them, and the headers that `_headers` asks for.
//   node scripts/serve.js [folder]     PORT sets the port; the next free one if it is taken,
//                                      or an error with STRICT_PORT=1
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** @typedef {{ path: string, pattern: RegExp, headers: [string, string][] }} HeaderRule */

/**
 * The rules of a Netlify-style `_headers` file: a path at the margin (`*` stands for anything),
 * its headers indented below it.
 * @param {string} text
 * @returns {HeaderRule[]}
 */
export function parseHeaders(text) {
  /** @type {HeaderRule[]} */
  const rules = [];
  for (const line of text.split(/\r?\n/)) {
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    if (line === line.trimStart()) {
      const source = content.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
      rules.push({ path: content, pattern: new RegExp(`^${source}$`), headers: [] });
      continue;
    }
    const colon = content.indexOf(':');
    if (colon > 0) {
      const header = [content.slice(0, colon).trim(), content.slice(colon + 1).trim()];
      rules.at(-1)?.headers.push(/** @type {[string, string]} */ (header));
    }
  }
  return rules;
}

/** @param {string} path the path of an address, or of the fallback page */
function cacheControl(path) {
  return path.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** @param {string} path */
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/**
 * @param {string} folder the built site
 * @returns {import('node:http').Server}
 */
export function createSite(folder) {
  const root = resolve(folder);
  const headersFile = join(root, '_headers');
  const rules = existsSync(headersFile) ? parseHeaders(readFileSync(headersFile, 'utf8')) : [];

  /**
   * The file for an address: itself, or the fallback page for what is no file name.
   * @param {string} path
   */
  function find(path) {
    const file = resolve(join(root, path.endsWith('/') ? `${path}index.html` : path));
    if (file !== root && !file.startsWith(root + sep)) return undefined;
    if (file === headersFile) return undefined;
    if (isFile(file)) return file;
    return extname(path) === '' ? join(root, 'index.html') : undefined;
  }

  return createServer((request, response) => {
    let path;
    try {
      path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    } catch {
      response.writeHead(400).end('Bad request\n');
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end('Method not allowed\n');
      return;
    }
    for (const rule of rules) {
      if (!rule.pattern.test(path)) continue;
      for (const [name, value] of rule.headers) response.appendHeader(name, value);
    }
    const file = find(path);
    if (file === undefined || !isFile(file)) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
      return;
    }
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding = ['br', 'gzip'].find(
      (name) =>
        new RegExp(`\\b${name}\\b`).test(accepted) &&
        isFile(`${file}${name === 'br' ? '.br' : '.gz'}`),
    );
    const sent = encoding ? `${file}${encoding === 'br' ? '.br' : '.gz'}` : file;
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.setHeader('Content-Length', statSync(sent).size);
    response.setHeader('Vary', 'Accept-Encoding');
    if (!response.hasHeader('Cache-Control')) {
      response.setHeader('Cache-Control', cacheControl(file.endsWith('.html') ? '/' : path));
    }
    if (encoding) response.setHeader('Content-Encoding', encoding);
    response.writeHead(200);
    if (request.method === 'HEAD') response.end();
    else {
      createReadStream(sent)
        .on('error', () => response.destroy())
        .pipe(response);
    }
  });
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {boolean} strict
 */
function listen(server, port, strict) {
  server.removeAllListeners('error').removeAllListeners('listening');
  server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === 'EADDRINUSE' && !strict && port < 65535) {
      console.log(`Port ${String(port)} is taken, trying ${String(port + 1)}.`);
      listen(server, port + 1, strict);
      return;
    }
    console.error(error.message);
    process.exit(1);
  });
  server.once('listening', () => {
    console.log(`Seatwise is running at http://localhost:${String(port)}`);
  });
  server.listen(port, '127.0.0.1');
}

function main() {
  const folder = process.argv[2] ?? 'build';
  const port = Number(process.env['PORT'] || 4173);
  if (!isFile(join(folder, 'index.html'))) {
    console.error(`There is no index.html in "${folder}". Run "npm run build" first.`);
    process.exit(1);
  }
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    console.error(`PORT=${String(process.env['PORT'])} is no port number.`);
    process.exit(1);
  }
  listen(createSite(folder), port, process.env['STRICT_PORT'] === '1');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
