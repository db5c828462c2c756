import fc from 'fast-check';

/** What ends a text, a line or a block in PowerShell, alone or in pairs. */
const signs = [
  "' ‘ ’ ‚ ‛ \" “ ” „ ` $ $( # <# #> @ @' '@ } ) ; – — --%".split(' '),
  ['\r\n', '\n', '\r', '\0', '\uFEFF', '\u0085', '\u2028', '\u2029'],
].flat();

/** Texts that try to leave the literal they stand in. */
export const hostileTexts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.oneof(fc.constantFrom(...signs), fc.string({ maxLength: 3 })))
    .map((parts) => parts.join('')),
);
