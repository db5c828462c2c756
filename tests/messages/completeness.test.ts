import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en.ts';
import { everythingIn, languages, speak } from './texts.ts';

const english = everythingIn(en);

describe.each(Object.entries(languages))('the texts in %s', (_locale, messages) => {
  const all = everythingIn(messages);

  it('are the same messages as in English, no more and no fewer', () => {
    const paths = (list: typeof all): string[] => list.map(({ path }) => path).sort();
    expect(paths(all)).toEqual(paths(english));
  });

  it('take as many arguments as the English ones', () => {
    const counts = (list: typeof all): Map<string, number> =>
      new Map(list.map(({ path, value }) => [path, typeof value === 'string' ? -1 : value.length]));
    expect(counts(all)).toEqual(counts(english));
  });

  it('say something, and nothing broken', () => {
    const broken = /\b(undefined|NaN|null)\b|\[object|^\s*$/;
    const spoken = all.map(speak);
    expect(spoken.filter(({ text }) => broken.test(text))).toEqual([]);
  });

  it('have no stray spaces', () => {
    const joins = new Set(['words.listSeparator']);
    const stray = all.map(speak).filter(({ text }) => /^\s|\s$| {2}/.test(text));
    expect(stray.filter(({ path }) => !joins.has(path))).toEqual([]);
  });

  it('mention what the English ones mention', () => {
    const expected = new Map(english.map(speak).map((one) => [one.path, one.mentions]));
    const differing = all
      .map(speak)
      .filter(({ path, mentions }) => String(mentions) !== String(expected.get(path)));
    expect(differing).toEqual([]);
  });
});
