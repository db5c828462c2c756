import { NumberList } from './number-list.ts';

/** Many sequences without an object for each: sequence n is in `contents` from `starts[n]` up to `starts[n + 1]`. */
export interface SequenceColumns {
  readonly starts: Uint32Array;
  readonly contents: Uint32Array;
}

/** A list of sequences of non-negative integers below 2³², in typed arrays. */
export class SequenceList {
  readonly #starts = new NumberList();
  readonly #contents = new NumberList();

  constructor() {
    this.#starts.push(0);
  }

  get length(): number {
    return this.#starts.length - 1;
  }

  push(items: readonly number[]): void {
    for (const item of items) this.#contents.push(item);
    this.#starts.push(this.#contents.length);
  }

  /** Puts the sequence with that number into `items`; one that was never pushed is a bug and throws. */
  read(number: number, items: number[]): void {
    if (!(number < this.length)) throw new RangeError(`no sequence ${number}`);
    items.length = 0;
    const end = this.#starts.at(number + 1);
    for (let i = this.#starts.at(number); i < end; i++) items.push(this.#contents.at(i));
  }

  /** The first item of the sequence with that number; undefined where it is empty. */
  first(number: number): number | undefined {
    const start = this.#starts.at(number);
    return start < this.#starts.at(number + 1) ? this.#contents.at(start) : undefined;
  }

  /** True when the sequence with that number is this one. */
  is(number: number, items: readonly number[]): boolean {
    const start = this.#starts.at(number);
    if (this.#starts.at(number + 1) - start !== items.length) return false;
    for (let i = 0; i < items.length; i++) {
      if (this.#contents.at(start + i) !== items[i]) return false;
    }
    return true;
  }

  /** All sequences by now; not to be written to, and not moved by what comes later. */
  columns(): SequenceColumns {
    return { starts: this.#starts.values(), contents: this.#contents.values() };
  }

  /** The same in memory of its own, as it is stored: with a view, all that it looks into would be. */
  copy(): SequenceColumns {
    const { starts, contents } = this.columns();
    return { starts: starts.slice(), contents: contents.slice() };
  }
}

/** Puts each sequence of the columns into `items` in turn; gives its number. */
export function* eachSequence(
  { starts, contents }: SequenceColumns,
  items: number[],
): Generator<number> {
  for (let number = 0; number + 1 < starts.length; number++) {
    items.length = 0;
    const end = starts[number + 1] ?? 0;
    for (let i = starts[number] ?? 0; i < end; i++) items.push(contents[i] ?? 0);
    yield number;
  }
}
