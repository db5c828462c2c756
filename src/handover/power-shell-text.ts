/**
 * PowerShell takes these as single quotes too, so each must be doubled like `'` itself
 * (`CodeGeneration.EscapeSingleQuotedStringContent` of PowerShell does the same).
 */
const QUOTES = /['\u2018\u2019\u201A\u201B]/g;

/** Control characters and those that turn the direction of a line: they could make a script look like another. */
const DECEIVING = /[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A text as a literal of PowerShell in which nothing is expanded; what could deceive a reader is shown as `\uFFFD`. */
export const literal = (text: string): string =>
  `'${text.replace(DECEIVING, '\uFFFD').replace(QUOTES, '$&$&')}'`;

/** A list of texts, also an empty one or one of one. */
export const literals = (texts: readonly string[]): string => `@(${texts.map(literal).join(', ')})`;
