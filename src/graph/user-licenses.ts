import { ok, type Result } from '#base/result.ts';
import { Sequences } from '#base/sequences.ts';
import {
  canonicalSet,
  givesLicense,
  type Assignment,
  type LicenseSet,
} from '#licenses/license-set.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { isJsonObject, type JsonObject } from './graph-page.ts';
import { LicenseEntries } from './license-entries.ts';
import { inGraphNames, isPowerShellObject } from './power-shell-json.ts';
import { readShape, type Place } from './read-shape.ts';
import { wireUserLicenses } from './wire.ts';

/** Which of a user's lists there are. */
const Told = { licenses: 1, states: 2 } as const;

const isSameList = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) &&
  Array.isArray(other) &&
  one.length === other.length &&
  one.every((item, i) => item === other[i]);

/** True when a state says all that the license says, letter by letter, and that it is held so. */
const saysAll = (state: unknown, { skuId, disabledPlans }: JsonObject): boolean =>
  isJsonObject(state) &&
  (state['state'] === 'Active' || state['state'] === undefined) &&
  state['skuId'] === skuId &&
  isSameList(state['disabledPlans'], disabledPlans);

const bySku = (a: Assignment, b: Assignment): number =>
  a.skuId < b.skuId ? -1 : a.skuId > b.skuId ? 1 : 0;

/**
 * What is held by these entries. `licenseAssignmentStates` tells the paths apart and wins; a product that
 * stands in `assignedLicenses`, and that no path of its own gives, is held by one that the source does not
 * tell.
 */
function setOf(states: readonly Assignment[], licenses: readonly Assignment[]): LicenseSet {
  const isTold = ({ skuId }: Assignment): boolean =>
    states.some((state) => state.skuId === skuId && state.paths.some(givesLicense));
  const all = [...states, ...licenses.filter((license) => !isTold(license))].sort(bySku);
  const isTwice = all.some(({ skuId }, i) => skuId === all[i - 1]?.skuId);
  return isTwice ? canonicalSet(all) : all;
}

/**
 * Reads users' licenses. Equal ones give one and the same `LicenseSet` object, equal entries of two users
 * one and the same `Assignment`. Lists of Graph's own shape are read without a schema: checking them with
 * one costs several times as much as parsing them.
 */
export class LicenseReader {
  readonly #entries = new LicenseEntries();
  /** What there is (`Told`), how many states, and the numbers of what counts. */
  readonly #users = new Sequences();
  /** By number of the sequence. */
  readonly #sets: LicenseSet[] = [];
  /** Of the user who is looked at. */
  readonly #items: number[] = [];

  /**
   * What a user holds (names as Graph's), null when the source does not say; undefined for lists that
   * are not of the expected shape.
   */
  known(user: JsonObject): LicenseSet | null | undefined {
    const { assignedLicenses, licenseAssignmentStates } = user;
    const licenses = assignedLicenses ?? [];
    const states = licenseAssignmentStates ?? [];
    if (!Array.isArray(licenses) || !Array.isArray(states)) return undefined;
    const told =
      (assignedLicenses ? Told.licenses : 0) + (licenseAssignmentStates ? Told.states : 0);
    this.#items.length = 0;
    this.#items.push(told, states.length);
    if (!this.#takeStates(states) || !this.#takeLicenses(licenses, states)) return undefined;
    return told === 0 ? null : this.#set(states.length);
  }

  /** What `user` holds, null when the source does not say; or a wrongShape. */
  read(user: unknown, place: Place): Result<LicenseSet | null, ImportProblem> {
    const named = isPowerShellObject(user) ? inGraphNames(user) : user;
    if (!isJsonObject(named)) return ok(null);
    const known = this.known(named);
    if (known !== undefined) return ok(known);
    const wire = readShape(wireUserLicenses, user, place);
    if (!wire.ok) return wire;
    const held = this.known(wire.value);
    if (held === undefined) throw new Error('licenses of the shape that was checked are not read');
    return ok(held);
  }

  #set(states: number): LicenseSet {
    const number = this.#users.number(this.#items);
    const known = this.#sets[number];
    if (known !== undefined) return known;
    const held = this.#items.slice(2).map((entry) => this.#entries.at(entry));
    const set = setOf(held.slice(0, states), held.slice(states));
    this.#sets.push(set);
    return set;
  }

  #takeStates(states: readonly unknown[]): boolean {
    for (const state of states) {
      const number = this.#entries.state(state);
      if (number === null) return false;
      this.#items.push(number);
    }
    return true;
  }

  #takeLicenses(licenses: readonly unknown[], states: readonly unknown[]): boolean {
    for (let i = 0; i < licenses.length; i++) {
      const license = licenses[i];
      if (!isJsonObject(license)) return false;
      // most often the same products in the same order
      if (saysAll(states[i], license) || states.some((state) => saysAll(state, license))) continue;
      const number = this.#entries.license(license);
      if (number === null) return false;
      this.#items.push(number);
    }
    return true;
  }
}
