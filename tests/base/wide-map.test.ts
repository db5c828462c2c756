import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WideMap } from '#base/wide-map.ts';

it('holds what a plain map holds', () => {
  // two names whose hashes are the same
  const twins = fc.constantFrom('user174887@x.com', 'user508800@x.com');
  const key = fc.oneof(
    twins,
    fc.string(),
    fc.constantFrom('__proto__', '', 'a@x.com', 'b@x.com', '@'),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.nat()), { maxLength: 90 }), key, (entries, other) => {
      const plain = new Map(entries);
      const wide = new WideMap<number>();
      for (const [text, value] of entries) wide.set(text, value);
      expect(wide.size).toBe(plain.size);
      const had = plain.get(other);
      expect(wide.getOrSet(other, 7)).toBe(had ?? 7);
      plain.set(other, had ?? 7);
      for (const text of [...plain.keys(), `${other}+`])
        expect(wide.get(text)).toBe(plain.get(text));
    }),
  );
});

it('finds every text again, however many there are', () => {
  const texts = Array.from({ length: 1_000 }, (_, i) => `user${i}@contoso.com`);
  const wide = new WideMap<number>();
  texts.forEach((text, i) => wide.set(text, i));
  expect(texts.map((text) => wide.get(text))).toEqual(texts.map((_, i) => i));
});
