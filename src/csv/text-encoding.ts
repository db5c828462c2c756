import type { MarkedEncoding } from '#base/byte-order-mark.ts';

/** The text encodings that are read, by the names of the WHATWG Encoding Standard. */
export type TextEncoding = MarkedEncoding | 'gb18030' | 'big5' | 'windows-1252';

/** All of them, in the order in which a person is offered them. */
export const textEncodings: readonly TextEncoding[] = [
  ...(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'windows-1252'] as const),
];
