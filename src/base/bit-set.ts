/** A set of small non-negative integers (user positions, set numbers), one bit each. */
export class BitSet {
  #words: Uint32Array;

  constructor(words: Uint32Array = new Uint32Array(0)) {
    this.#words = words;
  }

  /** The set of the given numbers. */
  static of(members: Iterable<number>): BitSet {
    const set = new BitSet();
    for (const member of members) set.add(member);
    return set;
  }

  /** All numbers from 0 to `size` − 1. */
  static full(size: number): BitSet {
    const words = new Uint32Array((size + 31) >>> 5).fill(0xffffffff);
    if (size % 32 !== 0) words[words.length - 1] = 2 ** (size % 32) - 1;
    return new BitSet(words);
  }

  has(member: number): boolean {
    return ((this.#words[member >>> 5] ?? 0) & (1 << (member & 31))) !== 0;
  }

  add(member: number): void {
    const word = member >>> 5;
    if (word >= this.#words.length) {
      const grown = new Uint32Array(Math.max(word + 1, this.#words.length * 2));
      grown.set(this.#words);
      this.#words = grown;
    }
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (member & 31));
  }

  delete(member: number): void {
    const word = member >>> 5;
    if (word < this.#words.length) {
      this.#words[word] = (this.#words[word] ?? 0) & ~(1 << (member & 31));
    }
  }

  /** How many numbers are in the set. */
  count(): number {
    let total = 0;
    for (const word of this.#words) {
      let w = word - ((word >>> 1) & 0x55555555);
      w = (w & 0x33333333) + ((w >>> 2) & 0x33333333);
      total += Math.imul((w + (w >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    return total;
  }

  isEmpty(): boolean {
    return this.#words.every((word) => word === 0);
  }

  /** Calls `visit` for every member, in ascending order. */
  forEach(visit: (member: number) => void): void {
    for (let i = 0; i < this.#words.length; i++) {
      let word = this.#words[i] ?? 0;
      while (word !== 0) {
        const low = word & -word;
        visit((i << 5) + 31 - Math.clz32(low));
        word ^= low;
      }
    }
  }

  /** The members in ascending order. */
  members(): number[] {
    const list: number[] = [];
    this.forEach((member) => list.push(member));
    return list;
  }

  /** A set of its own with the same members. */
  clone(): BitSet {
    return new BitSet(this.#words.slice());
  }

  /** A copy of the bits for storing; `new BitSet(words)` reads it back. */
  toWords(): Uint32Array {
    return this.#words.slice();
  }
}
