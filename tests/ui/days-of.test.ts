import { describe, expect, it } from 'vitest';
import { daysOf } from '#ui/days-of.ts';

const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 10, day, hour, minute).getTime();

describe('the days of a time line', () => {
  it('hold what happened on them by the clock on the wall, in the order given', () => {
    const entries = [
      { name: 'a', when: at(30, 0, 5) },
      { name: 'c', when: at(29, 23, 59) },
      { name: 'b', when: at(29, 0) },
      { name: 'd', when: at(28, 9) },
    ];
    const days = daysOf(entries, ({ when }) => when);
    expect(days.map(({ start }) => start)).toEqual([at(30, 0), at(29, 0), at(28, 0)]);
    expect(days.map((day) => day.entries.map(({ name }) => name).join(''))).toEqual([
      ...['a', 'cb', 'd'],
    ]);
    expect(days.flatMap((day) => day.entries)).toEqual(entries);
    expect(daysOf([], () => 0)).toEqual([]);
  });
});
