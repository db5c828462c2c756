import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortInSlices } from '#base/sort-in-slices.ts';

/** Wants a rest whenever it is asked. */
function tired() {
  const pace = { rests: 0, due: () => true, rest: async () => void pace.rests++ };
  return pace;
}

it('sorts as a plain sort does, whatever the length, and leaves equal ones as they stand', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 9000 }),
      fc.integer({ min: 1, max: 5000 }),
      fc.integer(),
      async (length, keys, seed) => {
        // far more numbers than a generated array has
        const keyOf = (number: number): number => Math.imul(number ^ seed, 0x9e3779b1) >>> 7;
        const compare = (a: number, b: number): number => (keyOf(a) % keys) - (keyOf(b) % keys);
        const numbers = Array.from({ length }, (_, i) => i);
        const sorted = await sortInSlices(Uint32Array.from(numbers), compare, tired());
        expect([...sorted]).toEqual(numbers.sort(compare));
      },
    ),
  );
});

it('rests again and again while it sorts very many', async () => {
  const pace = tired();
  const numbers = Uint32Array.from({ length: 50_000 }, (_, i) => -i);
  await sortInSlices(numbers, (a, b) => a - b, pace);
  expect(pace.rests).toBeGreaterThan(200);
});
