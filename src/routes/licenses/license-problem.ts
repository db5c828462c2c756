import { isOverdrawn } from '#licenses/units.ts';
import type { LicenseRow } from '#worker/licenses/license-types.ts';

/** What may need a person's care about a product. */
export const licenseProblems = ['none', 'overdrawn', 'grace', 'suspended'] as const;
export type LicenseProblem = (typeof licenseProblems)[number];

type Numbers = Pick<LicenseRow, 'available' | 'units' | 'status'>;

/** True where a product has this problem, with the plan counted. Unknown numbers are no problem. */
export function hasProblem(
  { available, units, status }: Numbers,
  problem: LicenseProblem,
): boolean {
  switch (problem) {
    case 'none':
      return available !== null && available <= 0;
    case 'overdrawn':
      return isOverdrawn(available);
    case 'grace':
      return status === 'Warning' || (units?.warning ?? 0) > 0;
    case 'suspended':
      return status === 'Suspended' || status === 'LockedOut' || (units?.suspended ?? 0) > 0;
  }
}
