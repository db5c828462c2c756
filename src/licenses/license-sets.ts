import { BitSet } from '#base/bit-set.ts';
import { eachSequence, SequenceList, type SequenceColumns } from '#base/sequence-list.ts';
import { Sequences } from '#base/sequences.ts';
import { AssignmentNumbers } from './assignment-numbers.ts';
import type { SkuId } from './ids.ts';
import {
  canonicalSet,
  givesLicense,
  heldPart,
  isCanonicalSet,
  REST_UNTOLD,
  withIdlePaths,
  type Assignment,
  type LicenseSet,
} from './license-set.ts';
import type { StoredSets } from './stored-sets.ts';

/** What the sets hold, without an object per set: sequences of assignment numbers. */
export type SetColumns = SequenceColumns;

/** Sets that are stored together: equal assignments in them are stored once. */
const STORED_TOGETHER = 32_768;

/**
 * The distinct license sets of one customer. Equal sets are stored once and named by a number;
 * numbers are allotted in order, unique by content and never reused. Number 0 is "holds nothing".
 * Equal assignments in different sets are one object, so that what is worked out for one is
 * worked out for all; it is made when it is first asked for. A set is kept as it was told, and read as
 * what is held of it.
 */
export class LicenseSets {
  /** Of each set as it was told: the numbers of its assignments. */
  readonly #numbers = new Sequences();
  readonly #assignments = new AssignmentNumbers();
  /** Of users of whom no source told all licenses. */
  readonly #untold = new BitSet();
  /** By number of an assignment of which not all is held: what is. */
  readonly #heldOf = new Map<number, Assignment | null>();

  /** `stored`: what `since(0)` gave, so each set is canonical and none is there twice. */
  constructor(stored: readonly StoredSets[] = []) {
    this.intern([]);
    for (const some of stored) this.#take(some);
  }

  /** The number of the set with this content, as a source told it; a new one if it was never seen. */
  intern(told: readonly Assignment[]): number {
    const set = isCanonicalSet(told) ? told : canonicalSet(told);
    return this.#number(set.map((assignment) => this.#assignments.number(assignment)));
  }

  /**
   * The number of the set of a user who holds `held` and of whom the set named by `like` was told: its
   * paths that give nothing stay.
   */
  internHeld(held: LicenseSet, like: number): number {
    return this.intern(withIdlePaths(held, this.told(like)));
  }

  #take(some: StoredSets): void {
    const numbers = this.#assignments.take(some);
    const items: number[] = [];
    for (const _ of eachSequence(some.sets, items)) {
      for (let i = 0; i < items.length; i++) {
        const stored = items[i] ?? 0;
        const number = numbers[stored];
        if (number === undefined) throw new RangeError(`no stored assignment ${stored}`);
        items[i] = number;
      }
      this.#number(items);
    }
  }

  #number(assignments: readonly number[]): number {
    const { size } = this;
    const number = this.#numbers.number(assignments);
    const [first] = assignments;
    if (number === size && first !== undefined) {
      if (this.#assignments.skuOf(first) === REST_UNTOLD.skuId) this.#untold.add(number);
    }
    return number;
  }

  #assignmentsOf(set: number): number[] {
    if (!(set < this.size)) throw new RangeError(`no license set ${set}`);
    const numbers: number[] = [];
    this.#numbers.read(set, numbers);
    return numbers;
  }

  /** What is held of the set named by `number`; a number that was never allotted is a bug and throws. */
  at(number: number): LicenseSet {
    const held = this.#assignmentsOf(number).map((one) => this.heldOf(one));
    return held.filter((one) => one !== null);
  }

  /** The set named by `number` as it was told, with the paths that give nothing. */
  told(number: number): LicenseSet {
    return this.#assignmentsOf(number).map((one) => this.#assignments.at(one));
  }

  /** True where no source told all licenses of the users with the set named by `number`. */
  isUntold(number: number): boolean {
    return this.#untold.has(number);
  }

  get size(): number {
    return this.#numbers.size;
  }

  /** There are assignments with numbers below. */
  get assignmentCount(): number {
    return this.#assignments.size;
  }

  /** What of the assignment with that number is held, one object for equal ones; null: nothing. */
  heldOf(number: number): Assignment | null {
    let held = this.#heldOf.get(number);
    if (held === undefined) {
      const told = this.#assignments.at(number);
      held = heldPart(told);
      // what is left of it may be all of another
      if (held !== null && held !== told)
        held = this.#assignments.at(this.#assignments.number(held));
      if (held !== told) this.#heldOf.set(number, held);
    }
    return held;
  }

  /** The same to be read and forgotten: no object of it is kept for that. */
  readHeldOf(number: number): Assignment | null {
    return this.#assignments.everyState(number, givesLicense)
      ? this.#assignments.read(number)
      : this.heldOf(number);
  }

  /** The product of the assignment with that number. */
  skuOf(number: number): SkuId {
    return this.#assignments.skuOf(number);
  }

  /** True where something of the assignment with that number is held. */
  isHeld(number: number): boolean {
    return this.#assignments.everyState(number, givesLicense) || this.heldOf(number) !== null;
  }

  /** Of how many products for which this is true each set holds something, by its number. */
  countHeld(is: (sku: SkuId) => boolean): Uint16Array {
    const { starts, contents } = this.columns();
    const isOne = Uint8Array.from({ length: this.assignmentCount }, (_, number) =>
      is(this.skuOf(number)) && this.isHeld(number) ? 1 : 0,
    );
    const counts = new Uint16Array(this.size);
    for (let set = 0; set < counts.length; set++) {
      const end = starts[set + 1] ?? 0;
      let count = 0;
      for (let i = starts[set] ?? 0; i < end; i++) count += isOne[contents[i] ?? 0] ?? 0;
      counts[set] = count;
    }
    return counts;
  }

  /** The sets known by now as columns of assignment numbers. */
  columns(): SetColumns {
    return this.#numbers.columns();
  }

  /** The sets with numbers from `first` to before `end` as they were told, for storing what was added since. */
  since(first: number, end = this.size): readonly StoredSets[] {
    const stored: StoredSets[] = [];
    for (let from = first; from < end; from += STORED_TOGETHER) {
      stored.push(this.#stored(from, Math.min(end, from + STORED_TOGETHER)));
    }
    return stored;
  }

  #stored(first: number, end: number): StoredSets {
    const known = new Uint32Array(this.#assignments.size);
    const used: number[] = [];
    const sets = new SequenceList();
    const items: number[] = [];
    for (let set = first; set < end; set++) {
      this.#numbers.read(set, items);
      for (let i = 0; i < items.length; i++) {
        const number = items[i] ?? 0;
        items[i] = (known[number] ||= used.push(number)) - 1;
      }
      sets.push(items);
    }
    return { ...this.#assignments.columns(used), sets: sets.copy() };
  }
}
