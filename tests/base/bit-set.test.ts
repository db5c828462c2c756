import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitSet } from '#base/bit-set.ts';

const member = fc.nat(200);
const edits = fc.array(fc.record({ member, isAdded: fc.boolean() }), { maxLength: 60 });
const ascending = (set: Set<number>): number[] => [...set].sort((a, b) => a - b);

describe('a bit set', () => {
  it('behaves as a set of numbers', () => {
    fc.assert(
      fc.property(edits, member, (some, asked) => {
        const bits = new BitSet();
        const plain = new Set<number>();
        for (const { member: one, isAdded } of some) {
          if (isAdded) {
            bits.add(one);
            plain.add(one);
          } else {
            bits.delete(one);
            plain.delete(one);
          }
        }
        expect(bits.members()).toEqual(ascending(plain));
        expect(bits.count()).toBe(plain.size);
        expect(bits.isEmpty()).toBe(plain.size === 0);
        expect(bits.has(asked)).toBe(plain.has(asked));
      }),
    );
  });

  it('survives storing', () => {
    fc.assert(
      fc.property(fc.array(member), (members) => {
        const bits = BitSet.of(members);
        expect(new BitSet(bits.toWords()).members()).toEqual(bits.members());
      }),
    );
  });

  it('is full with all numbers below its size, and no other', () => {
    fc.assert(
      fc.property(fc.nat(100), (size) => {
        const all = Array.from({ length: size }, (_, i) => i);
        expect(BitSet.full(size).members()).toEqual(all);
      }),
    );
  });

  it('shares nothing with its clone', () => {
    const bits = BitSet.of([1, 31, 32]);
    const clone = bits.clone();
    clone.delete(31);
    clone.add(64);
    expect(bits.members()).toEqual([1, 31, 32]);
    expect(clone.members()).toEqual([1, 32, 64]);
  });
});
