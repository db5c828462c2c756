import { Digest } from '#base/digest.ts';
import type { Assignment, Path } from '#licenses/license-set.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';

const viaOf = ({ via }: Path): string => (via.kind === 'group' ? via.groupId : via.kind);

/**
 * What license sets hold, by which path and with which service plans off, as digests. Numbers of sets do
 * not tell that: what a sync applied comes back from the cloud as another set that holds the same.
 */
export class SetDigests {
  readonly #sets: LicenseSets;
  readonly #bySet: (Digest | undefined)[] = [];
  /** Equal assignments are one object. */
  readonly #byAssignment = new Map<Assignment, Digest>();
  /** A customer has few ids, which stand in very many assignments. */
  readonly #byText = new Map<string, Digest>();

  constructor(sets: LicenseSets) {
    this.#sets = sets;
  }

  at(number: number): Digest {
    return (this.#bySet[number] ??= this.#make(number));
  }

  #make(number: number): Digest {
    const digest = new Digest();
    for (const assignment of this.#sets.at(number)) {
      let known = this.#byAssignment.get(assignment);
      if (known === undefined)
        this.#byAssignment.set(assignment, (known = this.#ofAssignment(assignment)));
      digest.add(known);
    }
    return digest;
  }

  #ofAssignment({ skuId, paths }: Assignment): Digest {
    const digest = new Digest().add(this.#ofText(skuId)).number(paths.length);
    // what the cloud said of a path (its state, its error) is nothing that is planned
    for (const path of paths) {
      const { disabledPlans } = path;
      digest.add(this.#ofText(viaOf(path))).number(disabledPlans?.length ?? -1);
      for (const plan of disabledPlans ?? []) digest.add(this.#ofText(plan));
    }
    return digest;
  }

  #ofText(text: string): Digest {
    let known = this.#byText.get(text);
    if (known === undefined) this.#byText.set(text, (known = new Digest().text(text)));
    return known;
  }
}
