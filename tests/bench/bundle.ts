import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Writes a site with an empty page and the worker, made of the app's own modules, into a folder.
 * The headers isolate the page: only then the browser weighs its memory and has a fine clock.
 */
export async function writeSite(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      // as the app is built, but with the names that profiles show
      minify: true,
      sourcemap: 'hidden',
      rolldownOptions: { output: { minify: { mangle: false } } },
      target: 'esnext',
      lib: {
        entry: join(import.meta.dirname, 'bench.worker.ts'),
        formats: ['es'],
        fileName: () => 'bench.worker.js',
      },
    },
  });
  const sqlite = join(ROOT, 'node_modules/@sqlite.org/sqlite-wasm/sqlite-wasm/jswasm');
  mkdirSync(join(folder, 'sqlite'));
  for (const file of ['sqlite3.mjs', 'sqlite3.wasm']) {
    copyFileSync(join(sqlite, file), join(folder, 'sqlite', file));
  }
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Benchmark</title>');
  writeFileSync(
    join(folder, '_headers'),
    '/*\n  Cross-Origin-Opener-Policy: same-origin\n  Cross-Origin-Embedder-Policy: require-corp\n',
  );
}
