import type { LegacyEncoding } from '../../src/csv/writings.ts';

/** A text as bytes of an encoding that no platform writes: looked up in what the platform reads. */
export function bytesIn(encoding: LegacyEncoding): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const known = new Map<string, readonly number[]>();
  const add = (...bytes: readonly number[]): void => {
    try {
      // in a stream: without one Node reads Windows-1252 as Latin 1
      const text = decoder.decode(Uint8Array.from(bytes), { stream: true }) + decoder.decode();
      if (Array.from(text).length === 1 && !known.has(text)) known.set(text, bytes);
    } catch {
      // no character of the encoding
    }
  };
  for (let lead = 0; lead <= 0xff; lead++) add(lead);
  if (/gb|big|euc|shift/.test(encoding)) {
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) add(lead, trail);
    }
  }
  return (text) =>
    Uint8Array.from(
      Array.from(text).flatMap((character) => {
        const bytes = known.get(character);
        if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
        return bytes;
      }),
    );
}

/** The text as UTF-16 without a byte order mark. */
export function utf16Bytes(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

/** All characters of two bytes whose lead byte is in the range. */
export function charactersOf(encoding: LegacyEncoding, from: number, to: number): string[] {
  const characters = new Set<string>();
  for (let lead = from; lead <= to; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (/gb|euc/.test(encoding) && trail < 0xa1) continue;
      const text = new TextDecoder(encoding).decode(Uint8Array.of(lead, trail));
      if (Array.from(text).length === 1 && !text.includes('\uFFFD')) characters.add(text);
    }
  }
  return [...characters];
}
