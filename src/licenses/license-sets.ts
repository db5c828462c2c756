import { Sequences, type SequenceColumns } from '#base/sequences.ts';
import { AssignmentNumbers } from './assignment-numbers.ts';
import { canonicalSet, isCanonicalSet, type Assignment, type LicenseSet } from './license-set.ts';

/** What the sets hold, without an object per set: sequences of assignment numbers. */
export type SetColumns = SequenceColumns;

/**
 * The distinct license sets of one customer. Equal sets are stored once and named by a number;
 * numbers are allotted in order, unique by content and never reused. Number 0 is "holds nothing".
 * Equal assignments in different sets are one object, so that what is worked out for one is
 * worked out for all.
 */
export class LicenseSets {
  readonly #sets: LicenseSet[] = [];
  /** Of each set: the numbers of its assignments. */
  readonly #numbers = new Sequences();
  readonly #assignments = new AssignmentNumbers();

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

  /** The number of the set with this content, a new one if it was never seen. */
  intern(assignments: readonly Assignment[]): number {
    const set = isCanonicalSet(assignments) ? assignments : canonicalSet(assignments);
    return this.#number(set.map((assignment) => this.#assignments.number(assignment)));
  }

  #number(assignments: readonly number[]): number {
    const number = this.#numbers.number(assignments);
    if (number === this.#sets.length) {
      this.#sets.push(assignments.map((one) => this.#assignments.at(one)));
    }
    return number;
  }

  /** The set named by `number`; a number that was never allotted is a bug and throws. */
  at(number: number): LicenseSet {
    const set = this.#sets[number];
    if (set === undefined) throw new RangeError(`no license set ${number}`);
    return set;
  }

  get size(): number {
    return this.#sets.length;
  }

  /** The distinct assignments of all sets, by numbers that they keep. */
  get assignments(): readonly Assignment[] {
    return this.#assignments.all;
  }

  /** The sets known by now as columns of assignment numbers. */
  columns(): SetColumns {
    return this.#numbers.columns();
  }

  /** The sets with numbers from `first` on, for storing what was added since. */
  since(first: number): readonly LicenseSet[] {
    return this.#sets.slice(first);
  }
}
