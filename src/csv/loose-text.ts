/**
 * A form of a heading or a product name in which case, the kind and number of blanks (NBSP too) and
 * full-width letters make no difference; for comparing only.
 */
export const looseText = (text: string): string =>
  text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
