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

/** Packs strings. Lone surrogates become U+FFFD, as UTF-8 cannot carry them. */
export function packStrings(values: readonly string[]): StringColumn {
  const ends = new Uint32Array(values.length);
  let bytes = new Uint8Array(Math.max(64, values.length * 24));
  let used = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? '';
    if (used + value.length * 3 > bytes.length) {
      const grown = new Uint8Array(Math.max(bytes.length * 2, used + value.length * 3));
      grown.set(bytes.subarray(0, used));
      bytes = grown;
    }
    used += encoder.encodeInto(value, bytes.subarray(used)).written;
    ends[i] = used;
  }
  return { bytes: bytes.slice(0, used), ends };
}

/** The string at position `index`; a position outside the column is a bug and throws. */
export function stringAt(column: StringColumn, index: number): string {
  const end = column.ends[index];
  if (end === undefined) throw new RangeError(`no string at ${index}`);
  const start = index === 0 ? 0 : (column.ends[index - 1] ?? 0);
  return decoder.decode(column.bytes.subarray(start, end));
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
