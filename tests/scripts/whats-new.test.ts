import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { locales } from '#messages/locale.ts';

it('says as many things in each language, and no more than a prompt has room for', () => {
  const news = JSON.parse(readFileSync('static/whats-new.json', 'utf8')) as Record<
    string,
    string[]
  >;
  expect(Object.keys(news)).toEqual([...locales]);
  const counts = Object.values(news).map((lines) => lines.length);
  expect(new Set(counts).size).toBe(1);
  expect(counts[0]).toBeLessThanOrEqual(4);
});
