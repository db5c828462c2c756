import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Sequences } from '#base/sequences.ts';

const item = fc.oneof(fc.nat(3), fc.nat(2 ** 32 - 1));
const sequence = fc.array(item, { maxLength: 5 });

it('numbers sequences from 0 in the order of their first appearance, and keeps what is in them', () => {
  fc.assert(
    fc.property(fc.array(sequence, { maxLength: 400 }), (some) => {
      const sequences = new Sequences();
      const known = new Map<string, number>();
      for (const items of some) {
        const key = items.join();
        if (!known.has(key)) known.set(key, known.size);
        expect(sequences.number(items)).toBe(known.get(key));
      }
      expect(sequences.size).toBe(known.size);
      const { starts, contents } = sequences.columns();
      const kept = [...known.values()].map((n) => contents.subarray(starts[n], starts[n + 1]));
      expect(kept.map((items) => items.join())).toEqual([...known.keys()]);
    }),
    { numRuns: 50 },
  );
});
