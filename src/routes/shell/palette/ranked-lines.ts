import type { IconName } from '#ui/icons.svelte.ts';

export type LineKind = 'action' | 'screen' | 'customer' | 'product' | 'user';

/** One line of the palette: a place to go to, or something to do. */
export interface Line {
  /** The same line another time: what was used last is remembered by it. */
  readonly key: string;
  readonly kind: LineKind;
  readonly label: string;
  /** What else it is found by, shown behind the label. */
  readonly detail: string;
  readonly icon: IconName;
  /** Language of the label where it is not the page's. */
  readonly lang?: string;
  /** An address of this app, or what is done. */
  readonly target: string | (() => void);
}

/**
 * The lines that hold all words of the text, best first: those whose name begins with it, then those
 * with a word that does, then the rest. Equally good ones stand by when they were used (`used`, the
 * newest first), then as given. Users are always among them: the worker found them by more than is shown.
 */
export function rankedLines(
  lines: readonly Line[],
  text: string,
  used: readonly string[],
): readonly Line[] {
  const wanted = text.trim().toLocaleLowerCase();
  const rankOfUse = (line: Line): number => {
    const place = used.indexOf(line.key);
    return place < 0 ? used.length : place;
  };
  return lines
    .map((line) => ({ line, rank: rankOf(line, wanted), use: rankOfUse(line) }))
    .filter(({ rank }) => rank <= LAST)
    .sort((a, b) => a.rank - b.rank || a.use - b.use)
    .map(({ line }) => line);
}

const LAST = 3;

function rankOf({ kind, label, detail }: Line, wanted: string): number {
  const name = label.toLocaleLowerCase();
  if (name.startsWith(wanted)) return 0;
  const words = wanted.split(/\s+/);
  const parts = name.split(/[\s\p{P}]+/u);
  if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 1;
  if (words.every((word) => name.includes(word))) return 2;
  const all = `${name} ${detail.toLocaleLowerCase()}`;
  return kind === 'user' || words.every((word) => all.includes(word)) ? LAST : LAST + 1;
}
