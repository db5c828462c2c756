import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortRows, type SortKey } from '#routes/tables/sort-rows.ts';

const compare = (a: string, b: string): number => new Intl.Collator('en').compare(a, b);
const key = fc.oneof(fc.integer(), fc.constant(null));
const rows = fc.array(key).map((keys) => keys.map((value, index) => ({ value, index })));
const keyOf = ({ value }: { value: SortKey }): SortKey => value;

it('keeps every row, in order, and unknown ones last whichever way it goes', () => {
  fc.assert(
    fc.property(rows, fc.boolean(), (all, descending) => {
      const sorted = sortRows(all, keyOf, descending, compare);
      expect(new Set(sorted)).toEqual(new Set(all));
      const known = sorted.flatMap(({ value }) => (value === null ? [] : [value]));
      expect(known).toEqual(known.toSorted((a, b) => (descending ? b - a : a - b)));
      expect(sorted.slice(known.length).every(({ value }) => value === null)).toBe(true);
    }),
  );
});

it('leaves equal rows in the order they had', () => {
  fc.assert(
    fc.property(rows, fc.boolean(), (all, descending) => {
      const sorted = sortRows(all, keyOf, descending, compare);
      for (const [at, row] of sorted.entries()) {
        const next = sorted[at + 1];
        if (next && next.value === row.value) expect(row.index).toBeLessThan(next.index);
      }
    }),
  );
});

it('orders texts as the language does, not by their codes', () => {
  const names = ['Zürich', 'ápice', 'zebra', 'Adler'];
  expect(sortRows(names, (name) => name, false, compare)).toEqual([
    ...['Adler', 'ápice', 'zebra', 'Zürich'],
  ]);
});

it('compares texts that many rows have as often as if one had them', () => {
  const names = Array.from({ length: 40 }, (_, n) => `Customer ${(n * 7) % 40}`);
  const count = (all: readonly string[]): number => {
    let compared = 0;
    sortRows(
      all,
      (name) => name,
      false,
      (a, b) => (compared++, compare(a, b)),
    );
    return compared;
  };
  expect(count(Array.from({ length: 50 }, () => names).flat())).toBe(count(names));
});

it('leaves rows whose texts the language holds for equal in the order they had', () => {
  const anyCase = (a: string, b: string): number => compare(a.toLowerCase(), b.toLowerCase());
  const all = ['b', 'A', 'a', 'B', 'A'].map((text, index) => ({ text, index }));
  for (const descending of [false, true]) {
    const sorted = sortRows(all, ({ text }) => text, descending, anyCase);
    expect(sorted.map(({ index }) => index)).toEqual(
      descending ? [0, 3, 1, 2, 4] : [1, 2, 4, 0, 3],
    );
  }
});
