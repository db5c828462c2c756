const QUOTE = /['\u2018-\u201B]/;

/** A piece of a script: what PowerShell would take as a single-quoted text, a comment, or as code. */
export interface Piece {
  readonly kind: 'literal' | 'comment' | 'code';
  readonly text: string;
}

/**
 * Takes a script apart as PowerShell's tokenizer does with what we write: any of five characters opens
 * and closes a single-quoted text, two of them in it stand for the first; `#` opens a comment.
 */
export function piecesOf(script: string): Piece[] {
  const pieces: Piece[] = [];
  let code = '';
  let at = 0;
  const flush = (): void => {
    if (code !== '') pieces.push({ kind: 'code', text: code });
    code = '';
  };
  while (at < script.length) {
    const char = script.charAt(at);
    if (char === '#') {
      flush();
      const end = script.indexOf('\n', at);
      const until = end < 0 ? script.length : end;
      pieces.push({ kind: 'comment', text: script.slice(at, until) });
      at = until;
    } else if (QUOTE.test(char)) {
      flush();
      let text = '';
      for (at++; ; at++) {
        const inner = script.charAt(at);
        if (inner === '') throw new Error('a text without end');
        if (QUOTE.test(inner)) {
          if (!QUOTE.test(script.charAt(at + 1))) break;
          at++;
        }
        text += inner;
      }
      at++;
      pieces.push({ kind: 'literal', text });
    } else {
      code += char;
      at++;
    }
  }
  flush();
  return pieces;
}
