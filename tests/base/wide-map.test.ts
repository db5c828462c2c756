import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WideMap } from '#base/wide-map.ts';

it('holds what a plain map holds', () => {
  const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', '', 'a@x.com', 'b@x.com', '@'));
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.nat())), key, (entries, other) => {
      const plain = new Map(entries);
      const wide = new WideMap<number>();
      for (const [text, value] of entries) wide.set(text, value);
      expect(wide.size).toBe(plain.size);
      for (const text of [...plain.keys(), other]) expect(wide.get(text)).toBe(plain.get(text));
    }),
  );
});
