import { BitSet } from '#base/bit-set.ts';
import { Sequences, type SequenceColumns } from '#base/sequences.ts';
import { AssignmentNumbers } from './assignment-numbers.ts';
import {
  canonicalSet,
  heldPart,
  isCanonicalSet,
  isUntold,
  withIdlePaths,
  type Assignment,
  type LicenseSet,
} from './license-set.ts';

/** What the sets hold, without an object per set: sequences of assignment numbers. */
export type SetColumns = SequenceColumns;

/**
 * The distinct license sets of one customer. Equal sets are stored once and named by a number;
 * numbers are allotted in order, unique by content and never reused. Number 0 is "holds nothing".
 * Equal assignments in different sets are one object, so that what is worked out for one is
 * worked out for all. A set is kept as it was told, and read as what is held of it.
 */
export class LicenseSets {
  readonly #told: LicenseSet[] = [];
  readonly #held: LicenseSet[] = [];
  /** Of each set as it was told: the numbers of its assignments. */
  readonly #numbers = new Sequences();
  readonly #assignments = new AssignmentNumbers();
  /** Of users of whom no source told all licenses. */
  readonly #untold = new BitSet();
  /** By number of an assignment: what of it is held. */
  readonly #heldOf: (Assignment | null)[] = [];

  /** `stored`: what `since(0)` gave, so each set is canonical and none is there twice. */
  constructor(stored: readonly LicenseSet[] = []) {
    this.intern([]);
    // equal assignments that were stored together come back as one object: most are known
    const numberOf = new Map<Assignment, number>();
    for (const set of stored.slice(1)) {
      const numbers = set.map((assignment) => {
        const number = numberOf.get(assignment) ?? this.#assignments.number(assignment);
        numberOf.set(assignment, number);
        return number;
      });
      this.#number(numbers);
    }
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

  #number(assignments: readonly number[]): number {
    const number = this.#numbers.number(assignments);
    if (number === this.#told.length) {
      const told = assignments.map((one) => this.#assignments.at(one));
      const held = assignments.map((one) => this.#heldBy(one));
      const isAll = held.every((one, i) => one === told[i]);
      this.#told.push(told);
      if (isUntold(told)) this.#untold.add(number);
      this.#held.push(isAll ? told : held.filter((one) => one !== null));
    }
    return number;
  }

  /** What of the assignment with that number is held, one object for equal ones. */
  #heldBy(number: number): Assignment | null {
    let held = this.#heldOf[number];
    if (held === undefined) {
      const told = this.#assignments.at(number);
      held = heldPart(told);
      if (held !== null && held !== told) held = this.#heldBy(this.#assignments.number(held));
      this.#heldOf[number] = held;
    }
    return held;
  }

  /** What is held of the set named by `number`; a number that was never allotted is a bug and throws. */
  at(number: number): LicenseSet {
    const set = this.#held[number];
    if (set === undefined) throw new RangeError(`no license set ${number}`);
    return set;
  }

  /** The set named by `number` as it was told, with the paths that give nothing. */
  told(number: number): LicenseSet {
    const set = this.#told[number];
    if (set === undefined) throw new RangeError(`no license set ${number}`);
    return set;
  }

  /** True where no source told all licenses of the users with the set named by `number`. */
  isUntold(number: number): boolean {
    return this.#untold.has(number);
  }

  get size(): number {
    return this.#told.length;
  }

  /** What is held of the distinct assignments of all sets, by numbers that they keep; null: nothing. */
  get assignments(): readonly (Assignment | null)[] {
    return this.#heldOf;
  }

  /** The sets known by now as columns of assignment numbers. */
  columns(): SetColumns {
    return this.#numbers.columns();
  }

  /** The sets with numbers from `first` on as they were told, for storing what was added since. */
  since(first: number): readonly LicenseSet[] {
    return this.#told.slice(first);
  }
}
