/** What the pieces from some place on cost at best: unknown pieces, then names; and the first name's length. */
interface Best {
  readonly unknown: number;
  readonly names: number;
  readonly length: number;
  readonly known: boolean;
}

const better = (a: Best, b: Best): boolean =>
  a.unknown < b.unknown || (a.unknown === b.unknown && a.names < b.names);

/**
 * Splits a text of names joined by `+` although names contain `+` themselves ("Enterprise Mobility +
 * Security E5"): the fewest pieces that no known name covers, then the fewest and so the longest
 * names. Found by dynamic programming over the pieces between the pluses.
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
  const pieces = text.split('+');
  const name = (from: number, length: number): string =>
    pieces.slice(from, from + length).join('+');
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
    if (!known && last?.known === false && /\s$/.test(last.text) && /^\s/.test(piece)) {
      last.text += `+${piece}`;
    } else found.push({ text: piece, known });
    from += length;
  }
  return found.map((one) => one.text.trim()).filter((one) => one !== '');
}
