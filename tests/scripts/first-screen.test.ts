import { expect, it } from 'vitest';
import { withLinks } from '../../scripts/first-screen.js';

const node = (number: number, imports: readonly string[]): object => ({
  [`.svelte-kit/generated/client-optimized/nodes/${String(number)}.js`]: {
    file: `nodes/${String(number)}.js`,
    imports,
  },
});

const texts = Object.fromEntries(
  ['en', 'zh-Hans', 'zh-Hant'].flatMap((lang) =>
    ['', '-first'].map((part) => [
      `src/messages/${lang}${part}.ts`,
      { file: `${lang}${part}.js`, imports: [] },
    ]),
  ),
);

const page = `<script>own</script>
<link href="/first.js" rel="modulepreload">
<link href="/nodes/0.js" rel="modulepreload">`;

it('asks at once for the screens that need no other file, and names the texts of each language', () => {
  const manifest = {
    '_first.js': { file: 'first.js' },
    ...node(0, ['_first.js']),
    ...node(4, ['_first.js']),
    ...node(5, ['_first.js', '_more.js']),
    '_more.js': { file: 'more.js' },
    ...texts,
  };
  const [before = '', after = ''] = withLinks(page, manifest).split('<script>');
  expect(after).toBe(page.slice('<script>'.length));
  expect(before.match(/href="[^"]+" rel="modulepreload"/g)).toEqual([
    'href="/nodes/4.js" rel="modulepreload"',
  ]);
  expect(before).toContain('<link href="/zh-Hans-first.js" class="texts" lang="zh-Hans">');
  expect(before).toContain('<link href="/zh-Hant.js" class="all texts" lang="zh-Hant">');
});

it('stops a build in which the texts stand elsewhere', () => {
  const manifest = { '_first.js': { file: 'first.js' }, ...node(4, ['_first.js']) };
  expect(() => withLinks(page, manifest)).toThrow();
});
