import { describe, expect, it } from 'vitest';
import { knownLocale, preferredLocale } from '../../src/messages/locale.ts';

describe('the first language', () => {
  it.each([
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['en-GB', 'en'],
  ])('%s reads %s', (tag, locale) => {
    expect(preferredLocale([tag])).toBe(locale);
  });

  it('is the first that the product speaks', () => {
    expect(preferredLocale(['de-AT', 'fr', 'zh-TW', 'en'])).toBe('zh-Hant');
    expect(preferredLocale(['en-US', 'zh-CN'])).toBe('en');
  });

  it('is English where nothing fits, or where a tag is none', () => {
    expect(preferredLocale([])).toBe('en');
    expect(preferredLocale(['de', 'ar'])).toBe('en');
    expect(preferredLocale(['C', '', 'zh-TW'])).toBe('zh-Hant');
  });

  it('remembers only what the product speaks', () => {
    expect(knownLocale('zh-Hant')).toBe('zh-Hant');
    expect(knownLocale('zh-TW')).toBeNull();
    expect(knownLocale('')).toBeNull();
    expect(knownLocale(null)).toBeNull();
  });
});
