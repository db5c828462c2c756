/** The text encodings that files are told to be in by their bytes. */
export const toldEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'windows-1252',
] as const;

/** Those that a person may choose besides: their bytes tell too little. */
export const otherEncodings = [
  'shift_jis',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'koi8-r',
] as const;

export type ToldEncoding = (typeof toldEncodings)[number];

/** The text encodings that are read, by the names of the WHATWG Encoding Standard. */
export type TextEncoding = ToldEncoding | (typeof otherEncodings)[number];
