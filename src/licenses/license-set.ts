import type { GroupId, ServicePlanId, SkuId } from './ids.ts';

/** How a license reached the user. `unknown`: the source did not say (a users CSV, `assignedLicenses` alone). */
export type Via =
  | { readonly kind: 'direct' }
  | { readonly kind: 'group'; readonly groupId: GroupId }
  | { readonly kind: 'unknown' };

/** One way by which a user holds a product. */
export interface Path {
  readonly via: Via;
  /** Switched-off service plans, sorted; null when no source said. */
  readonly disabledPlans: readonly ServicePlanId[] | null;
  /** The cloud's state of this path (`Active`, `Error`, …), null when not given; see `givesLicense`. */
  readonly state: string | null;
  /** The cloud's error of this path (`CountViolation`, …), null when none or not given. */
  readonly error: string | null;
}

/** A product that a user holds, by one or more paths. */
export interface Assignment {
  readonly skuId: SkuId;
  readonly paths: readonly Path[];
}

/**
 * Everything one user holds, sorted by skuId, paths sorted; equal sets have equal keys. As a source told
 * it, there are also paths that give nothing: `heldIn` leaves these out.
 */
export type LicenseSet = readonly Assignment[];

/**
 * Stands in the set of a user of whom no source told all licenses, so that there may be more. It is
 * written as a path that failed: nobody holds it, and what is planned keeps it.
 */
export const REST_UNTOLD: Assignment = {
  skuId: '' as SkuId,
  paths: [{ via: { kind: 'unknown' }, disabledPlans: null, state: 'Error', error: null }],
};

/** True where nobody told all that the user holds; `told`: a canonical set as sources told it. */
export const isUntold = (told: LicenseSet): boolean => told[0]?.skuId === REST_UNTOLD.skuId;

/** The products of a set as sources told it. */
export const toldProducts = (told: LicenseSet): LicenseSet =>
  isUntold(told) ? told.slice(1) : told;

const viaKey = (via: Via): string =>
  via.kind === 'group' ? `g${via.groupId}` : via.kind === 'direct' ? 'd' : 'u';

const contentKey = ({ via, disabledPlans }: Path): string =>
  `${viaKey(via)}~${disabledPlans === null ? '?' : disabledPlans.join('+')}`;

const pathKey = (path: Path): string =>
  `${contentKey(path)}~${path.state ?? ''}~${path.error ?? ''}`;

/** True when two sorted paths hold it the same way with the same service plans off, whatever the cloud says of them. */
export const isSamePath = (one: Path, other: Path): boolean =>
  one === other || contentKey(one) === contentKey(other);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * True for a path by which the user has the license. Graph's words for the state of a path are `Active`,
 * `ActiveWithError`, `Disabled` and `Error` (resource type `licenseAssignmentState`). A path in `Error`
 * failed and gives nothing. What `Disabled` means is not documented, and other words may come: whether
 * such a path gives the license, nobody knows. What is planned, or told without a state, gives it.
 */
export const givesLicense = ({ state }: Pick<Path, 'state'>): boolean =>
  state === null || state === '' || state === 'Active' || state === 'ActiveWithError';

/** True for a path by which the cloud could not give the license. */
export const isFailed = ({ state }: Path): boolean => state === 'Error';

/** Whether and how it is held, no source can tell. */
const UNKNOWN_PATH: Path = {
  via: { kind: 'unknown' },
  disabledPlans: null,
  state: null,
  error: null,
};

/**
 * What of the assignment the user has: the paths that give the license. Where there are none, and of one
 * of the others nobody knows, the license is held by an unknown path; null when all of them failed.
 */
export function heldPart(assignment: Assignment): Assignment | null {
  const { skuId, paths } = assignment;
  if (paths.every(givesLicense)) return assignment;
  const giving = paths.filter(givesLicense);
  if (giving.length > 0) return { skuId, paths: giving };
  return paths.every(isFailed) ? null : { skuId, paths: [UNKNOWN_PATH] };
}

/** What a user has of a set that a source told; the same object when that is all of it. */
export function heldIn(told: LicenseSet): LicenseSet {
  if (told.every(({ paths }) => paths.every(givesLicense))) return told;
  return told.map(heldPart).filter((assignment) => assignment !== null);
}

/** Of the assignment, the paths that say something beside what is held so. */
function idlePaths(told: Assignment, held: Assignment | undefined): readonly Path[] {
  const idle = told.paths.filter((path) => !givesLicense(path));
  // nobody holds any more what was held by a path of which nobody knows
  return held === undefined ? idle.filter(isFailed) : idle;
}

