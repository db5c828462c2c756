import type { Steps } from '#base/steps.ts';
import { readGuid } from '#licenses/ids.ts';
import { nameKeyOf, plainText } from './name-text.ts';

export interface PastedList {
  /** userPrincipalNames, e-mail addresses, object ids and display names as typed, each once, in the order of the text. */
  readonly names: readonly string[];
  /** Pieces of lines in which no name is, each once. */
  readonly notUnderstood: readonly string[];
}

const LINE_BREAK = /[\r\n\v\f\u0085\u2028\u2029]+/;

/**
 * What stands between names. None of it can be part of a userPrincipalName ("Prepare for directory
 * synchronization to Microsoft 365": `\ % & * + / = ? { } | < > ( ) ; : , [ ] "` and blanks), but some
 * are allowed in mail addresses: those (`% & * + = ?`) do not separate.
 */
const BETWEEN = /[\s,;:|/\\<>()[\]{}"“”„«»`、。·•●]+/u;

const ADDRESS = /^[^@]+@[^@]*[\p{L}\p{N}]$/u;

/** A word as it may be meant: without the quotes around it and the marks of a sentence after it. */
const bare = (word: string): string => word.replace(/[‘’]/gu, "'").replace(/^['.]+|[.'!?]+$/gu, '');

/** A name that mail programs put before an address, in quotes: it may have a comma. */
const QUOTED_LABEL = /"[^"]*"(?=\s*<)/g;
/** What stands between pieces of a line; a comma may stand in a display name, too. */
const PIECES = /[;|\t、。·•●]+/u;

/** The pieces of a line: of a row of a table in which an address stands, the cells are one. */
function* piecesOf(line: string, isDisplayName: (text: string) => boolean): Generator<string> {
  const plain = line.replace(QUOTED_LABEL, '');
  const row = plain.includes('@') ? plain.replace(/\t+/g, ' ') : plain;
  for (const piece of row.split(PIECES)) {
    if (isDisplayName(piece)) yield piece;
    else yield* piece.split(',');
  }
}

/** How many pieces are read, or names looked up, in one step: they take about a millisecond. */
export const NAMES_IN_STEP = 256;

/**
 * Reads a list as people paste it, step by step: one or many names a line, any separators, `Name <mail>`, quotes,
 * full-width punctuation. Words beside an address, in the same piece of a line, do not count. A piece
 * without an address is a name where `isDisplayName` says so.
 */
export function* readPastedList(
  text: string,
  isDisplayName: (text: string) => boolean,
): Steps<PastedList> {
  const names = new Map<string, string>();
  const others = new Map<string, string>();
  let pieces = 0;
  for (const line of text.split(LINE_BREAK)) {
    const plain = plainText(line);
    const isOne = isDisplayName(plain);
    for (const piece of isOne ? [plain] : piecesOf(plain, isDisplayName)) {
      if (++pieces % NAMES_IN_STEP === 0) yield;
      const words = piece.split(BETWEEN).map(bare);
      const addresses = words.filter((word) => ADDRESS.test(word) || readGuid(word) !== null);
      const found = addresses.length === 0 && isDisplayName(piece) ? [piece.trim()] : addresses;
      for (const name of found) {
        const key = nameKeyOf(name);
        if (!names.has(key)) names.set(key, name);
      }
      // beside addresses, numbers count them
      const isWord = plain.includes('@') ? /\p{L}/u.test(piece) : words.some(Boolean);
      const key = nameKeyOf(piece);
      if (found.length === 0 && isWord && !others.has(key)) others.set(key, piece.trim());
    }
  }
  return { names: [...names.values()], notUnderstood: [...others.values()] };
}
