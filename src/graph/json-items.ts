/** How long the first key of an item may be to be looked for. */
const LONGEST_KEY = 100;

/** Items of a list that were parsed together; the comma after them is at `end`. */
export interface ParsedItems {
  readonly items: readonly unknown[];
  readonly end: number;
}

/**
 * Parses items of a list at once, from the object that begins at `at` up to the last one in the text that
 * seems to begin as it does. That is a guess, and `JSON.parse` proves it: what is a list between brackets
 * is so many whole items. Null where it was wrong, or the text has no two items.
 */
export function parseItems(text: string, at: number): ParsedItems | null {
  const colon = text.indexOf(':', at);
  if (colon < 0 || colon - at > LONGEST_KEY) return null;
  const last = text.lastIndexOf(text.slice(at, colon + 1));
  const end = text.lastIndexOf(',', last);
  if (end <= at) return null;
  try {
    return { items: JSON.parse(`[${text.slice(at, end)}]`) as unknown[], end };
  } catch {
    return null;
  }
}
