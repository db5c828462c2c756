import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PairNumbers } from '#base/pair-numbers.ts';

const small = fc.nat(40);
const large = fc.nat(2 ** 32 - 1);

it('numbers pairs from 1 in the order of their first appearance', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(small, large), small), { maxLength: 2000 }), (pairs) => {
      const numbers = new PairNumbers();
      const known = new Map<string, number>();
      for (const [first, second] of pairs) {
        const key = `${first} ${second}`;
        if (!known.has(key)) known.set(key, known.size + 1);
        expect(numbers.number(first, second)).toBe(known.get(key));
      }
      expect(numbers.size).toBe(known.size);
    }),
    { numRuns: 50 },
  );
});

it('ends equal sequences, and only them, at the same number', () => {
  const numbers = new PairNumbers();
  const end = (sequence: readonly number[]): number =>
    sequence.reduce((number, item) => numbers.number(number, item), 0);
  const anySequence = fc.array(fc.nat(3), { maxLength: 6 });
  fc.assert(
    fc.property(anySequence, anySequence, (a, b) => {
      expect(end(a) === end(b)).toBe(a.join() === b.join());
    }),
  );
});
