const LEAST_ROOM = 64;

const hash = (first: number, second: number): number => {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};

/**
 * A number for each distinct pair of small non-negative integers: 1, 2, … in the order of their first
 * appearance. A sequence gets a number by pairing: start at 0 and pair what you have with each next
 * item; equal sequences end at equal numbers. Lives in typed arrays, because it is asked millions of
 * times and a `Map` of strings or of large numbers makes an object each time.
 */
export class PairNumbers {
  #firsts = new Uint32Array(LEAST_ROOM);
  #seconds = new Uint32Array(LEAST_ROOM);
  /** 0: this place is free. */
  #numbers = new Uint32Array(LEAST_ROOM);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of the pair, a new one if it was never seen. */
  number(first: number, second: number): number {
    const place = this.#placeOf(first, second);
    const known = this.#numbers[place] ?? 0;
    if (known !== 0) return known;
    const number = ++this.#size;
    this.#put(place, first, second, number);
    if (number * 2 > this.#numbers.length) this.#grow();
    return number;
  }

  /** Where the pair is, or the free place where it belongs. */
  #placeOf(first: number, second: number): number {
    const last = this.#numbers.length - 1;
    let place = hash(first, second) & last;
    while (
      this.#numbers[place] !== 0 &&
      (this.#firsts[place] !== first || this.#seconds[place] !== second)
    ) {
      place = (place + 1) & last;
    }
    return place;
  }

  #put(place: number, first: number, second: number, number: number): void {
    this.#firsts[place] = first;
    this.#seconds[place] = second;
    this.#numbers[place] = number;
  }

  #grow(): void {
    const [firsts, seconds, numbers] = [this.#firsts, this.#seconds, this.#numbers];
    this.#firsts = new Uint32Array(firsts.length * 2);
    this.#seconds = new Uint32Array(firsts.length * 2);
    this.#numbers = new Uint32Array(firsts.length * 2);
    for (let i = 0; i < numbers.length; i++) {
      const [first = 0, second = 0, number = 0] = [firsts[i], seconds[i], numbers[i]];
      if (number !== 0) this.#put(this.#placeOf(first, second), first, second, number);
    }
  }
}
