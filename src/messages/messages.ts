import type { en } from './en.ts';
import type { Locale } from './locale.ts';

/**
 * Everything the product says. English gives the shape: the registries `zh-Hans.ts` and
 * `zh-Hant.ts` are declared as `Messages`, so a missing or misnamed message does not compile.
 *
 * A topic is one file per language (`en/words.ts`), a plain object of texts and of functions that
 * return texts; it is listed once in the registry of its language.
 */
export type Messages = typeof en;

const loaders: Readonly<Record<Locale, () => Promise<Messages>>> = {
  en: async () => (await import('./en.ts')).en,
  'zh-Hans': async () => (await import('./zh-Hans.ts')).zhHans,
  'zh-Hant': async () => (await import('./zh-Hant.ts')).zhHant,
};

/** The texts of a language; only the languages in use are fetched. */
export function loadMessages(locale: Locale): Promise<Messages> {
  return loaders[locale]();
}
