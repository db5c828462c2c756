import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageOf } from '#base/page.ts';

const asked = fc.record({ page: fc.nat(8), pageSize: fc.constantFrom(1, 3, 25) });

it('shows every row on exactly one page, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.constantFrom(1, 3, 25), (list, pageSize) => {
      const pages = Math.ceil(list.length / pageSize);
      const shown = Array.from({ length: pages }, (_, page) => pageOf(list, { page, pageSize }));
      expect(shown.flatMap((one) => one.shown)).toEqual(list);
      expect(shown.map(({ page }) => page)).toEqual(shown.map((_, page) => page));
    }),
  );
});

it('shows the last page where the asked one is past the end, so that no page is empty while there are rows', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1 }), asked, (list, ask) => {
      const { shown, total, page } = pageOf(list, ask);
      expect(total).toBe(list.length);
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.length).toBeLessThanOrEqual(ask.pageSize);
      if (page !== ask.page) expect((page + 1) * ask.pageSize).toBeGreaterThanOrEqual(total);
    }),
  );
});

it('of nothing, is the empty first page', () => {
  expect(pageOf([], { page: 3, pageSize: 25 })).toEqual({ shown: [], total: 0, page: 0 });
});
