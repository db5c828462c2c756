import type { LicenseSet } from '#licenses/license-set.ts';

/** A user as the sandbox's cloud has it. `id` is the object id. */
export interface CloudUser {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly mail: string | null;
  readonly department: string | null;
  readonly blocked: boolean;
  readonly guest: boolean;
  /** Two letters; null: none. */
  readonly usageLocation: string | null;
  readonly licenses: LicenseSet;
  readonly deleted: boolean;
}
