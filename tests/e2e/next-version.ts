import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A copy of a built folder that is another version of the app: its page says `generator: next`, its
 * service worker knows that page by another revision, and it says what is new. Gives the folder; the caller deletes it.
 */
export async function nextVersion(build: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'seatwise-next-'));
  await cp(build, folder, { recursive: true });
  await change(folder, 'index.html', (text) =>
    text.replace('<head>', '<head><meta name="generator" content="next" />'),
  );
  await change(folder, 'service-worker.js', (text) =>
    text.replace(/("url":"index\.html","revision":")[^"]*/, '$1next'),
  );
  await change(folder, '_app/version.json', () => JSON.stringify({ version: '9.9.9 (next)' }));
  await change(folder, 'whats-new.json', (text) => text.replace('"en": [', '"en": ["It flies.",'));
  return folder;
}

/** The same version on a host that lacks a file of the offline copy. Gives the folder; the caller deletes it. */
export async function lackingVersion(build: string): Promise<string> {
  const folder = await nextVersion(build);
  await rm(join(folder, 'icon-512.png'));
  return folder;
}

/** The same version on a host that has put the kill switch in the place of its service worker. */
export async function killedVersion(build: string): Promise<string> {
  const folder = await nextVersion(build);
  const killSwitch = await readFile('scripts/kill-switch.js', 'utf8');
  await change(folder, 'service-worker.js', () => killSwitch);
  return folder;
}

async function change(folder: string, name: string, to: (text: string) => string): Promise<void> {
  const path = join(folder, name);
  const before = await readFile(path, 'utf8');
  const after = to(before);
  if (after === before) throw new Error(`${name} is not as expected`);
  await writeFile(path, after);
  // the compressed copies are of the old text
  await Promise.all([rm(`${path}.br`, { force: true }), rm(`${path}.gz`, { force: true })]);
}
