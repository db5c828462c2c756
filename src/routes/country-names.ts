import { countryCodes } from '#users/countries.ts';
import type { LocaleTag } from '#worker/scope-types.ts';

export interface Country {
  readonly letters: string;
  readonly name: string;
}

/** The name of a country by its two letters, in the reader's language; the letters where there is none. */
export function countryName(letters: string, locale: LocaleTag): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(letters) ?? letters;
}

/** Every country, by name as the language orders them. */
export function countries(
  locale: LocaleTag,
  compare: (a: string, b: string) => number,
): readonly Country[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return countryCodes
    .map((letters) => ({ letters, name: names.of(letters) ?? letters }))
    .sort((a, b) => compare(a.name, b.name));
}
