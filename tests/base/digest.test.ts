import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Digest } from '#base/digest.ts';

const digestOf = (items: readonly (number | string)[]): string => {
  const digest = new Digest();
  for (const item of items) {
    if (typeof item === 'number') digest.number(item);
    else digest.text(item);
  }
  return digest.toString();
};

const item = fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.string());

describe('a digest', () => {
  it('is the same for equal sequences, and another one for others', () => {
    fc.assert(
      fc.property(fc.array(item), fc.array(item), (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(digestOf(one)).toBe(digestOf([...one]));
        expect(digestOf(one) === digestOf(other)).toBe(isSame);
      }),
    );
  });

  it('tells apart what differs in one number, in order and in where a text ends', () => {
    const many = Array.from({ length: 5000 }, (_, i) => digestOf([7, i, 7]));
    const order = [digestOf([1, 2]), digestOf([2, 1]), digestOf([1, 2, 0]), digestOf([0, 1, 2])];
    const ends = [digestOf(['ab', 'c']), digestOf(['a', 'bc']), digestOf(['abc'])];
    const all = [...many, ...order, ...ends];
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((one) => /^[0-9a-f]{16}$/.test(one))).toBe(true);
    // also in each half: neither stands still
    expect(new Set(many.map((one) => one.slice(0, 8))).size).toBeGreaterThan(4990);
    expect(new Set(many.map((one) => one.slice(8))).size).toBeGreaterThan(4990);
  });
});
