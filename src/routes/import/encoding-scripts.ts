import type { TextEncoding } from '#csv/text-encoding.ts';
import type { Messages } from '#messages/messages.ts';

/** What each encoding that is read was made for, in the order in which they are offered. */
const scripts: Readonly<Record<TextEncoding, keyof Messages['fileForms']['scripts']>> = {
  'utf-8': 'unicode',
  'utf-16le': 'unicode',
  'utf-16be': 'unicode',
  gb18030: 'simplifiedChinese',
  big5: 'traditionalChinese',
  'windows-1252': 'western',
  shift_jis: 'japanese',
  'euc-jp': 'japanese',
  'euc-kr': 'korean',
  'windows-1250': 'central',
  'iso-8859-2': 'central',
  'windows-1251': 'cyrillic',
  'koi8-r': 'cyrillic',
  'windows-1253': 'greek',
  'windows-1254': 'turkish',
  'windows-1255': 'hebrew',
  'windows-1256': 'arabic',
  'windows-1257': 'baltic',
  'windows-1258': 'vietnamese',
  'windows-874': 'thai',
};

/** Every encoding that a person may choose. */
export const offeredEncodings = Object.keys(scripts) as readonly TextEncoding[];

/** An encoding by its technical name and what it was made for. */
export const encodingText = (encoding: TextEncoding, m: Messages['fileForms']): string =>
  m.option(encoding.toUpperCase(), m.scripts[scripts[encoding]]);
