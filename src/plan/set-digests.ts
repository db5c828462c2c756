import { Digest } from '#base/digest.ts';
import type { Assignment, Path } from '#licenses/license-set.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';

const viaOf = ({ via }: Path): string => (via.kind === 'group' ? via.groupId : via.kind);

function digestOf({ skuId, paths }: Assignment): Digest {
  const digest = new Digest().text(skuId).number(paths.length);
  // what the cloud said of a path (its state, its error) is nothing that is planned
  for (const path of paths) {
    digest.text(viaOf(path)).text(path.disabledPlans?.join() ?? 'unknown');
  }
  return digest;
}

/**
 * What license sets hold, by which path and with which service plans off, as digests. Numbers of sets do
 * not tell that: what a sync applied comes back from the cloud as another set that holds the same.
 */
export class SetDigests {
  readonly #sets: LicenseSets;
  readonly #bySet: (Digest | undefined)[] = [];
  /** Equal assignments are one object. */
  readonly #byAssignment = new Map<Assignment, Digest>();

  constructor(sets: LicenseSets) {
    this.#sets = sets;
  }

  /** Of the set with this number. */
  at(number: number): Digest {
    return (this.#bySet[number] ??= this.#make(number));
  }

  #make(number: number): Digest {
    const digest = new Digest();
    for (const assignment of this.#sets.at(number)) {
      let known = this.#byAssignment.get(assignment);
      if (known === undefined) this.#byAssignment.set(assignment, (known = digestOf(assignment)));
      digest.add(known);
    }
    return digest;
  }
}
