import adapter from '@sveltejs/adapter-static';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildVersion } from './scripts/build-version.js';
import { withFirstLinks } from './scripts/first-screen.js';
import { withPrecache } from './scripts/precache.js';
import { withRedirectPage } from './scripts/redirect-page.js';

/** @type {{ version: string }} */
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** What the policy says of the script that stands in the page itself. */
const [, ownScript = ''] =
  /<script>([\s\S]*?)<\/script>/.exec(
    readFileSync(new URL('src/app.html', import.meta.url), 'utf8'),
  ) ?? [];
/** @type {`sha256-${string}`} */
const ownScriptHash = `sha256-${createHash('sha256').update(ownScript).digest('base64')}`;

const graph = 'https://graph.microsoft.com';
const signIn = 'https://login.microsoftonline.com';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: {
    runes: true,
  },
  kit: {
    adapter: withPrecache(withFirstLinks(withRedirectPage(adapter({ fallback: 'index.html' })))),
    paths: { relative: false },
    // registered by the page itself, which also shows the update prompt
    serviceWorker: { register: false },
    // a name of its own, not a time stamp: the same sources give the same build, byte for byte
    version: {
      name:
        process.env['APP_VERSION'] ??
        buildVersion(fileURLToPath(new URL('.', import.meta.url)), version),
    },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self', ownScriptHash],
        'style-src': ['self'],
        // Kit's hidden #svelte-announcer has a style attribute in its template (constant text)
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'data:', 'blob:'],
        'font-src': ['self'],
        'connect-src': ['self', graph, signIn],
        'frame-src': [signIn],
        'worker-src': ['self'],
        'manifest-src': ['self'],
        'base-uri': ['none'],
        'form-action': ['none'],
        'object-src': ['none'],
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'seatwise-url'],
      },
    },
  },
};
