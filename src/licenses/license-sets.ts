import { assignmentKey, canonicalSet, type Assignment, type LicenseSet } from './license-set.ts';

/**
 * The distinct license sets of one customer. Equal sets are stored once and named by a number;
 * numbers are allotted in order, unique by content and never reused. Number 0 is "holds nothing".
 * Equal assignments in different sets are one object, so that what is worked out for one is
 * worked out for all.
 */
export class LicenseSets {
  readonly #sets: LicenseSet[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #assignments = new Map<string, Assignment>();

  /** `stored`: what `since(0)` gave, so each set is canonical and none is there twice. */
  constructor(stored: readonly LicenseSet[] = []) {
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
    const number = this.#sets.push(shared) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  #share(key: string, assignment: Assignment): Assignment {
    const known = this.#assignments.get(key);
    if (known === undefined) this.#assignments.set(key, assignment);
    return known ?? assignment;
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

  /** The sets with numbers from `first` on, for storing what was added since. */
  since(first: number): readonly LicenseSet[] {
    return this.#sets.slice(first);
  }
}
