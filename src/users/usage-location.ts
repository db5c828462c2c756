/**
 * A usage location in a column of 16-bit numbers: 0 = no source said (unknown), 1 = the user has none,
 * else the two letters of the country code.
 */
export type LocationCode = number;

export const LOCATION_UNKNOWN: LocationCode = 0;
export const LOCATION_NONE: LocationCode = 1;

/** The capital that a code unit is, or is the small letter of; 0 for what is no letter from A to Z. */
function capital(unit: number): number {
  const upper = unit & ~0x20;
  return upper >= 0x41 && upper <= 0x5a && unit < 0x80 ? upper : 0;
}

/** The code for a country's two letters; null when the text is not two letters (domain: `^[a-zA-Z]{2}$`). */
export function readLocation(text: string): LocationCode | null {
  if (text.length !== 2) return null;
  const [first, second] = [capital(text.charCodeAt(0)), capital(text.charCodeAt(1))];
  return first === 0 || second === 0 ? null : (first << 8) | second;
}

/** The two letters, or null when the user has none or it is unknown. */
export const locationLetters = (code: LocationCode): string | null =>
  code > 255 ? String.fromCharCode(code >> 8, code & 255) : null;
