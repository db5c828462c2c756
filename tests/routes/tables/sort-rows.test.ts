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
