// One token of RFC 8259 after optional blanks; no nested repetition, so it is linear. Control
// characters below U+0020 may not stand in strings.
const TOKEN =
  // eslint-disable-next-line no-control-regex
  /[ \t\n\r]*(?:(?<string>"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*")|(?<scalar>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|(?<mark>[{}[\],:]))/y;
const BLANKS = /[ \t\n\r]*/y;

/** What may come next. `key!` and `value!`: right after a comma, where nothing may be closed. */
type Expected = 'value' | 'value!' | 'first' | 'key' | 'key!' | 'colon' | 'comma' | 'end';

const afterValue = (open: readonly string[]): Expected => (open.length === 0 ? 'end' : 'comma');

/** The state after a token, or null when the token may not stand here. `open` holds the open brackets. */
function step(expected: Expected, token: string, kind: string, open: string[]): Expected | null {
  const closes = token === '}' || token === ']';
  if (closes) {
    const mayClose = expected === 'comma' || expected === (token === '}' ? 'key' : 'first');
    const fits = open.at(-1) === (token === '}' ? '{' : '[');
    if (!mayClose || !fits) return null;
    open.pop();
    return afterValue(open);
  }
  switch (expected) {
    case 'value':
    case 'value!':
    case 'first':
      if (token === '{' || token === '[') {
        open.push(token);
        return token === '{' ? 'key' : 'first';
      }
      return kind === 'mark' ? null : afterValue(open);
    case 'key':
    case 'key!':
      return kind === 'string' ? 'colon' : null;
    case 'colon':
      return token === ':' ? 'value' : null;
    case 'comma':
      if (token !== ',') return null;
      return open.at(-1) === '{' ? 'key!' : 'value!';
    case 'end':
      return null;
  }
}

/**
 * The index of the first place where `text` breaks the grammar of RFC 8259; null when it is JSON.
 * Engines word and place `JSON.parse` errors differently (some give no position at all).
 */
export function findJsonFault(text: string): number | null {
  const open: string[] = [];
  let expected: Expected = 'value';
  let index = 0;
  for (;;) {
    BLANKS.lastIndex = index;
    const start = index + (BLANKS.exec(text)?.[0].length ?? 0);
    if (start === text.length) return expected === 'end' ? null : start;
    TOKEN.lastIndex = index;
    const match = TOKEN.exec(text);
    if (match === null) return start;
    const { string, scalar } = match.groups ?? {};
    const kind = string !== undefined ? 'string' : scalar !== undefined ? 'scalar' : 'mark';
    const next = step(expected, match[0].trimStart(), kind, open);
    if (next === null) return start;
    expected = next;
    index = TOKEN.lastIndex;
  }
}