/**
 * The set as a source would tell it of a user who holds `held` and of whom it told `told` before: what
 * gives nothing stays, unless the same path gives the license now.
 */
export function withIdlePaths(held: LicenseSet, told: LicenseSet): LicenseSet {
  if (told.every(({ paths }) => paths.every(givesLicense))) return held;
  const idle = told.map((assignment): Assignment => {
    const { skuId } = assignment;
    return { skuId, paths: idlePaths(assignment, assignmentOf(held, skuId)) };
  });
  const isToldByIdle = (now: Assignment): boolean =>
    now.paths.length === 1 &&
    isSamePath(now.paths[0] ?? UNKNOWN_PATH, UNKNOWN_PATH) &&
    (assignmentOf(told, now.skuId)?.paths.every((path) => !givesLicense(path)) ?? false);
  return canonicalSet([...held.filter((now) => !isToldByIdle(now)), ...idle]);
}

/** The set in the one canonical order (products, paths and disabled service plans sorted, no product twice). */
export function canonicalSet(assignments: Iterable<Assignment>): LicenseSet {
  const bySku = new Map<SkuId, Path[]>();
  for (const { skuId, paths } of assignments) {
    const known = bySku.get(skuId) ?? [];
    for (const path of paths) {
      const disabledPlans = path.disabledPlans && [...new Set(path.disabledPlans)].sort(compare);
      const sorted = { ...path, disabledPlans };
      if (!known.some((other) => viaKey(other.via) === viaKey(path.via))) known.push(sorted);
    }
    bySku.set(skuId, known);
  }
  return [...bySku]
    .map(([skuId, paths]) => ({
      skuId,
      paths: paths.sort((a, b) => compare(viaKey(a.via), viaKey(b.via))),
    }))
    .filter(({ paths }) => paths.length > 0)
    .sort((a, b) => compare(a.skuId, b.skuId));
}

/** The products, held in ways that no source told. */
export const heldSomehow = (skuIds: readonly SkuId[]): LicenseSet =>
  canonicalSet(skuIds.map((skuId) => ({ skuId, paths: [UNKNOWN_PATH] })));

const isAscending = (texts: readonly string[]): boolean =>
  texts.every((text, i) => i === 0 || (texts[i - 1] ?? '') < text);

const isCanonicalAssignment = ({ paths }: Assignment): boolean =>
  paths.length > 0 &&
  paths.every(({ disabledPlans }) => disabledPlans === null || isAscending(disabledPlans)) &&
  (paths.length === 1 || isAscending(paths.map(({ via }) => viaKey(via))));

/** True when `canonicalSet` would give the same set again. */
export const isCanonicalSet = (set: LicenseSet): boolean =>
  set.every(({ skuId }, i) => i === 0 || (set[i - 1]?.skuId ?? '') < skuId) &&
  set.every(isCanonicalAssignment);

/** A string that is equal for equal assignments of canonical sets, and only for them. */
export const assignmentKey = ({ skuId, paths }: Assignment): string =>
  `${skuId}=${paths.map(pathKey).join('|')}`;

/** A string that is equal for equal canonical sets, and only for them. */
export const setKey = (set: LicenseSet): string => set.map(assignmentKey).join(';');

/** The assignment of `sku` in the set, if the user holds it by any path. */
export const assignmentOf = (set: LicenseSet, sku: SkuId): Assignment | undefined =>
  set.find((assignment) => assignment.skuId === sku);

/** The one path of ours to change; undefined when the product comes only from groups (or not at all). */
export const directPath = (assignment: Assignment | undefined): Path | undefined =>
  assignment?.paths.find(({ via }) => via.kind === 'direct');

/** The groups through which the user holds the product. */
export const groupsOf = (assignment: Assignment | undefined): GroupId[] =>
  assignment?.paths.flatMap(({ via }) => (via.kind === 'group' ? [via.groupId] : [])) ?? [];

/** The path that no source explained, if there is one. */
export const unknownPath = (assignment: Assignment | undefined): Path | undefined =>
  assignment?.paths.find(({ via }) => via.kind === 'unknown');

/** The path whose service plans can be switched: the direct one, else one that may be direct. */
export const changeablePath = (assignment: Assignment | undefined): Path | undefined =>
  directPath(assignment) ?? unknownPath(assignment);
