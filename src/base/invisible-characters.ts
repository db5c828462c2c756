/** A part of a text: as it is, or one character that would not be seen, as `U+202E`. */
export interface TextPart {
  readonly text: string;
  readonly isMark: boolean;
}

/**
 * Characters that show nothing or turn the text around them: controls, soft hyphen, fillers, zero-width
 * and bidirectional marks, blanks that are none of the space bar, variation selectors, tags. Source:
 * Unicode, General_Category Cc and Cf, Default_Ignorable_Code_Point, and Zs without U+0020 and U+3000.
 */
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u00A0\u1680\u2000-\u200A\u202F\u205F]/u;

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The text in parts, what cannot be seen in it as marks; put together it is as long as it was read. */
export function visibleParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let plain = '';
  for (const character of text) {
    if (!INVISIBLE.test(character)) {
      plain += character;
      continue;
    }
    if (plain !== '') parts.push({ text: plain, isMark: false });
    plain = '';
    parts.push({ text: codeOf(character), isMark: true });
  }
  if (plain !== '') parts.push({ text: plain, isMark: false });
  return parts;
}
