import { knownLocale } from '#messages/locale.ts';

/** The encoding that files of somebody with this language are likelier in; null for neither. */
export function encodingPrior(locale: string): 'gb18030' | 'big5' | null {
  const known = knownLocale(locale);
  return known === 'zh-Hans' ? 'gb18030' : known === 'zh-Hant' ? 'big5' : null;
}
