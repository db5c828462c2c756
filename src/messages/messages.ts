import type { en } from './en.ts';
import type { enFirst } from './en-first.ts';
import type { Locale } from './locale.ts';

/**
 * Everything the product says. English gives the shape: the registries `zh-Hans.ts` and
 * `zh-Hant.ts` are declared as `Messages`, so a missing or misnamed message does not compile.
 *
 * A topic is one file per language (`en/words.ts`), a plain object of texts and of functions that
 * return texts; it is listed once in the registry of its language.
 */
export type Messages = typeof en;

/** The part of it that the first screen, and the frame of every screen, do with. */
export type FirstMessages = typeof enFirst;

const loaders: Readonly<Record<Locale, () => Promise<Messages>>> = {
  en: async () => (await import('./en.ts')).en,
  'zh-Hans': async () => (await import('./zh-Hans.ts')).zhHans,
  'zh-Hant': async () => (await import('./zh-Hant.ts')).zhHant,
};

/** The texts of a language; only the languages in use are fetched. */
export function loadMessages(locale: Locale): Promise<Messages> {
  return loaders[locale]();
}

const firstLoaders: Readonly<Record<Locale, () => Promise<FirstMessages>>> = {
  en: async () => (await import('./en-first.ts')).enFirst,
  'zh-Hans': async () => (await import('./zh-Hans-first.ts')).zhHansFirst,
  'zh-Hant': async () => (await import('./zh-Hant-first.ts')).zhHantFirst,
};

/** The texts of the first screen in a language. */
export const loadFirstMessages = (locale: Locale): Promise<FirstMessages> => firstLoaders[locale]();

/** True where these are the texts of every screen. */
export const isWhole = (messages: FirstMessages): messages is Messages => 'manage' in messages;
