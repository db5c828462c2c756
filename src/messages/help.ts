import type { help } from './en/help.ts';
import type { Locale } from './locale.ts';

/** What the help page says; apart from `Messages`, since no other page needs it. */
export type Help = typeof help;

/** A picture of the app. */
export type PictureName = keyof Help['job']['pictures'];

const loaders: Readonly<Record<Locale, () => Promise<Help>>> = {
  en: async () => (await import('./en/help.ts')).help,
  'zh-Hans': async () => (await import('./zh-Hans/help.ts')).help,
  'zh-Hant': async () => (await import('./zh-Hant/help.ts')).help,
};

/** The help of a language. */
export const loadHelp = (locale: Locale): Promise<Help> => loaders[locale]();
