import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadBytes, StrictDecoder } from '../../src/csv/text-decoder.ts';

/** The bytes cut into pieces of the given sizes, in turn. */
function* cut(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length]!;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

function decode(bytes: Uint8Array, sizes: readonly number[]): string {
  const decoder = new StrictDecoder();
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

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

describe('StrictDecoder', () => {
  it('gives the same text wherever it is cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), sizes, (text, at) => {
        const plain = text.replace(/^\uFEFF/, '');
        expect(decode(new TextEncoder().encode(plain), at)).toBe(plain);
        expect(decode(new TextEncoder().encode(`\uFEFF${plain}`), at)).toBe(plain);
        expect(decode(utf16(`\uFEFF${plain}`, true), at)).toBe(plain);
        expect(decode(utf16(`\uFEFF${plain}`, false), at)).toBe(plain);
      }),
      { numRuns: 300 },
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
      { numRuns: 300 },
    );
  });

  it('refuses a file that ends within a character', () => {
    expect(decode(new Uint8Array([0x61, 0x62, 0x63, 0xe4, 0xb8]), [2])).toBe('abc!');
  });
});
