import { NumberList } from '#base/number-list.ts';
import { assignmentKey, canonicalSet, type Assignment, type LicenseSet } from './license-set.ts';

/**
 * What the sets hold, without an object per set: set n holds the assignments whose numbers are in
 * `contents` from `starts[n]` up to `starts[n + 1]`.
 */
export interface SetColumns {
  readonly starts: Uint32Array;
  readonly contents: Uint32Array;
}

/**
 * The distinct license sets of one customer. Equal sets are stored once and named by a number;
 * numbers are allotted in order, unique by content and never reused. Number 0 is "holds nothing".
 * Equal assignments in different sets are one object, so that what is worked out for one is
 * worked out for all.
 */
export class LicenseSets {
  readonly #sets: LicenseSet[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #assignments: Assignment[] = [];
  readonly #assignmentNumbers = new Map<string, number>();
  readonly #contents = new NumberList();
  readonly #starts = new NumberList();

  /** `stored`: what `since(0)` gave, so each set is canonical and none is there twice. */
  constructor(stored: readonly LicenseSet[] = []) {
    this.#starts.push(0);
    this.intern([]);
    // equal assignments that were stored together come back as one object: most keys are known
    const keyOf = new Map<Assignment, string>();
    for (const set of stored.slice(1)) {
      const keys = set.map((assignment) => {
        const key = keyOf.get(assignment) ?? assignmentKey(assignment);
        keyOf.set(assignment, key);
        return key;
      });
      this.#number(set, keys);
    }
  }

  /** The number of the set with this content, a new one if it was never seen. */
  intern(assignments: Iterable<Assignment>): number {
    const set = canonicalSet(assignments);
    return this.#number(set, set.map(assignmentKey));
  }

  #number(set: LicenseSet, keys: readonly string[]): number {
    const key = keys.join(';');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const shared = set.map((assignment, i) => this.#share(keys[i] ?? '', assignment));
    this.#starts.push(this.#contents.length);
    const number = this.#sets.push(shared) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  #share(key: string, assignment: Assignment): Assignment {
    let number = this.#assignmentNumbers.get(key);
    if (number === undefined) {
      number = this.#assignments.push(assignment) - 1;
      this.#assignmentNumbers.set(key, number);
    }
    this.#contents.push(number);
    return this.#assignments[number] ?? assignment;
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
    return this.#assignments;
  }

  /** The sets known by now as columns of assignment numbers. */
  columns(): SetColumns {
    return { starts: this.#starts.values(), contents: this.#contents.values() };
  }

  /** The sets with numbers from `first` on, for storing what was added since. */
  since(first: number): readonly LicenseSet[] {
    return this.#sets.slice(first);
  }
}
