/**
 * A usage location in a column of 16-bit numbers: 0 = no source said (unknown), 1 = the user has none,
 * else the two letters of the country code.
 */
export type LocationCode = number;

export const LOCATION_UNKNOWN: LocationCode = 0;
export const LOCATION_NONE: LocationCode = 1;

const TWO_LETTERS = /^[A-Za-z]{2}$/;

/** The code for a country's two letters; null when the text is not two letters (domain: `^[a-zA-Z]{2}$`). */
export function readLocation(text: string): LocationCode | null {
  if (!TWO_LETTERS.test(text)) return null;
  const upper = text.toUpperCase();
  return (upper.charCodeAt(0) << 8) | upper.charCodeAt(1);
}

/** The two letters, or null when the user has none or it is unknown. */
export const locationLetters = (code: LocationCode): string | null =>
  code > 255 ? String.fromCharCode(code >> 8, code & 255) : null;
