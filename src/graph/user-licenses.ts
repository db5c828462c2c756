import { ok, type Result } from '#base/result.ts';
import { groupId, servicePlanId, skuId, type SkuId } from '#licenses/ids.ts';
import {
  canonicalSet,
  type Assignment,
  type LicenseSet,
  type Path,
  type Via,
} from '#licenses/license-set.ts';
import type { ImportProblem } from '#users/import-problem.ts';
import { isJsonObject, type JsonObject } from './graph-page.ts';
import { ByLicenses } from './by-licenses.ts';
import { inGraphNames, isPowerShellObject } from './power-shell-json.ts';
import { readShape, type Place } from './read-shape.ts';
import { wireUserLicenses, type WireUserLicenses } from './wire.ts';

type WireState = NonNullable<WireUserLicenses['licenseAssignmentStates']>[number];
type WireLicense = NonNullable<WireUserLicenses['assignedLicenses']>[number];

const viaOf = (group: string | null | undefined): Via =>
  group ? { kind: 'group', groupId: groupId(group) } : { kind: 'direct' };

/** Graph says null, PowerShell says `None`. */
const errorOf = (error: string | null | undefined): string | null =>
  error && error !== 'None' ? error : null;

const pathOfState = (state: WireState): Path => ({
  via: viaOf(state.assignedByGroup),
  disabledPlans: state.disabledPlans?.map(servicePlanId) ?? null,
  state: state.state ?? null,
  error: errorOf(state.error),
});

const pathOfLicense = (license: WireLicense): Path => ({
  via: { kind: 'unknown' },
  disabledPlans: license.disabledPlans?.map(servicePlanId) ?? null,
  state: null,
  error: null,
});

/**
 * What a user holds. `licenseAssignmentStates` tells the paths apart and wins; a product that only
 * `assignedLicenses` has is held by a path that the source does not tell. Null when neither is there.
 */
export function licensesOf(wire: WireUserLicenses): LicenseSet | null {
  const { assignedLicenses, licenseAssignmentStates } = wire;
  if (!assignedLicenses && !licenseAssignmentStates) return null;
  const assignments: Assignment[] = [];
  const told = new Set<SkuId>();
  for (const state of licenseAssignmentStates ?? []) {
    told.add(skuId(state.skuId));
    assignments.push({ skuId: skuId(state.skuId), paths: [pathOfState(state)] });
  }
  for (const license of assignedLicenses ?? []) {
    if (told.has(skuId(license.skuId))) continue;
    assignments.push({ skuId: skuId(license.skuId), paths: [pathOfLicense(license)] });
  }
  return canonicalSet(assignments);
}

/**
 * Reads users' licenses. Equal ones give one and the same `LicenseSet` object and are checked once:
 * a customer has far fewer distinct sets than users.
 */
export class LicenseReader {
  readonly #known = new ByLicenses<LicenseSet | null>();

  /** What a user holds (names as Graph's); undefined where nobody with the same licenses was read before. */
  known(user: JsonObject): LicenseSet | null | undefined {
    return this.#known.get(user);
  }

  /** What `user` holds, null when the source does not say; or a wrongShape. */
  read(user: unknown, place: Place): Result<LicenseSet | null, ImportProblem> {
    const named = isPowerShellObject(user) ? inGraphNames(user) : user;
    if (!isJsonObject(named)) return ok(null);
    const known = this.known(named);
    if (known !== undefined) return ok(known);
    const wire = readShape(wireUserLicenses, user, place);
    if (!wire.ok) return wire;
    const set = licensesOf(wire.value);
    this.#known.set(named, set);
    return ok(set);
  }
}
