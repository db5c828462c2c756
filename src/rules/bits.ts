/**
 * Sets of small numbers as words of 32 bits. Reading functions take arrays that nobody changes;
 * `addBit` and `removeBit` are for the one who makes an array.
 */
export type Bits = Uint32Array;

/** True when bit `bit` is set. */
export const hasBit = (bits: Bits, bit: number): boolean =>
  ((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;

/** Sets one bit in place. */
export function addBit(bits: Bits, bit: number): void {
  bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

/** Clears one bit in place. */
export function removeBit(bits: Bits, bit: number): void {
  bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) & ~(1 << (bit & 31));
}

/** True when both have a bit in common. */
export function overlaps(a: Bits, b: Bits): boolean {
  for (let i = 0; i < a.length; i++) if (((a[i] ?? 0) & (b[i] ?? 0)) !== 0) return true;
  return false;
}

/** Calls `visit` for every bit that both have, in ascending order. */
export function forEachCommonBit(a: Bits, b: Bits, visit: (bit: number) => void): void {
  for (let i = 0; i < a.length; i++) {
    let word = (a[i] ?? 0) & (b[i] ?? 0);
    while (word !== 0) {
      const low = word & -word;
      visit((i << 5) + 31 - Math.clz32(low));
      word ^= low;
    }
  }
}
