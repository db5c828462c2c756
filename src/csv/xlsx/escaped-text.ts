const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;
/** What XML cannot hold, what its readers would change (a return), and what would be read as an escape. */
const TO_ESCAPE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** The text of a cell: workbooks write what XML cannot hold as `_x000D_` (ST_Xstring, ECMA-376 part 1, 22.9.2.19). */
export const unescapedText = (text: string): string =>
  text.includes('_x')
    ? text.replace(ESCAPE, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

/** The same, the other way round, as XML. */
export const xmlOfText = (text: string): string =>
  text
    .replace(
      TO_ESCAPE,
      (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
