import {
  assignmentOf,
  canonicalSet,
  REST_UNTOLD,
  toldProducts,
  withIdlePaths,
  type Assignment,
  type LicenseSet,
  type Path,
} from '#licenses/license-set.ts';
import type { LicenseSets } from '#licenses/license-sets.ts';
import { nameOfNamedSku, type ServicePlanId } from '#licenses/ids.ts';

/** One distinct set that an import brought. */
interface Incoming {
  /** Counts the distinct sets of this import, from 0. */
  readonly index: number;
  /** True when it says of some product that the user holds it, but not by which path. */
  readonly vague: boolean;
  number: number | null;
}

const isVague = ({ paths }: Assignment): boolean =>
  paths.every(({ via }) => via.kind === 'unknown');

/** The service plans that are off whichever path counts; null when one path does not say. */
function offByAllPaths(paths: readonly Path[]): readonly ServicePlanId[] | null {
  const off = paths.map(({ disabledPlans }) => disabledPlans);
  if (off.some((plans) => plans === null)) return null;
  return off[0]?.filter((plan) => off.every((plans) => plans?.includes(plan))) ?? [];
}

const sameMembers = (a: readonly ServicePlanId[] | null, b: readonly ServicePlanId[]): boolean =>
  a !== null && a.length === new Set(b).size && b.every((plan) => a.includes(plan));

/** What is known of one product after a source that does not tell the path. */
function refine(known: Assignment | undefined, vague: Assignment): Assignment {
  const told = vague.paths[0];
  if (known === undefined || told === undefined) return vague;
  const [only, ...more] = known.paths;
  if (told.disabledPlans === null || only === undefined) return known;
  const { disabledPlans } = told;
  if (more.length === 0) {
    const state = told.state ?? only.state;
    return {
      ...known,
      paths: [{ ...only, disabledPlans, state, error: told.error ?? only.error }],
    };
  }
  // several paths and one sum: they stay while they still add up to it
  return sameMembers(offByAllPaths(known.paths), disabledPlans) ? known : vague;
}

const isName = ({ skuId }: Assignment): boolean => nameOfNamedSku(skuId) !== null;

/**
 * What an import tells, some of it by names that mean no one product. Such a name may be that of a product
 * that the user is known to hold: every known one stays, and new names are held as names only where there
 * are more names than such products.
 */
function withOpenNames(told: LicenseSet, held: LicenseSet): LicenseSet {
  const names = told.filter(isName);
  if (names.length === 0) return told;
  const left = held.filter((one) => !isName(one) && !assignmentOf(told, one.skuId));
  const isHeld = (one: Assignment): boolean =>
    !isName(one) || names.length > left.length || assignmentOf(held, one.skuId) !== undefined;
  return canonicalSet([...told.filter(isHeld), ...left]);
}

/**
 * Turns the license sets of an import into numbers. Where the import does not say by which path a user
 * holds a product (a users CSV), the paths and switched-off service plans already known are kept;
 * products that it does not list any more are dropped, unless a
 * name in it is open. Works per distinct pair, not per user.
 */
export class LicenseMerger {
  readonly #sets: LicenseSets;
  /** Parsers reuse one object for equal cells, so most users cost one look here. */
  readonly #incoming = new Map<LicenseSet, Incoming>();
  readonly #refined = new Map<number, number>();
  #untold: number | null = null;

  /** Extends `sets`. */
  constructor(sets: LicenseSets) {
    this.#sets = sets;
  }

  /** The number of what a user with the set `before` holds after an import that says `licenses`. */
  after(licenses: LicenseSet, before: number): number {
    const incoming = this.#known(licenses);
    if (!incoming.vague || before === 0) {
      return (incoming.number ??= this.#sets.intern(licenses));
    }
    const pair = incoming.index * 0x1_0000_0000 + before;
    const refined = this.#refined.get(pair) ?? this.#refine(licenses, before);
    this.#refined.set(pair, refined);
    return refined;
  }

  /** The number of what a user holds of whom no source told licenses. */
  get untold(): number {
    return (this.#untold ??= this.#sets.intern([REST_UNTOLD]));
  }

  #known(licenses: LicenseSet): Incoming {
    const known = this.#incoming.get(licenses);
    if (known !== undefined) return known;
    const vague = licenses.some(isVague);
    const incoming = { index: this.#incoming.size, vague, number: null };
    this.#incoming.set(licenses, incoming);
    return incoming;
  }

  #refine(licenses: LicenseSet, before: number): number {
    const held = this.#sets.at(before);
    const refined = withOpenNames(licenses, held).map((told) =>
      isVague(told) ? refine(assignmentOf(held, told.skuId), told) : told,
    );
    // which paths failed such a source does not tell either
    return this.#sets.intern(withIdlePaths(refined, toldProducts(this.#sets.told(before))));
  }
}
