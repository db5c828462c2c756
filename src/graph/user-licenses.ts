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
import { isJsonObject } from './graph-page.ts';
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

/** The parts of one license that count, as a text; null when it is not of the expected types. */
function partKey(part: unknown): string | null {
  if (!isJsonObject(part)) return null;
  let key = '';
  for (const name of ['skuId', 'assignedByGroup', 'state', 'error']) {
    const text = part[name];
    if (text !== undefined && text !== null && typeof text !== 'string') return null;
    key += `${text ?? ''}\n`;
  }
  const plans = part['disabledPlans'];
  if (plans === undefined || plans === null) return `${key}?`;
  if (!Array.isArray(plans) || !plans.every((plan) => typeof plan === 'string')) return null;
  return `${key}${plans.join('\n')}`;
}

function listKey(list: unknown): string | null {
  if (list === undefined || list === null) return '-';
  if (!Array.isArray(list)) return null;
  const keys = list.map(partKey);
  return keys.includes(null) ? null : keys.join('\r');
}

/**
 * Reads users' licenses. Equal ones give one and the same `LicenseSet` object and are checked once:
 * a customer has far fewer distinct sets than users.
 */
export class LicenseReader {
  readonly #known = new Map<string, LicenseSet | null>();

  /** What `user` holds, null when the source does not say; or a wrongShape. */
  read(user: unknown, place: Place): Result<LicenseSet | null, ImportProblem> {
    const named = isPowerShellObject(user) ? inGraphNames(user) : user;
    if (!isJsonObject(named)) return ok(null);
    const assigned = listKey(named['assignedLicenses']);
    const states = listKey(named['licenseAssignmentStates']);
    const key = assigned === null || states === null ? null : `${assigned}\t${states}`;
    const known = key === null ? undefined : this.#known.get(key);
    if (known !== undefined) return ok(known);
    const wire = readShape(wireUserLicenses, user, place);
    if (!wire.ok) return wire;
    const set = licensesOf(wire.value);
    if (key !== null) this.#known.set(key, set);
    return ok(set);
  }
}
