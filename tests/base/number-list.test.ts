import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NumberList } from '#base/number-list.ts';

it('keeps what was pushed, in order, also what was read in between', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2 ** 32 - 1), { maxLength: 100 }), fc.nat(100), (values, half) => {
      const list = new NumberList();
      for (const value of values.slice(0, half)) list.push(value);
      const early = list.values();
      for (const value of values.slice(half)) list.push(value);
      expect([...list.values()]).toEqual(values);
      expect([...early]).toEqual(values.slice(0, half));
      expect(list.length).toBe(values.length);
    }),
  );
});
