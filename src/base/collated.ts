import type { Pace } from './pace.ts';

/**
 * Letters and what stands between them in names: characters that mostly count one by one. Others join with
 * their neighbours: digits to a number, marks to a letter.
 */
const PLAIN =
  /[ '\-.,_@()]|(?=\p{L})[\p{scx=Latn}\p{scx=Hani}\p{scx=Cyrl}\p{scx=Grek}\p{scx=Arab}]/u;
/** These become one letter with no other, in any language. */
const NEVER_JOINED = /\p{scx=Hani}/u;
/** Stands after every character. */
const MOST = '\uffff';
/** So many characters of a text are looked at. */
const LENGTH = 20;
/** In the place of a character that does not count by itself; 0 stands for the end of a text. */
const UNKNOWN = 0xffff;
/** Fewer texts are compared sooner than it is found out how. */
const WORTH = 1000;
/** How many texts are looked at before it is asked whether a rest is due. */
const STRIDE = 4096;

/** Compares by what comes before all else: which letters these are, not whether with accents or as capitals. */
const letterCollator = (collator: Intl.Collator): Intl.Collator => {
  const { locale, ...options } = collator.resolvedOptions();
  return new Intl.Collator(locale, { ...options, sensitivity: 'base' } as Intl.CollatorOptions);
};

/** By code unit, the place of each plain character among those in the texts, from 1. */
function placesOf(units: Uint8Array, { compare }: Intl.Collator): Uint16Array {
  const places = new Uint16Array(units.length).fill(UNKNOWN);
  const seen = Array.from(units.keys())
    .filter((unit) => units[unit] === 1)
    .map((unit) => String.fromCharCode(unit))
    .filter((character) => PLAIN.test(character) && compare('', character) < 0);
  let place = 0;
  let last = '';
  for (const character of seen.sort(compare)) {
    if (place === 0 || compare(last, character) !== 0) {
      // of several letters, as æ in English
      if (place > 0 && compare(last + MOST, character) > 0) continue;
      last = character;
      place++;
    }
    places[character.charCodeAt(0)] = place;
  }
  return places;
}

/** The places of the first characters of texts, `LENGTH` for each. */
class Letters {
  readonly #texts: readonly string[];
  readonly #collator: Intl.Collator;
  readonly #places: Uint16Array;
  readonly #letters: Uint16Array;
  /** By code unit a number for each that might be joined, from 1; 0: it is never. */
  readonly #joinable = new Uint16Array(0x10000);
  readonly #joinables: number;
  /** By two of these numbers, 1 where both count, one after the other. */
  readonly #pairs: Uint8Array;

  constructor(texts: readonly string[], collator: Intl.Collator, units: Uint8Array) {
    this.#texts = texts;
    this.#collator = letterCollator(collator);
    this.#places = placesOf(units, this.#collator);
    this.#letters = new Uint16Array(texts.length * LENGTH);
    let joinables = 1;
    this.#places.forEach((place, unit) => {
      const isJoinable = place !== UNKNOWN && !NEVER_JOINED.test(String.fromCharCode(unit));
      if (isJoinable) this.#joinable[unit] = joinables++;
    });
    this.#joinables = joinables;
    this.#pairs = new Uint8Array(joinables * joinables);
  }

  /** False where two characters of the text may count as one letter. */
  put(index: number): boolean {
    const text = this.#texts[index] ?? '';
    const start = index * LENGTH;
    const length = Math.min(text.length, LENGTH);
    let before = 0;
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i);
      const place = this.#places[unit] ?? UNKNOWN;
      this.#letters[start + i] = place;
      if (place === UNKNOWN) {
        // it may change the one before
        if (i > 0) this.#letters[start + i - 1] = UNKNOWN;
        return true;
      }
      if (i > 0 && !this.#isPair(before, unit)) return false;
      before = unit;
    }
    const next = text.length > LENGTH ? this.#places[text.charCodeAt(LENGTH)] : 0;
    if (next === UNKNOWN) this.#letters[start + LENGTH - 1] = UNKNOWN;
    return true;
  }

  /** True when the first and then the second one count. */
  #isPair(first: number, second: number): boolean {
    const [before = 0, after = 0] = [this.#joinable[first], this.#joinable[second]];
    const pair = before * this.#joinables + after;
    if (before === 0 || after === 0 || this.#pairs[pair] === 1) return true;
    const [one, other] = [String.fromCharCode(first), String.fromCharCode(second)];
    const { compare } = this.#collator;
    const isPair = compare(one, one + other) < 0 && compare(one + other, one + MOST) < 0;
    if (isPair) this.#pairs[pair] = 1;
    return isPair;
  }

  /** 0 where they do not tell. */
  compare(a: number, b: number): number {
    const [start, other] = [a * LENGTH, b * LENGTH];
    for (let i = 0; i < LENGTH; i++) {
      const [one = 0, two = 0] = [this.#letters[start + i], this.#letters[other + i]];
      if (one === UNKNOWN || two === UNKNOWN) return 0;
      if (one !== two) return one - two;
      if (one === 0) return 0;
    }
    return 0;
  }
}

/**
 * Compares texts, by their places in `texts`, as the collator does: most by the numbers of their first
 * letters, as asking the collator takes many times as long. Rests at `pace`, counting texts.
 */
export async function collated(
  texts: readonly string[],
  collator: Intl.Collator,
  pace: Pace,
): Promise<(a: number, b: number) => number> {
  const plainly = (a: number, b: number): number =>
    collator.compare(texts[a] ?? '', texts[b] ?? '');
  if (texts.length < WORTH) return plainly;
  const units = new Uint8Array(0x10000);
  for (const [done, text] of texts.entries()) {
    for (let i = 0; i < text.length && i < LENGTH; i++) units[text.charCodeAt(i)] = 1;
    if (done % STRIDE === 0 && pace.due()) await pace.rest(done, texts.length);
  }
  const letters = new Letters(texts, collator, units);
  for (let i = 0; i < texts.length; i++) {
    if (!letters.put(i)) return plainly;
    if (i % STRIDE === 0 && pace.due()) await pace.rest(i, texts.length);
  }
  return (a, b) => letters.compare(a, b) || plainly(a, b);
}
