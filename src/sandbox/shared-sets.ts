import { canonicalSet, setKey, type Assignment, type LicenseSet } from '#licenses/license-set.ts';

/** Gives one object per content: whoever stores the users then knows equal sets by identity. */
export class SharedSets {
  readonly #byContent = new Map<string, LicenseSet>();

  of(assignments: readonly Assignment[]): LicenseSet {
    const set = canonicalSet(assignments);
    const key = setKey(set);
    const known = this.#byContent.get(key);
    if (known) return known;
    this.#byContent.set(key, set);
    return set;
  }
}
