import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadBytes, StrictDecoder } from '../../src/csv/text-decoder.ts';
import type { TextEncoding } from '../../src/csv/text-encoding.ts';
import { runs } from '../runs.ts';
import { bytesIn, charactersOf, utf16Bytes } from './legacy-bytes.ts';

/** The bytes cut into pieces of the given sizes, in turn. */
function* cut(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]!;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

function decode(
  bytes: Uint8Array,
  sizes: readonly number[],
  encoding: TextEncoding | null = null,
): string {
  const decoder = new StrictDecoder(encoding);
  let text = '';
  try {
    for (const piece of cut(bytes, sizes)) text += decoder.push(piece);
    return text + decoder.end();
  } catch (error) {
    if (error instanceof BadBytes) return `${text}${error.before}!`;
    throw error;
  }
}

const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });

describe('StrictDecoder', () => {
  it('gives the same text wherever it is cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), sizes, (text, at) => {
        const plain = text.replace(/^\uFEFF/, '');
        expect(decode(new TextEncoder().encode(plain), at)).toBe(plain);
        expect(decode(new TextEncoder().encode(`\uFEFF${plain}`), at)).toBe(plain);
        expect(decode(utf16Bytes(`\uFEFF${plain}`, true), at)).toBe(plain);
        expect(decode(utf16Bytes(`\uFEFF${plain}`, false), at)).toBe(plain);
      }),
      { numRuns: runs({ quick: 80, all: 300 }) },
    );
  });

  it('gives all that stands before bytes that are not UTF-8, and nothing for them', () => {
    const valid = fc.string({ unit: 'binary' }).filter((text) => !text.startsWith('\uFEFF'));
    const bad = fc.constantFrom([0xff], [0xc3, 0x28], [0xe4, 0xb8, 0x41], [0xed, 0xa0, 0x80]);
    fc.assert(
      fc.property(valid, bad, fc.string(), sizes, (before, bytes, after, at) => {
        fc.pre(before.length > 0);
        const file = Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
        expect(decode(new Uint8Array(file), at)).toBe(`${before}!`);
      }),
      { numRuns: runs({ quick: 80, all: 300 }) },
    );
  });

  it.each([
    ['gb18030', 0xb0],
    ['big5', 0xb0],
    ['euc-kr', 0xb0],
    ['euc-jp', 0xb0],
    ['shift_jis', 0x89],
  ] as const)('reads %s wherever it is cut', (encoding, lead) => {
    const write = bytesIn(encoding);
    const unit = fc.constantFrom('a', '0', ',', '\n', ...charactersOf(encoding, lead, lead + 13));
    fc.assert(
      fc.property(fc.string({ unit }), sizes, (text, at) => {
        expect(decode(write(text), at, encoding)).toBe(text);
      }),
    );
  });

  it('reads four bytes that are one character of GB18030, and refuses half of them', () => {
    const bytes = new Uint8Array([0x61, 0x81, 0x30, 0x84, 0x36, 0x62]);
    const text = new TextDecoder('gb18030').decode(bytes);
    expect(text).toHaveLength(3);
    for (const size of [1, 2, 3, 4]) expect(decode(bytes, [size], 'gb18030')).toBe(text);
    expect(decode(bytes.subarray(0, 4), [2], 'gb18030')).toBe('a!');
  });

  it('reads three bytes that are one character of EUC-JP', () => {
    const bytes = new Uint8Array([0x61, 0x8f, 0xb0, 0xa1, 0xa4, 0xa2, 0x8e, 0xb1]);
    for (const size of [1, 2, 3, 4, 8]) expect(decode(bytes, [size], 'euc-jp')).toBe('a丂あｱ');
  });

  it('reads UTF-16 without a mark where it is told to, and takes a mark off', () => {
    for (const littleEndian of [true, false]) {
      const encoding = littleEndian ? 'utf-16le' : 'utf-16be';
      for (const mark of ['', '\uFEFF']) {
        expect(decode(utf16Bytes(`${mark}王,😀`, littleEndian), [3], encoding)).toBe('王,😀');
      }
    }
  });

  it('takes no mark of another encoding for one', () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0x61]);
    expect(decode(bytes, [1], 'windows-1252')).toBe('ÿþa');
  });

  it('refuses a file that ends within a character', () => {
    expect(decode(new Uint8Array([0x61, 0x62, 0x63, 0xe4, 0xb8]), [2])).toBe('abc!');
  });
});
