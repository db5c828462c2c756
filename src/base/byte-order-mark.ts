/** A text encoding that a file announces by its first bytes; without a mark we take UTF-8. */
export type MarkedEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * The encoding that the first bytes of a file announce, and how many bytes the mark takes
 * (0 when there is none). Source: WHATWG Encoding Standard, "BOM sniff".
 */
export function readByteOrderMark(head: Uint8Array): { encoding: MarkedEncoding; length: number } {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  return { encoding: 'utf-8', length: 0 };
}
