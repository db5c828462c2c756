import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');

interface Manifest {
  readonly file_handlers: readonly { accept: Readonly<Record<string, readonly string[]>> }[];
  readonly share_target: { params: { files: readonly { accept: readonly string[] }[] } };
}

/** Tables, and all that Seatwise saves itself but a script: a backup under a passphrase, too. */
const KINDS = ['.csv', '.json', '.seatwise', '.xlsx'];

const endings = (accepted: readonly string[]): string[] =>
  accepted.filter((kind) => kind.startsWith('.')).toSorted();

it('the same kinds of files are opened with the installed app, shared with it, and chosen in Import', () => {
  const { file_handlers: handlers, share_target: target } = JSON.parse(
    read('static/manifest.webmanifest'),
  ) as Manifest;
  const opened = handlers.flatMap(({ accept }) => Object.values(accept).flat());
  const shared = target.params.files.flatMap(({ accept }) => accept);
  const [, chosen = ''] =
    /accept="([^"]*)"/.exec(read('src/routes/import/FilePicker.svelte')) ?? [];
  expect(endings(opened)).toEqual(KINDS);
  expect(endings(shared)).toEqual(KINDS);
  // a system has programs of its own for texts
  expect(endings(chosen.split(','))).toEqual([...KINDS, '.txt'].toSorted());
});
