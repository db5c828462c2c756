import { expect, it } from 'vitest';
import { withLinks } from '../../scripts/first-screen.js';

const node = (number: number, imports: readonly string[]): object => ({
  [`.svelte-kit/generated/client-optimized/nodes/${String(number)}.js`]: {
    file: `nodes/${String(number)}.js`,
    name: `nodes/${String(number)}`,
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

const icons = { 'src/ui/late-icons.ts': { file: 'icons.js' } };

const choosing = {
  '_choosing.js': { file: 'choosing.js', name: 'import', css: ['choosing.css'] },
  ...node(6, ['_first.js', '_choosing.js']),
  ...node(7, ['_first.js', '_choosing.js']),
};

const page = `<script>own</script>
<link href="/first.js" rel="modulepreload">
<link href="/nodes/0.js" rel="modulepreload">`;

it('asks at once for the screens that need no other file, and names what else is picked from', () => {
  const manifest = {
    '_first.js': { file: 'first.js' },
    ...node(0, ['_first.js']),
    ...node(4, ['_first.js']),
    ...node(5, ['_first.js', '_more.js']),
    '_more.js': { file: 'more.js' },
    ...choosing,
    ...icons,
    ...texts,
  };
  const [before = '', after = ''] = withLinks(page, manifest, '6').split('<script>');
  expect(after).toBe(page.slice('<script>'.length));
  expect(before.match(/href="[^"]+" rel="modulepreload"/g)).toEqual([
    'href="/nodes/4.js" rel="modulepreload"',
  ]);
  expect(before.match(/href="[^"]+" class="import"/g)).toEqual([
    'href="/choosing.js" class="import"',
    'href="/choosing.css" class="import"',
    'href="/nodes/6.js" class="import"',
  ]);
  expect(before).toContain('<link href="/icons.js" class="other">');
  expect(before).toContain('<link href="/zh-Hans-first.js" class="first other" lang="zh-Hans">');
  expect(before).toContain('<link href="/zh-Hant.js" class="other" lang="zh-Hant">');
});

it.each([
  ['the texts', { ...choosing, ...icons }],
  ['what files are chosen with', { ...icons, ...texts }],
  ['the icons', { ...choosing, ...texts }],
])('stops a build in which %s stand elsewhere', (_, others) => {
  const manifest = { '_first.js': { file: 'first.js' }, ...node(4, ['_first.js']) };
  expect(() => withLinks(page, { ...manifest, ...others }, '6')).toThrow();
});
