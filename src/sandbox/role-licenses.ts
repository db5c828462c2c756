import type { ServicePlanId } from '#licenses/ids.ts';
import type { Assignment, LicenseSet } from '#licenses/license-set.ts';
import { catalogPart } from './catalog-part.ts';
import { assignmentFrom, type Holding } from './holding.ts';
import { offPatterns } from './optional-plans.ts';
import type { Random } from './random.ts';
import { CAPPED_HOLDERS, cappedParts, extras, type RoleBundle } from './role-bundles.ts';
import type { SampleGroup } from './sample-group.ts';
import { SharedSets } from './shared-sets.ts';

/** One holding with each pattern of switched-off service plans. */
type Variants = readonly Assignment[];

/** Draws what people of a role hold. Equal sets are one object. */
export class RoleLicenses {
  readonly #bundles: readonly RoleBundle[];
  readonly #groups: readonly SampleGroup[];
  readonly #random: Random;
  readonly #variants = new Map<Holding, Variants>();
  readonly #patterns = new Map<string, ServicePlanId[][]>();
  /** Per role and holding the pattern that most people of the role have. */
  readonly #usual: number[][];
  readonly #byDraw = new Map<string, LicenseSet>();
  readonly #shared = new SharedSets();
  readonly #capped = new Map<string, number>();

  constructor(bundles: readonly RoleBundle[], groups: readonly SampleGroup[], random: Random) {
    this.#bundles = bundles;
    this.#groups = groups;
    this.#random = random;
    this.#usual = bundles.map(({ holdings }) =>
      holdings.map((holding) =>
        random.chance(0.5) ? 0 : random.below(this.#variantsOf(holding).length),
      ),
    );
  }

  /** The licenses of one more person of role `bundle`; a role that is sold out becomes the first one. */
  draw(bundle: number): LicenseSet {
    const role = this.#isSoldOut(bundle) ? 0 : bundle;
    const holdings = this.#bundles[role]?.holdings ?? [];
    const usual = this.#usual[role] ?? [];
    const patterns = holdings.map((holding, i) =>
      this.#random.chance(0.75)
        ? (usual[i] ?? 0)
        : this.#random.below(this.#variantsOf(holding).length),
    );
    const added = this.#random.chance(0.1) ? [this.#random.below(extras.length)] : [];
    if (added.length > 0 && this.#random.chance(0.3)) added.push(this.#random.below(extras.length));
    const key = `${role}:${patterns.join()}:${added.join()}`;
    let set = this.#byDraw.get(key);
    if (!set) {
      const chosen = holdings.map((holding, i) => this.#variantsOf(holding)[patterns[i] ?? 0]);
      const more = added.map((i) => extras[i]).map((one) => one && this.#variantsOf(one)[0]);
      set = this.#shared.of([...chosen, ...more].filter((one) => one !== undefined));
      this.#byDraw.set(key, set);
    }
    return set;
  }

  #isSoldOut(bundle: number): boolean {
    const parts = this.#bundles[bundle]?.holdings.map(({ part }) => part) ?? [];
    const capped = parts.find((part) => cappedParts.includes(part));
    if (capped === undefined) return false;
    const sold = (this.#capped.get(capped) ?? 0) + 1;
    this.#capped.set(capped, sold);
    return sold > CAPPED_HOLDERS;
  }

  #variantsOf(holding: Holding): Variants {
    let variants = this.#variants.get(holding);
    if (!variants) {
      // what a group gives is cut down by the group, the same for all its members
      const patterns = holding.direct ? this.#patternsOf(holding.part) : [[]];
      variants = patterns.map((off) => assignmentFrom({ ...holding, off }, this.#groups));
      this.#variants.set(holding, variants);
    }
    return variants;
  }

  #patternsOf(part: string): ServicePlanId[][] {
    const known = this.#patterns.get(part) ?? offPatterns(catalogPart(part), this.#random);
    this.#patterns.set(part, known);
    return known;
  }
}
