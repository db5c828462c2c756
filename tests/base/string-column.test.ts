import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packStrings, unpackStrings } from '#base/string-column.ts';

const text = fc.string({
  unit: fc.constantFrom('a', 'ß', '中', '𠀀', '👩‍💻', '\uFEFF', '', '\n', 'é'),
});

describe('a string column', () => {
  it('gives back every string', () => {
    fc.assert(
      fc.property(fc.array(text), (values) => {
        expect(unpackStrings(packStrings(values))).toEqual(values);
      }),
    );
  });

  it('holds strings longer than its first guess', () => {
    const values = ['', '𠀀'.repeat(1000), 'b'];
    expect(unpackStrings(packStrings(values))).toEqual(values);
  });

  it('turns a lone surrogate into U+FFFD and spoils no neighbour', () => {
    const column = packStrings(['a\uD800', 'b']);
    expect(unpackStrings(column)).toEqual(['a\uFFFD', 'b']);
  });

  it('makes no pair of halves that stand in two strings', () => {
    const column = packStrings(['é', 'a\uD83D', '\uDE00b', '𠀀']);
    expect(unpackStrings(column)).toEqual(['é', 'a\uFFFD', '\uFFFDb', '𠀀']);
  });
});
