import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Paging, ROWS_SHOWN } from '#routes/tables/paging.svelte.ts';

const numbered = (count: number): number[] => Array.from({ length: count }, (_, place) => place);

it('shows every row on exactly one page, and never more rows than a page has', () => {
  fc.assert(
    fc.property(fc.nat(700), (count) => {
      const rows = numbered(count);
      const paging = new Paging(() => rows);
      const seen: number[] = [];
      for (let page = 0; page * ROWS_SHOWN < Math.max(1, count); page++) {
        paging.turn(page);
        expect(paging.page).toBe(page);
        expect(paging.shown.length).toBeLessThanOrEqual(ROWS_SHOWN);
        seen.push(...paging.shown);
      }
      expect(seen).toEqual(rows);
      expect(paging.total).toBe(count);
    }),
  );
});

it('turns to the page of a row, and back where the rows have become fewer', () => {
  let rows = $state.raw(numbered(500));
  const paging = new Paging(() => rows);
  paging.turnTo(123);
  expect(paging.shown).toContain(123);
  rows = numbered(60);
  expect(paging.page).toBe(1);
  expect(paging.shown.at(-1)).toBe(59);
  rows = [];
  expect(paging.page).toBe(0);
  expect(paging.shown).toEqual([]);
});
