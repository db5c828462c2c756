// The page at /auth/, to which the sign-in page sends people back: one file with its script in it,
// allowed by its hash, and nothing of the app around it. It is no page of SvelteKit's, so that neither
// the app's start nor its offline copy stands between a sign-in and its answer.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const ENTRY = 'src/signin/redirect-page.ts';
const FOLDER = 'auth';

/**
 * @param {string} script the element that runs the script
 * @param {string} scriptSource what the policy allows as a script
 */
function html(script, scriptSource) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta
      http-equiv="content-security-policy"
      content="default-src 'none'; script-src ${scriptSource}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    />
    <meta name="robots" content="noindex" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Seatwise</title>
  </head>
  <body>
    <p><a href="/">Seatwise</a></p>
    ${script}
  </body>
</html>
`;
}

/** @returns {Promise<string>} the script of the page, bundled */
async function bundle() {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: ENTRY, output: { format: 'iife' } },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunks = output !== undefined && 'output' in output ? output.output : [];
  const [chunk] = chunks;
  if (chunks.length !== 1 || chunk?.type !== 'chunk') throw new Error(`${ENTRY}: not one script`);
  // an end tag inside the script would end it
  return chunk.code.trim().replaceAll('</script', '<\\/script');
}

/**
 * Adapter wrapper: puts the page into the built site.
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @param {string} [dir]
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function withRedirectPage(adapter, dir = 'build') {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      const code = await bundle();
      const hash = createHash('sha256').update(code).digest('base64');
      mkdirSync(join(dir, FOLDER), { recursive: true });
      writeFileSync(
        join(dir, FOLDER, 'index.html'),
        html(`<script>${code}</script>`, `'sha256-${hash}'`),
      );
    },
  };
}

/**
 * Vite plugin: the same page in development, its script served as it is.
 * @returns {import('vite').Plugin}
 */
export function redirectPage() {
  return {
    name: 'seatwise-redirect-page',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use(`/${FOLDER}/`, (_request, response) => {
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.end(html(`<script type="module" src="/${ENTRY}"></script>`, `'self'`));
      });
    },
  };
}
