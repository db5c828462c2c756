const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Many strings as one run of UTF-8 bytes; `ends[i]` is where string i stops.
 * A hundred thousand names cost two typed arrays instead of a hundred thousand objects.
 */
export interface StringColumn {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

/** How many bytes of UTF-8 a string has; lone surrogates count as U+FFFD. */
function byteLength(value: string): number {
  let bytes = value.length;
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 ? 1 : 2;
    // both halves of a pair have four bytes together
    if ((unit & 0xfc00) === 0xd800 && (value.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i++;
  }
  return bytes;
}

/** Packs strings. Lone surrogates become U+FFFD, as UTF-8 cannot carry them. */
export function packStrings(values: readonly string[]): StringColumn {
  // one call for all, as a call costs more than encoding a name
  const bytes = encoder.encode(values.join(''));
  const ends = new Uint32Array(values.length);
  let units = 0;
  for (let i = 0; i < values.length; i++) ends[i] = units += values[i]?.length ?? 0;
  if (units === bytes.length) return { bytes, ends };
  let used = 0;
  for (let i = 0; i < values.length; i++) ends[i] = used += byteLength(values[i] ?? '');
  // halves of a pair in two strings became one character when they were joined
  return used === bytes.length
    ? { bytes, ends }
    : packStrings(values.map((one) => one.toWellFormed()));
}

/** All strings, in order. Decodes once and walks the bytes to find where each string ends in UTF-16 units. */
export function unpackStrings(column: StringColumn): string[] {
  const { bytes, ends } = column;
  const text = decoder.decode(bytes);
  const ascii = text.length === bytes.length;
  const values = new Array<string>(ends.length);
  let byte = 0;
  let start = 0;
  let unit = 0;
  for (let i = 0; i < ends.length; i++) {
    const end = ends[i] ?? byte;
    if (ascii) unit = end;
    else {
      for (; byte < end; byte++) {
        const value = bytes[byte] ?? 0;
        // continuation bytes add nothing, a four-byte sequence is a surrogate pair
        if ((value & 0xc0) !== 0x80) unit += value >= 0xf0 ? 2 : 1;
      }
    }
    values[i] = text.slice(start, unit);
    start = unit;
  }
  return values;
}
