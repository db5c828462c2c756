/** What the pieces from some place on cost at best: unknown pieces, then names; and the first name's length. */
interface Best {
  readonly unknown: number;
  readonly names: number;
  readonly length: number;
  readonly known: boolean;
}

/** What can join names; a comma or `+` may stand inside one, too. */
const JOINT = /([+;,|]|\r\n|\r|\n)/;

/** A text cut at everything that can join names: pieces at even places, what stood between them at odd ones. */
const cutAtJoints = (text: string): readonly string[] => text.split(JOINT);

/** The pieces of a text that is cut at everything that can join names. */
export const piecesOf = (text: string): readonly string[] =>
  cutAtJoints(text).filter((_, index) => index % 2 === 0);

const better = (a: Best, b: Best): boolean =>
  a.unknown < b.unknown || (a.unknown === b.unknown && a.names < b.names);

/**
 * Splits a text of names joined by `+` `;` `,` `|` or line breaks although names contain these themselves
 * ("Enterprise Mobility + Security E5"): the fewest pieces that no known name covers, then the fewest and so the longest
 * names. Found by dynamic programming over the pieces.
 *
 * Unknown pieces stand for themselves, but where blanks surround the plus between two of them they
 * are one name: the joining plus has none. Blanks around names are taken off; nothing comes twice
 * as long as it is not there twice.
 */
export function splitNames(
  text: string,
  isKnown: (name: string) => boolean,
  mostPieces: number,
): string[] {
  const cut = cutAtJoints(text);
  const pieces = piecesOf(text);
  const name = (from: number, length: number): string =>
    cut.slice(2 * from, 2 * (from + length) - 1).join('');
  const best: Best[] = new Array<Best>(pieces.length);
  const after = (index: number): { unknown: number; names: number } =>
    best[index] ?? { unknown: 0, names: 0 };
  for (let from = pieces.length - 1; from >= 0; from--) {
    const rest = after(from + 1);
    const blank = pieces[from]?.trim() === '' ? 0 : 1;
    const alone = { unknown: rest.unknown + blank, names: rest.names + blank };
    let chosen: Best = { ...alone, length: 1, known: false };
    for (let length = Math.min(mostPieces, pieces.length - from); length >= 1; length--) {
      if (!isKnown(name(from, length))) continue;
      const { unknown, names } = after(from + length);
      const known: Best = { unknown, names: names + 1, length, known: true };
      if (better(known, chosen)) chosen = known;
    }
    best[from] = chosen;
  }
  const found: { text: string; known: boolean }[] = [];
  for (let from = 0; from < pieces.length;) {
    const { length, known } = best[from] ?? { length: 1, known: false };
    const piece = name(from, length);
    const last = found.at(-1);
    const isPlus = cut[2 * from - 1] === '+';
    if (isPlus && !known && last?.known === false && /\s$/.test(last.text) && /^\s/.test(piece)) {
      last.text += `+${piece}`;
    } else found.push({ text: piece, known });
    from += length;
  }
  return found.map((one) => one.text.trim()).filter((one) => one !== '');
}
