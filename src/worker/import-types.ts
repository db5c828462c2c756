import type { ToldList } from '#csv/tell-list.ts';
import type { CustomerId } from '#customers/customer.ts';
import type { ImportProblem } from '#users/import-problem.ts';

/** What a file turned out to be. */
export type FileKind =
  'graphUsers' | 'graphSkus' | 'graphGroups' | 'adminUsersCsv' | 'assignmentList' | 'backup';

/** As what a file is read. */
export type FileReading = 'customerData' | 'assignmentList';

export interface ImportedFile {
  readonly name: string;
  readonly bytes: number;
  readonly kind: FileKind | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly users: number;
  readonly products: number;
  readonly groups: number;
  /** By what an assignment list was known; null for other files. */
  readonly list: ToldList | null;
}

/** What reading files found, before anything is kept. Problems that are `fatal` stop the import. */
export interface ImportSummary {
  readonly importId: string;
  readonly files: readonly ImportedFile[];
  readonly users: number;
  readonly products: number;
  readonly fatal: readonly ImportProblem[];
  /** Rows left out or values kept as unknown; the rest can be imported. At most 200 are listed. */
  readonly warnings: readonly ImportProblem[];
  readonly warningCount: number;
  readonly suggestedName: string;
  readonly tenantId: string | null;
  /** The first rows as they will be read, for the preview. */
  readonly sample: readonly {
    readonly displayName: string;
    readonly userPrincipalName: string;
    readonly usageLocation: string;
    readonly licenses: string;
  }[];
  /** The customer these files most likely belong to (same tenant, or most users in common). */
  readonly suggestedCustomer: CustomerId | null;
}
