import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowRange } from '#routes/customers/[id]/people/row-range.ts';

const pageWithTwo = fc
  .uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 100 })
  .chain((order) =>
    fc.tuple(fc.constant(order), fc.constantFrom(...order), fc.constantFrom(...order)),
  );

it('takes everything between the two rows, wherever they stand, in the order of the page', () => {
  fc.assert(
    fc.property(pageWithTwo, ([order, anchor, target]) => {
      const range = rowRange(order, anchor, target);
      const ends = [order.indexOf(anchor), order.indexOf(target)];
      const between = order.filter((_, at) => at >= Math.min(...ends) && at <= Math.max(...ends));
      expect(range).toEqual(between);
    }),
  );
});

it('takes only the pressed row after a turn of the page, or where nothing was pressed before', () => {
  expect(rowRange([4, 9, 2], null, 9)).toEqual([9]);
  expect(rowRange([4, 9, 2], 77, 2)).toEqual([2]);
});
