import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sharesOf } from '#ui/shares.ts';

it('draws all of a bar, and of what is there at least something', () => {
  const values = fc.array(fc.oneof(fc.nat(3), fc.nat(1_000_000)), { maxLength: 6 });
  fc.assert(
    fc.property(values, (all) => {
      const shares = sharesOf(all);
      const sum = shares.reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(all.some((value) => value > 0) ? 100 : 0);
      shares.forEach((share, i) => {
        if (all[i] === 0) expect(share).toBe(0);
        else expect(share).toBeGreaterThanOrEqual(3 - 1e-9);
      });
    }),
  );
});

it('draws to scale where everything can be seen', () => {
  expect(sharesOf([5, 0, 15])).toEqual([25, 0, 75]);
});
