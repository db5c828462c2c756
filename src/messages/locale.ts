/** The languages of the product, as BCP 47 tags. */
export const locales = ['en', 'zh-Hans', 'zh-Hant'] as const;
export type Locale = (typeof locales)[number];

/** Each language in its own words, for the language menu. */
export const localeNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
};

/** A remembered tag as a language of the product, or null where it is none. */
export function knownLocale(tag: string | null): Locale | null {
  return locales.find((locale) => locale === tag) ?? null;
}

/**
 * The first language of the product among those a browser asks for (`navigator.languages`).
 * Chinese is told apart by script, which the region gives where the tag does not: zh-CN and zh-SG
 * read Simplified, zh-TW, zh-HK and zh-MO Traditional. English where nothing fits.
 */
export function preferredLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const found = localeOf(tag);
    if (found !== null) return found;
  }
  return 'en';
}

function localeOf(tag: string): Locale | null {
  let parts: Intl.Locale;
  try {
    parts = new Intl.Locale(tag).maximize();
  } catch {
    // some systems say "C", which is no language tag
    return null;
  }
  if (parts.language === 'zh') return parts.script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
  return parts.language === 'en' ? 'en' : null;
}
