import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  moveColumn,
  printColumns,
  readColumns,
  showColumn,
  userColumns,
} from '#routes/user-columns.ts';

const column = fc.constantFrom(...userColumns);
const columns = fc
  .tuple(
    fc.shuffledSubarray([...userColumns], { minLength: userColumns.length }),
    fc.subarray([...userColumns]),
  )
  .map(([order, shown]) => order.map((one) => ({ column: one, isShown: shown.includes(one) })));

it('columns are read again as they were kept', () => {
  fc.assert(
    fc.property(columns, (all) => {
      expect(readColumns(printColumns(all))).toEqual(all);
    }),
  );
});

it('whatever was kept, every column stands there once', () => {
  const words = fc.constantFrom(...userColumns, '-licenses', '-department', 'shoe', '', '--', '-');
  fc.assert(
    fc.property(fc.option(fc.array(words)), (text) => {
      const names = readColumns(text === null ? null : text.join(' ')).map((one) => one.column);
      expect(names.toSorted()).toEqual(userColumns.toSorted());
    }),
  );
  expect(readColumns(null).filter(({ isShown }) => !isShown)).toEqual([
    { column: 'department', isShown: false },
    { column: 'planned', isShown: false },
  ]);
  // kept before there was an order: those that are not named are hidden
  expect(printColumns(readColumns('userPrincipalName licenses'))).toBe(
    'userPrincipalName licenses -department -usageLocation -planned',
  );
});

it('a column that moves changes places with its neighbour, and back again', () => {
  fc.assert(
    fc.property(columns, column, fc.constantFrom(1, -1), (all, one, by) => {
      const moved = moveColumn(all, one, by);
      const place = (list: typeof moved) => list.findIndex((other) => other.column === one);
      const isAtEnd = all[place(all) + by] === undefined;
      expect(place(moved)).toBe(isAtEnd ? place(all) : place(all) + by);
      expect(moved.toSorted((a, b) => (a.column < b.column ? -1 : 1))).toEqual(
        all.toSorted((a, b) => (a.column < b.column ? -1 : 1)),
      );
      if (!isAtEnd) expect(moveColumn(moved, one, by === 1 ? -1 : 1)).toEqual(all);
    }),
  );
});

it('a column that is shown or hidden keeps its place', () => {
  fc.assert(
    fc.property(columns, column, fc.boolean(), (all, one, isShown) => {
      const shown = showColumn(all, one, isShown);
      expect(shown.map((other) => other.column)).toEqual(all.map((other) => other.column));
      for (const [place, other] of shown.entries()) {
        expect(other.isShown).toBe(other.column === one ? isShown : all[place]?.isShown);
      }
    }),
  );
});
