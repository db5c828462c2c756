import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { destinations } from '#routes/shell/destinations.ts';
import { languages } from '../../messages/texts.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(resolve(ROOT, path), 'utf8');

type Texts = Readonly<Record<string, string>>;

interface Manifest {
  readonly description: string;
  readonly description_localized: Texts;
  readonly shortcuts: readonly { name: string; name_localized: Texts; url: string }[];
  readonly file_handlers: readonly { accept: Readonly<Record<string, readonly string[]>> }[];
  readonly share_target: { params: { files: readonly { accept: readonly string[] }[] } };
}

const manifest = JSON.parse(read('static/manifest.webmanifest')) as Manifest;

/** The places in which each Chinese is read, as browsers ask for a text. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  'zh-Hans': ['zh-Hans', 'zh-CN', 'zh-SG'],
  'zh-Hant': ['zh-Hant', 'zh-TW', 'zh-HK', 'zh-MO'],
};

/** Tables, and all that Seatwise saves itself but a script: a backup under a passphrase, too. */
const KINDS = ['.csv', '.json', '.seatwise', '.xlsx'];

const endings = (accepted: readonly string[]): string[] =>
  accepted.filter((kind) => kind.startsWith('.')).toSorted();

describe('the installed app', () => {
  it('takes the same kinds of files by a double click, by sharing, and in Import', () => {
    const opened = manifest.file_handlers.flatMap(({ accept }) => Object.values(accept).flat());
    const shared = manifest.share_target.params.files.flatMap(({ accept }) => accept);
    const [, chosen = ''] =
      /accept="([^"]*)"/.exec(read('src/routes/import/FilePicker.svelte')) ?? [];
    expect(endings(opened)).toEqual(KINDS);
    expect(endings(shared)).toEqual(KINDS);
    // a system has programs of its own for texts
    expect(endings(chosen.split(','))).toEqual([...KINDS, '.txt'].toSorted());
  });

  it.each(Object.entries(PLACES))('is described in %s, wherever that is read', (_, places) => {
    const texts = places.map((place) => manifest.description_localized[place]);
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toMatch(/\p{Script=Han}/u);
  });

  it('calls its shortcuts what the navigation calls them', () => {
    const called = (at: string, of: string): string | undefined =>
      destinations(languages[of]!.shell, null, 0).find(({ route }) => route === at)?.label;
    for (const { name, name_localized: names, url } of manifest.shortcuts) {
      const { pathname } = new URL(url, 'https://seatwise.example');
      expect(name).toBe(called(pathname, 'en'));
      for (const [language, places] of Object.entries(PLACES))
        for (const place of places) expect(names[place]).toBe(called(pathname, language));
    }
    expect(manifest.shortcuts).toHaveLength(3);
  });
});
