import type { Units } from './units.ts';

/**
 * The licenses of one product by what they are used for: `staying + coming` are assigned with the plan
 * counted, `leaving + free` are available then, and together they are `owned`.
 */
export interface UnitUse {
  /** Active and in grace. */
  readonly owned: number;
  /** Of those owned, assigned or not. */
  readonly inGrace: number;
  /** Assigned in Microsoft 365, and with the plan counted. */
  readonly staying: number;
  /** Assigned by the plan only. */
  readonly coming: number;
  /** Assigned in Microsoft 365, and freed by the plan. */
  readonly leaving: number;
  /** Available in Microsoft 365, and with the plan counted. */
  readonly free: number;
  /** Assigned beyond what is owned. */
  readonly overdrawn: number;
  /** Wanted and not planned, because nothing is left to be assigned. */
  readonly short: number;
}

export interface UnitNumbers {
  readonly units: Pick<Units, 'enabled' | 'warning'> | null;
  /** Available as last known, and with the plan counted; negative where more is assigned than owned. */
  readonly cloud: number | null;
  readonly left: number | null;
  /** Wanted beside what `left` counts. */
  readonly short: number;
}

/** What the licenses of a product are used for, by the numbers that every screen shows; null while one is unknown. */
export function unitUse({ units, cloud, left, short }: UnitNumbers): UnitUse | null {
  if (units === null || cloud === null || left === null) return null;
  const owned = units.enabled + units.warning;
  const inUse = (available: number): number => Math.min(owned, owned - available);
  const now = inUse(cloud);
  const then = inUse(left);
  return {
    owned,
    inGrace: units.warning,
    staying: Math.min(now, then),
    coming: Math.max(0, then - now),
    leaving: Math.max(0, now - then),
    free: owned - Math.max(now, then),
    overdrawn: Math.max(0, -left),
    short,
  };
}
