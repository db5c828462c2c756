import { readGuid } from '#licenses/ids.ts';

// zero-width and bidi characters, byte order marks, soft hyphens: nobody sees them in a list
const INVISIBLE = /\p{Cf}/gu;

/** `Name <address>`, as mail programs write it. */
const NAMED = /^[^<>]*<([^<>]*)>$/u;
/** What stands before an address in links and in proxyAddresses. */
const SCHEME = /^(mailto|smtp):/i;
const BRACED = /^\{([^{}]*)\}$/;

// what most names are made of: nothing that stands around one, or can be written otherwise
const PLAIN_NAME = /^[!-9;=?-z|~]*$/;

/** The text in one Unicode form (full-width letters are the plain ones), without invisible characters. */
export const plainText = (text: string): string =>
  PLAIN_NAME.test(text) ? text : text.normalize('NFKC').replace(INVISIBLE, '');

/** The text under which a name is looked up: `plainText` in any case. */
export const nameKeyOf = (name: string): string => plainText(name).trim().toLowerCase();

/** Whom a text names that is one name, as it is written but for what programs put around it: `Name <address>`, `mailto:`, braces. */
export function userWithin(text: string): string {
  if (PLAIN_NAME.test(text)) return text;
  const whole = plainText(text).trim();
  const name = (NAMED.exec(whole)?.[1] ?? whole).trim().replace(SCHEME, '');
  return readGuid(BRACED.exec(name)?.[1] ?? '') ?? name;
}

/** The key of whom a text names. */
export const userKey = (text: string): string => userWithin(text).toLowerCase();
