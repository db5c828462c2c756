import { readGuid } from '#licenses/ids.ts';
import { nameKeyOf, plainText } from './name-text.ts';

/** What a pasted text names. */
export interface PastedList {
  /** userPrincipalNames, e-mail addresses and object ids as typed, each once, in the order of the text. */
  readonly names: readonly string[];
  /** Lines with words of which none is a name. */
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

/**
 * Reads a list as people paste it: one or many names a line, any separators, `Name <mail>`, quotes,
 * full-width punctuation. Words that are no name do not count on a line that has one.
 */
export function readPastedList(text: string): PastedList {
  const names = new Map<string, string>();
  const notUnderstood: string[] = [];
  for (const line of text.split(LINE_BREAK)) {
    const words = plainText(line).split(BETWEEN).map(bare);
    const found = words.filter((word) => ADDRESS.test(word) || readGuid(word) !== null);
    for (const name of found) {
      const key = nameKeyOf(name);
      if (!names.has(key)) names.set(key, name);
    }
    if (found.length === 0 && words.some((word) => word !== '')) notUnderstood.push(line.trim());
  }
  return { names: [...names.values()], notUnderstood };
}
