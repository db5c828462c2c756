import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleParts } from '../../src/base/invisible-characters.ts';

const shown = (text: string): string =>
  visibleParts(text)
    .map(({ text: part, isMark }) => (isMark ? `[${part}]` : part))
    .join('');

describe('invisible characters', () => {
  it('are shown by their codes', () => {
    expect(shown('an\u200Bna\u202Egpj.exe')).toBe('an[U+200B]na[U+202E]gpj.exe');
    expect(shown('a\nb\t\u00A0\uFEFF')).toBe('a[U+000A]b[U+0009][U+00A0][U+FEFF]');
    expect(shown('\u{E0041}')).toBe('[U+E0041]');
    expect(shown("=cmd|'/c calc'!A1 王伟 é <b>")).toBe("=cmd|'/c calc'!A1 王伟 é <b>");
  });

  it('leave nothing of a text out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const back = visibleParts(text).map(({ text: part, isMark }) =>
          isMark ? String.fromCodePoint(parseInt(part.slice(2), 16)) : part,
        );
        expect(back.join('')).toBe(text);
      }),
      { numRuns: 50 },
    );
  });
});
