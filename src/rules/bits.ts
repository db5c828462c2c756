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

/** Room for so many bits, none of them set. */
export const noBits = (size: number): Bits => new Uint32Array((size + 31) >>> 5);

/** So many bits, all of them set. */
export function allBits(size: number): Bits {
  const bits = noBits(size).fill(0xffffffff);
  if (size % 32 !== 0) bits[bits.length - 1] = 2 ** (size % 32) - 1;
  return bits;
}

export function isEmpty(bits: Bits): boolean {
  for (let i = 0; i < bits.length; i++) if (bits[i] !== 0) return false;
  return true;
}

/** Sets in `bits` what is set in `more`. */
export function addBits(bits: Bits, more: Bits): void {
  for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] ?? 0) | (more[i] ?? 0);
}

/** Clears in `bits` what is not set in `others`. */
export function keepBits(bits: Bits, others: Bits): void {
  for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] ?? 0) & (others[i] ?? 0);
}

/** What is set in `bits` and not in `others`. */
export function without(bits: Bits, others: Bits): Bits {
  const left = new Uint32Array(bits.length);
  for (let i = 0; i < bits.length; i++) left[i] = (bits[i] ?? 0) & ~(others[i] ?? 0);
  return left;
}

/** What is set in both. */
export function both(bits: Bits, others: Bits): Bits {
  const common = new Uint32Array(bits.length);
  for (let i = 0; i < bits.length; i++) common[i] = (bits[i] ?? 0) & (others[i] ?? 0);
  return common;
}

/** What is set in one of them. */
export function either(bits: Bits, others: Bits): Bits {
  const all = bits.slice();
  addBits(all, others);
  return all;
}

/** Calls `visit` for every bit that is set, in ascending order. */
export function forEachBit(bits: Bits, visit: (bit: number) => void): void {
  for (let i = 0; i < bits.length; i++) {
    let word = bits[i] ?? 0;
    while (word !== 0) {
      const low = word & -word;
      visit((i << 5) + 31 - Math.clz32(low));
      word ^= low;
    }
  }
}
