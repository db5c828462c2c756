import type { SkuId } from './ids.ts';
import { givesLicense, toldProducts, type LicenseSet, type Path } from './license-set.ts';

/** Why the cloud could not give a license, in Graph's words (`licenseAssignmentState.error`). */
export const licenseErrorCauses = [
  'CountViolation',
  'MutuallyExclusiveViolation',
  'DependencyViolation',
  'ProhibitedInUsageLocationViolation',
  'UniquenessViolation',
  'Other',
] as const;
export type LicenseErrorCause = (typeof licenseErrorCauses)[number];

/** A path of which the cloud reports an error, or a state that is not known to give the license. */
export interface LicenseError {
  readonly skuId: SkuId;
  readonly path: Path;
  readonly cause: LicenseErrorCause;
}

const causeOf = ({ error }: Path): LicenseErrorCause =>
  licenseErrorCauses.find((cause) => cause === error) ?? 'Other';

/** The errors in a set as a source told it; words that are not documented count as `Other`. */
export const licenseErrorsIn = (told: LicenseSet): LicenseError[] =>
  toldProducts(told).flatMap(({ skuId, paths }) =>
    paths
      .filter((path) => path.error !== null || !givesLicense(path))
      .map((path) => ({ skuId, path, cause: causeOf(path) })),
  );
