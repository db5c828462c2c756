import { expect, it } from 'vitest';
import { Formats } from '../../src/routes/formats.ts';

const at = (day: number, hour: number): number => new Date(2026, 10, day, hour, 5).getTime();

it.each([
  ['en', '09:05', '13 Nov 2026, 09:05'],
  ['zh-Hans', '09:05', '2026年11月13日 09:05'],
  ['zh-Hant', '09:05', '2026年11月13日 09:05'],
] as const)(
  'a moment beside another says its day only where that is another, %s',
  (locale, same, other) => {
    const formats = new Formats(locale);
    expect(formats.dateTimeBeside(at(12, 8), at(12, 9))).toBe(same);
    expect(formats.dateTimeBeside(at(12, 8), at(13, 9))).toBe(other);
  },
);
