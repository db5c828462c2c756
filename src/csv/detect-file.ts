import { readByteOrderMark } from '#base/byte-order-mark.ts';
import { detectEncoding } from './detect-encoding.ts';

/** How many bytes from the start of a file `detectForm` wants. */
export const HEAD_SIZE = 4096;

/**
 * What a file is by its first bytes, whatever its name: JSON, or a text that may be CSV; null for
 * anything else (nothing, a PDF, a workbook, a picture, a web page such as a sign-in page saved as CSV).
 */
export function detectForm(head: Uint8Array): 'json' | 'csv' | null {
  const { encoding } = detectEncoding(head, head.length < HEAD_SIZE);
  const { length } = readByteOrderMark(head);
  const text = new TextDecoder(encoding).decode(head.subarray(length)).trimStart();
  if (text === '' || text.startsWith('<') || text.startsWith('%PDF')) return null;
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008]/.test(text)) return null;
  return text.startsWith('{') || text.startsWith('[') ? 'json' : 'csv';
}
