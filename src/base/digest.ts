/** One 32-bit word mixed into a state: both steps can be undone, so that no two states become one. */
const mix = (state: number, word: number, factor: number): number => {
  const mixed = Math.imul(state ^ word, factor);
  return mixed ^ (mixed >>> 15);
};

const hex = (state: number): string => (state >>> 0).toString(16).padStart(8, '0');

/**
 * A short text that stands for a sequence of numbers and texts: equal sequences give the same, others
 * (but for a chance of 1 in 2⁶⁴) another one. No secret is safe behind it. Factors: MurmurHash3.
 */
export class Digest {
  #first = 0x6a09e667;
  #second = 0xbb67ae85;

  /** Adds an integer, of which the lower 32 bits count. */
  number(value: number): this {
    this.#first = mix(this.#first, value, 0x85ebca6b);
    this.#second = mix(this.#second, (value << 16) | (value >>> 16), 0xc2b2ae35);
    return this;
  }

  /** Adds a text, with its length: what follows cannot be taken for a part of it. */
  text(value: string): this {
    this.number(value.length);
    for (let i = 0; i < value.length; i++) this.number(value.charCodeAt(i));
    return this;
  }

  /** Adds what another digest stands for. */
  add(other: Digest): this {
    return this.number(other.#first).number(other.#second);
  }

  /** What it stands for as two integers of 32 bits. */
  words(): readonly [number, number] {
    return [this.#first, this.#second];
  }

  /** 16 hexadecimal digits. */
  toString(): string {
    return hex(this.#first) + hex(this.#second);
  }
}
